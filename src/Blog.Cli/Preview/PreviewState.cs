using System.Collections.Concurrent;
using System.Collections.Immutable;
using Blog.Composing;
using Blog.Publishing;
using Blog.Reading;
using Blog.Text;

namespace Blog.Cli.Preview;

/// <summary>What is shown: a whole site, and what is wrong with the sources since. Final; the next state takes its place at once.</summary>
/// <param name="Site">The last one without errors; null: there was none yet.</param>
/// <param name="Errors">Why the sources of now are not shown; empty when they are.</param>
/// <param name="Found">What the other pages and the links of the site have to say, known a little later; until then that of the state before.</param>
internal sealed record PreviewState(PreviewSite? Site, ImmutableArray<Diagnostic> Errors, ImmutableArray<Diagnostic> Found, int Version)
{
    public static PreviewState Empty { get; } = new(null, [], [], 0);

    /// <summary>All that is known to be wrong with the site shown.</summary>
    public IEnumerable<Diagnostic> Messages => Site is null ? [] : Site.Plan.Outputs.Diagnostics.Concat(Found);
}

/// <summary>A page or file that was made.</summary>
/// <param name="Version">Changes when the bytes may.</param>
/// <param name="Diagnostics">What making it had to say; with an error the bytes are those of an earlier version, or none.</param>
internal sealed record MadeFile(Fingerprint Version, ReadOnlyMemory<byte> Bytes, ImmutableArray<Diagnostic> Diagnostics)
{
    public IEnumerable<Diagnostic> Errors => Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error);
}

/// <summary>One planned site, made page by page as somebody asks.</summary>
internal sealed class PreviewSite(SitePlan plan, ConcurrentDictionary<string, MadeFile> made)
{
    // What nobody looks at again need not be kept: a site of 10,000 posts has some 150 MB of pages.
    private const int MostKept = 500;

    private readonly Lazy<Dictionary<UrlPath, string>> _unpublished = new(() => MarksOf(plan));

    public SitePlan Plan { get; } = plan;

    /// <summary>What 'blog build' would leave out, with a word for it.</summary>
    public IReadOnlyDictionary<UrlPath, string> Unpublished => _unpublished.Value;

    public Output? Find(string path) => OutputAt(path) ?? (path.EndsWith("/index.html", StringComparison.Ordinal) ? OutputAt(path[..^"index.html".Length]) : null);

    private Output? OutputAt(string path) => Plan.Index.Find(path) is { } place ? Plan.Outputs.Outputs[place] : null;

    private static Dictionary<UrlPath, string> MarksOf(SitePlan plan)
    {
        var marks = new Dictionary<UrlPath, string>();
        var asPublished = new BuildOptions { Now = plan.Now };
        foreach (var post in plan.Site.All)
        {
            if (Inclusion.WhyNot(post.Entry, asPublished) is { } left)
            {
                marks.TryAdd(post.Url, MarkOf(left));
            }
        }

        return marks;
    }

    private static string MarkOf(LeftOut left) => left.Flag.Split(' ')[0] switch
    {
        "--drafts" => "draft",
        "--future" => "future",
        _ => "expired",
    };

    /// <summary>The file of an output: what was made of the same inputs before, or made now.</summary>
    public MadeFile Make(Output output)
    {
        var version = output.Inputs;
        var before = made.GetValueOrDefault(output.Path.Value);
        if (before is not null && before.Version == version)
        {
            return before;
        }

        var (bytes, diagnostics) = output.Make();
        var file = new MadeFile(version, bytes, diagnostics.IsDefault ? [] : diagnostics);
        if (file.Errors.Any())
        {
            // Not kept as its version: the next reader is told again.
            return file with { Bytes = before?.Bytes ?? default };
        }

        if (made.Count >= MostKept)
        {
            made.Clear();
        }

        return made[output.Path.Value] = file;
    }
}
