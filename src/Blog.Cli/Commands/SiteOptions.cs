using System.CommandLine;
using Blog.Cli.Terminal;
using Blog.Text;

namespace Blog.Cli.Commands;

/// <summary>Options that several commands share; each command has its own instances.</summary>
internal static class SiteOptions
{
    public const string Public = "public";

    public static Option<string> Source() => new("--source", "-s")
    {
        HelpName = "FOLDER",
        Description = "The site's folder, the one that holds 'content' (default: the current folder)",
    };

    public static Option<string> Output() => new("--output", "-o", "--destination", "-d")
    {
        HelpName = "FOLDER",
        Description = "Where the website goes (default: 'public' in the site's folder)",
    };

    public static Option<string> Format() => new("--format")
    {
        HelpName = "text|json",
        Description = "Answers for people or for programs (default: text)",
    };

    public static Option<string> Clock() => new("--clock")
    {
        HelpName = "TIME",
        Description = "The time that decides what is in the future or expired, such as 2026-01-31T08:00:00+08:00; UTC without an offset "
            + "(default: SOURCE_DATE_EPOCH, else now)",
    };

    public static Option<bool> Quiet() => new("--quiet", "-q") { Description = "Shows errors only" };

    public static Option<bool> Verbose() => new("--verbose", "-v") { Description = "Tells more: every file that changed, where a failure happened" };

    /// <summary>The site's folder, absolute; or what is wrong with it.</summary>
    public static (string Root, Diagnostic? Problem) RootOf(string? source, Shell shell)
    {
        var root = shell.PathOf(source is null or "" ? "." : source);
        var problem = !Directory.Exists(root) ? Problems.NoFolder(source ?? ".")
            : !Directory.Exists(Path.Combine(root, "content")) ? Problems.NoSite(source ?? shell.Folder)
            : null;
        return (root, problem);
    }

    /// <summary>Where the output goes, as typed; the default lies in the site, wherever the command is run.</summary>
    public static string OutputOf(string? output, string root) => output ?? Path.Combine(root, Public);

    public static (bool IsJson, Diagnostic? Problem) FormatOf(string? typed) => typed switch
    {
        null or "text" => (false, null),
        "json" => (true, null),
        _ => (false, Problems.UnknownValue("'--format'", typed, ["text", "json"])),
    };

    public static Loudness LoudnessOf(bool isQuiet, bool isVerbose) => isQuiet ? Loudness.Quiet : isVerbose ? Loudness.Verbose : Loudness.Normal;
}
