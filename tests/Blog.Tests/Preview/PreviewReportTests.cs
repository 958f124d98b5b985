using System.Globalization;
using Blog.Cli;
using Blog.Cli.Preview;
using Blog.Cli.Terminal;
using Blog.Tests.Kit;
using Blog.Text;

namespace Blog.Tests.Preview;

public sealed class PreviewReportTests : IDisposable
{
    private static readonly Diagnostic OfAPage = Diagnostic.Error("B3222", "a page cannot be made", source: null, default);

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _terminal = new(CultureInfo.InvariantCulture);
    private readonly PreviewLoop _loop;
    private readonly PreviewReport _report;

    public PreviewReportTests()
    {
        _folder.Write("content/site.yaml", "title: T\nbase_url: https://example.org/\n");
        _loop = new(_folder.Path, new() { Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero), ChecksLinks = false });
        _report = new(new Reporter(new Shell
        {
            Out = _terminal,
            Error = _terminal,
            Folder = _folder.Path,
            Variable = _ => null,
            Clock = TimeProvider.System,
            Cores = 1,
            Interruption = new(),
        }, Loudness.Normal));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void All_is_mended_when_neither_sources_nor_pages_have_errors()
    {
        Save("title: [");
        _report.Tell([OfAPage]);

        Save("title: A");
        Assert.DoesNotContain(Words.AllIsWell, _terminal.ToString(), StringComparison.Ordinal);

        _report.Tell([]);
        Assert.Contains(Words.AllIsWell, _terminal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_is_told_once()
    {
        _report.Tell([OfAPage]);
        _report.Tell([OfAPage]);

        Assert.Single(_terminal.ToString().Split('\n'), line => line.Contains("a page cannot be made", StringComparison.Ordinal));
    }

    private void Save(string frontMatter)
    {
        _folder.Write("content/about.md", $"---\n{frontMatter}\n---\nText.\n");
        _report.Tell(_loop.Look(null)!, TimeSpan.Zero); // the file differs
    }
}
