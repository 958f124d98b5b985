using System.Collections.Immutable;
using System.Text;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Blog.Publishing;
using Blog.Reading;
using Blog.Text;

namespace Blog.Tests.Kit;

/// <summary>
/// A whole site as text: lines <c>-- content/a.md --</c> start its files. Built into memory, edited, and built again:
/// <c>new SiteInAString(…).Build()["/a/"]</c>.
/// </summary>
internal sealed class SiteInAString
{
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly MemoryTarget _target = new();

    public SiteInAString(string archive)
    {
        string? name = null;
        var body = new StringBuilder();
        foreach (var line in archive.ReplaceLineEndings("\n").Split('\n').Append("-- end --"))
        {
            if (line.StartsWith("-- ", StringComparison.Ordinal) && line.EndsWith(" --", StringComparison.Ordinal))
            {
                if (name is not null)
                {
                    _files[name] = body.ToString();
                }

                (name, _) = (line[3..^3], body.Clear());
            }
            else
            {
                body.Append(line).Append('\n');
            }
        }
    }

    private SiteInAString(SortedDictionary<string, string> files) => _files = files;

    /// <summary>True: a site that names no <c>base_url</c> is published at https://example.org/, so that only tests about addresses hear of it.</summary>
    public bool HasAddress { get; init; } = true;

    public BuildOptions Options { get; set; } = new() { Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero) };

    public PublishOptions PublishOptions { get; init; } = new() { AllowShrink = true };

    public SitePlan Plan { get; private set; } = null!; // Build comes first; every test begins with it

    public BuildReport Report { get; private set; } = null!; // as above

    public IReadOnlyDictionary<string, byte[]> Files => _target.Files;

    public IEnumerable<string> SourceNames => _files.Keys;

    public string Source(string name) => _files[name];

    /// <summary>The published text at an address.</summary>
    public string this[string url] => _target[new UrlPath(url)] is { } bytes ? Encoding.UTF8.GetString(bytes) : throw new KeyNotFoundException($"nothing answers {url}");

    /// <summary>The published page at an address as a browser understands it.</summary>
    public IHtmlDocument Page(string url) => new HtmlParser().ParseDocument(this[url]);

    /// <summary>The published document at an address, read by a strict parser.</summary>
    public XElement Xml(string url) => XDocument.Parse(this[url]).Root!; // a document has one

    public bool Answers(string url) => _target[new UrlPath(url)] is not null;

    /// <summary>All diagnostics of the last build in the one layout.</summary>
    public string Diagnostics => string.Concat(Report.Diagnostics.Select(DiagnosticText.Of));

    public SiteInAString Build()
    {
        var needsAddress = HasAddress && Options.BaseUrl is null && !_files.GetValueOrDefault("content/site.yaml", "").Contains("base_url:", StringComparison.Ordinal);
        Plan = Blog.Build.Plan(Snapshot(), needsAddress ? Options with { BaseUrl = "https://example.org/" } : Options);
        Report = Publisher.Publish(Plan.Outputs, _target, PublishOptions);
        return this;
    }

    /// <summary>Builds again at another instant.</summary>
    public SiteInAString BuildAt(DateTimeOffset now)
    {
        Options = Options with { Now = now };
        return Build();
    }

    public SiteInAString Edit(string name, string text)
    {
        _files[name] = text;
        return this;
    }

    public SiteInAString Edit(string name, Func<string, string> change) => Edit(name, change(_files[name]));

    public SiteInAString Remove(string name)
    {
        _files.Remove(name);
        return this;
    }

    /// <summary>The same sources, built into a memory of their own.</summary>
    public SiteInAString BuildAnew() => new SiteInAString(_files) { HasAddress = HasAddress, Options = Options, PublishOptions = PublishOptions }.Build();

    /// <summary>The addresses that the last build wrote, in order.</summary>
    public ImmutableArray<string> Changed => [.. Report.ChangedPaths.Select(path => path.Value).Order(StringComparer.Ordinal)];

    public Sources Snapshot() => Sources.FromText(string.Concat(_files.Select(file => $"-- {file.Key} --\n{file.Value.TrimEnd('\n')}\n")));
}
