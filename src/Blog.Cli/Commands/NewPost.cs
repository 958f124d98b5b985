using System.Globalization;
using System.Text;
using Blog.Cli.Terminal;
using Blog.Text;

namespace Blog.Cli.Commands;

internal sealed record NewPostArguments(string Title, string? Source, bool IsDraft);

/// <summary><c>blog new post "Title"</c>.</summary>
internal static class NewPost
{
    // A file name has 255 bytes at most; ".md", a language and a bundle's files want some of them.
    private const int LongestSlugBytes = 200;

    // "index" would be the bundle of the folder itself; the others are devices on Windows, where a colleague may work.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "index", "con", "prn", "aux", "nul",
        "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
        "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
    };

    public static int Run(NewPostArguments arguments, Shell shell)
    {
        var reporter = new Reporter(shell, Loudness.Normal);
        var title = OneLine(arguments.Title);
        var (root, problem) = SiteOptions.RootOf(arguments.Source, shell);
        problem = title.Length == 0 ? Problems.NoTitle() : problem;
        if (problem is not null)
        {
            reporter.Show([problem]);
            return ExitCode.Refused;
        }

        var (zone, problems) = SiteZone.Of(root, shell.Clock.GetUtcNow());
        if (problems.Length > 0)
        {
            reporter.Show(problems);
            return ExitCode.Of(problems);
        }

        var now = TimeZoneInfo.ConvertTime(shell.Clock.GetUtcNow(), zone);
        var slug = SlugOf(title);
        var path = Path.Combine(root, "content", "posts", slug + ".md");
        var bundle = Path.Combine(root, "content", "posts", slug, "index.md");
        var taken = NewFile.IsTaken(bundle) ? bundle : NewFile.TryWrite(path, TextOf(title, now, arguments.IsDraft)) ? null : path;
        if (taken is not null)
        {
            reporter.Show([Problems.Exists(shell.Shown(taken), "choose another title; it can be changed in the file later")]);
            return ExitCode.ContentErrors;
        }

        reporter.Say(Words.Created(shell.Shown(path)));
        return ExitCode.Done;
    }

    // The date without an offset: it stands in the site's zone, as dates that authors type do.
    private static string TextOf(string title, DateTimeOffset now, bool isDraft) => string.Create(CultureInfo.InvariantCulture, $"""
        ---
        title: {NewFile.Quoted(title)}
        date: {now:yyyy-MM-dd HH:mm:ss}
        {(isDraft ? "draft: true\ntags: []" : "tags: []")}
        ---


        """).ReplaceLineEndings("\n");

    /// <summary>The name of the file and the last part of the address: the title's letters, in whatever script.</summary>
    public static string SlugOf(string title)
    {
        var slug = Slug.OfTerm(title);
        var bytes = 0;
        var cut = new StringBuilder();
        foreach (var rune in slug.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > LongestSlugBytes)
            {
                break;
            }

            cut.Append(rune);
        }

        var name = cut.ToString().TrimEnd('-');
        return Reserved.Contains(name) ? name + "-post" : name;
    }

    private static string OneLine(string title) => string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
