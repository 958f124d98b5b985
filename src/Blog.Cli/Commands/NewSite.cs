using System.Globalization;
using Blog.Cli.Terminal;

namespace Blog.Cli.Commands;

/// <summary><c>blog new site</c>: a site that builds without a warning, from what can be guessed without asking.</summary>
internal static class NewSite
{
    private static readonly string[] Ignored = ["public/", ".blog/"];

    public static int Run(string? folder, Shell shell)
    {
        var reporter = new Reporter(shell, Loudness.Normal);
        var root = Path.TrimEndingDirectorySeparator(shell.PathOf(folder is null or "" ? "." : folder));
        var files = FilesOf(root, shell);
        if (files.Select(file => Path.Combine(root, file.Path)).FirstOrDefault(NewFile.IsTaken) is { } taken)
        {
            return Refuse(taken);
        }

        foreach (var (path, text) in files)
        {
            if (!NewFile.TryWrite(Path.Combine(root, path), text))
            {
                return Refuse(Path.Combine(root, path));
            }

            reporter.Say(Words.Created(shell.Shown(Path.Combine(root, path))));
        }

        IgnoreOutput(root, shell, reporter);
        reporter.Say("\n" + Words.Next);
        foreach (var line in NextSteps(root, folder, shell))
        {
            reporter.Say("  " + line);
        }

        return ExitCode.Done;

        int Refuse(string path)
        {
            reporter.Show([Problems.Exists(shell.Shown(path), "choose an empty folder: 'blog new site FOLDER'")]);
            return ExitCode.ContentErrors;
        }
    }

    private static (string Path, string Text)[] FilesOf(string root, Shell shell)
    {
        var lang = LangOf(shell);
        var zone = ZoneOf(shell);
        var now = TimeZoneInfo.ConvertTime(shell.Clock.GetUtcNow(), zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var title = Path.GetFileName(root) is { Length: > 0 } name ? name : "Notes";
        var starter = Starter.For(lang);
        return
        [
            ("content/site.yaml", Starter.SiteYaml(title, lang, zone.HasIanaId ? zone.Id : "UTC")),
            ("content/posts/hello.md", starter.Hello.Replace("DATE", now, StringComparison.Ordinal)),
            ("content/about.md", starter.About),
        ];
    }

    // A fresh repository often has this file already; it is not ours to change.
    private static void IgnoreOutput(string root, Shell shell, Reporter reporter)
    {
        var path = Path.Combine(root, ".gitignore");
        if (NewFile.TryWrite(path, string.Concat(Ignored.Select(line => line + "\n"))))
        {
            reporter.Say(Words.Created(shell.Shown(path)));
            return;
        }

        var lines = File.Exists(path) ? File.ReadAllLines(path).Select(line => line.Trim().Trim('/')).ToArray() : [];
        if (Ignored.Where(line => !lines.Contains(line.Trim('/'))).ToArray() is { Length: > 0 } missing)
        {
            reporter.Say(Words.Kept(shell.Shown(path), string.Join(", ", missing)));
        }
    }

    private static IEnumerable<string> NextSteps(string root, string? folder, Shell shell)
    {
        if (root != shell.Folder)
        {
            yield return $"cd {(folder!.Any(char.IsWhiteSpace) ? $"\"{folder}\"" : folder)}";    // not null: the default is the current folder
        }

        yield return "blog serve --open";
        yield return "blog new post \"A title\"";
    }

    /// <summary>The language of the person at the terminal: <c>zh_CN.UTF-8</c> is <c>zh-CN</c>; <c>en</c> when it cannot be told.</summary>
    public static string LangOf(Shell shell)
    {
        var locale = new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(shell.Variable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "";
        var parts = locale.Split('.', '@')[0].Split('_', '-');
        var isLanguage = parts[0].Length is 2 or 3 && parts[0].All(char.IsAsciiLetter);
        var isRegion = parts.Length == 2 && parts[1].Length == 2 && parts[1].All(char.IsAsciiLetter);
        return !isLanguage ? "en" : isRegion ? $"{parts[0].ToLowerInvariant()}-{parts[1].ToUpperInvariant()}" : parts[0].ToLowerInvariant();
    }

    /// <summary>The zone of the machine when it has an IANA name, the only kind that a site may have; else UTC.</summary>
    public static TimeZoneInfo ZoneOf(Shell shell)
    {
        var name = shell.Variable("TZ")?.TrimStart(':') ?? "";
        if (name.Contains('/') && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var named) && named.HasIanaId)
        {
            return named;
        }

        var local = shell.Clock.LocalTimeZone;
        if (!local.HasIanaId
            && TimeZoneInfo.TryConvertWindowsIdToIanaId(local.Id, out var iana)
            && TimeZoneInfo.TryFindSystemTimeZoneById(iana, out var converted))
        {
            local = converted;
        }

        // Names without a place ("UTC", "Etc/UTC", what a TZ rule is called) say nothing but an offset.
        return local.HasIanaId && local.Id.Contains('/') && !local.Id.StartsWith("Etc/", StringComparison.Ordinal) ? local : TimeZoneInfo.Utc;
    }
}
