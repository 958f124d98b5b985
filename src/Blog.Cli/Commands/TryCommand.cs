using Blog.Cli.Terminal;

namespace Blog.Cli.Commands;

/// <summary><c>blog try</c>: what a piece of a site becomes, without a build. Pieces come through the standard input, and nothing is written.</summary>
internal static class TryCommand
{
    /// <summary>What can be tried: one command each.</summary>
    private static readonly Func<Shell, BlogCommand>[] Kinds = [TryTemplate.CommandOf, TryMarkdown.CommandOf, TryMath.CommandOf, TryCode.CommandOf];

    public static BlogCommand Of(Shell shell)
    {
        var command = new BlogCommand("try", "shows what a piece of a site becomes")
        {
            Details = "The piece is read from the standard input, the result goes to the standard output. Nothing is written.",
            Examples =
            [
                ("blog try template < templates/post.html", "a template"),
                ("blog try markdown < content/posts/a.md", "a post"),
                ("echo 'x^2' | blog try math", "a formula"),
                ("blog try code --lang python < a.py", "a piece of code"),
            ],
        };
        foreach (var kind in Kinds)
        {
            command.Subcommands.Add(kind(shell));
        }

        return command;
    }
}
