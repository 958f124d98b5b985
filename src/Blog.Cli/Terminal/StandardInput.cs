using Blog.Reading;
using Blog.Text;

namespace Blog.Cli.Terminal;

/// <summary>A text that comes through the standard input, read to its end.</summary>
internal static class StandardInput
{
    // Far over the limit of a text: whoever sends more, perhaps without end, is told so.
    private const long Most = 64 * 1024 * 1024;

    /// <param name="what">As the person at the terminal is asked for it: <c>a template</c>.</param>
    /// <returns>The bytes as a file of that path; null when there are none.</returns>
    public static SourceFile? Read(Shell shell, string what, SitePath path)
    {
        if (shell.IsInputTerminal)
        {
            shell.Error.Write(Words.Waiting(what) + "\n");
        }

        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (var count = shell.In.Read(buffer); count > 0 && bytes.Length < Most; count = shell.In.Read(buffer))
        {
            bytes.Write(buffer, 0, count);
        }

        var all = bytes.ToArray();
        return all.Length == 0 ? null : new(path, new(all.Length, 0), () => all);
    }
}
