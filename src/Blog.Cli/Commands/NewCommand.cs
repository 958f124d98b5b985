using System.CommandLine;
using Blog.Cli.Terminal;

namespace Blog.Cli.Commands;

/// <summary><c>blog new site</c> and <c>blog new post</c>: they write files of the author's, so they never replace one.</summary>
internal static class NewCommand
{
    public static BlogCommand Of(Shell shell) => new("new", "starts a site or a post")
    {
        Subcommands = { SiteCommand(shell), PostCommand(shell) },
        Examples = [("blog new site notes", "start a site in the folder notes"), ("blog new post \"First steps\"", "start a post")],
    };

    private static BlogCommand SiteCommand(Shell shell)
    {
        var folder = new Argument<string>("folder")
        {
            HelpName = "FOLDER",
            Arity = ArgumentArity.ZeroOrOne,
            Description = "Where the site will live; made when it does not exist (default: the current folder)",
        };
        var command = new BlogCommand("site", "starts a site that builds at once")
        {
            Details = "It writes content/site.yaml, a first post, a page about you and a .gitignore. Title, language and time zone are guessed "
                + "and written down, so that the site is the same on every machine. Existing files are never changed.",
            Arguments = { folder },
            Examples = [("blog new site notes", "in the folder notes"), ("blog new site", "here")],
        };
        command.SetAction(parsed => NewSite.Run(parsed.GetValue(folder), shell));
        return command;
    }

    private static BlogCommand PostCommand(Shell shell)
    {
        var title = new Argument<string>("title") { HelpName = "TITLE", Description = "Its title; the file's name and the address are made of it" };
        var source = SiteOptions.Source();
        var draft = new Option<bool>("--draft") { Description = "Marks it as a draft, which a build leaves out without '--drafts'" };
        var command = new BlogCommand("post", "starts a post")
        {
            Details = "It writes content/posts/<title>.md with the title and the date. The address is /posts/<title>/, in the letters of its "
                + "language. Move the file into a folder below 'posts' to give it a category.",
            Arguments = { title },
            Examples =
            [
                ("blog new post \"First steps\"", "content/posts/first-steps.md"),
                ("blog new post --draft \"词向量\"", "content/posts/词向量.md, not published yet"),
            ],
        };
        command.Add("Options", source, draft);
        command.SetAction(parsed => NewPost.Run(
            new(parsed.GetValue(title) ?? "", parsed.GetValue(source), parsed.GetValue(draft)), shell));
        return command;
    }
}
