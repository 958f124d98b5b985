using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Blog.Publishing;
using Blog.Reading;
using Blog.Tests.Kit;
using Blog.Text;

namespace Blog.Tests.Docs;

/// <summary>The blog of this repository, manual and all: it builds without a word, and every link in it leads somewhere.</summary>
public class DemoTests
{
    private const string Origin = "https://blog.example";

    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] AddressAttributes = ["href", "src", "content"];

    [Fact]
    public void It_builds_without_a_diagnostic()
    {
        var (report, _) = Publish("/");

        Assert.Equal("", string.Concat(report.Diagnostics.Select(DiagnosticText.Of)));
        Assert.Equal(Outcome.Published, report.Outcome);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sub/")]
    public void Every_internal_link_leads_to_an_output(string basePath)
    {
        var (_, files) = Publish(basePath);
        var pages = files.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal))
            .ToDictionary(file => file.Key, file => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(file.Value)), StringComparer.Ordinal);
        var links = pages.SelectMany(page => LinksOf(page.Value).Select(link => (Page: page.Key, Link: link))).ToList();

        Assert.Contains("docs/templates/index.html", pages.Keys);
        Assert.Contains(links, link => link.Link.StartsWith(basePath + "docs/", StringComparison.Ordinal));
        Assert.Empty(links.Distinct().Select(link => WhyBroken(link.Page, link.Link, basePath, files, pages)).OfType<string>());
    }

    private static (BuildReport Report, IReadOnlyDictionary<string, byte[]> Files) Publish(string basePath)
    {
        var plan = Build.Plan(Sources.Read(Repository.Root), new() { Now = Now, BaseUrl = Origin + basePath });
        var target = new MemoryTarget();
        return (Publisher.Publish(plan.Outputs, target, new()), target.Files);
    }

    // Whole addresses of the site count as well: canonical ones, those for social networks.
    private static IEnumerable<string> LinksOf(IDocument page) =>
        page.All.SelectMany(element => AddressAttributes.Select(name => (Name: name, Value: element.GetAttribute(name))))
            .Where(link => link.Value is not null && (link.Name != "content" || link.Value.StartsWith(Origin, StringComparison.Ordinal)))
            .Select(link => link.Value!); // filtered above

    private static string? WhyBroken(
        string page, string link, string basePath, IReadOnlyDictionary<string, byte[]> files, Dictionary<string, AngleSharp.Html.Dom.IHtmlDocument> pages)
    {
        var address = new Uri(new Uri(Origin + basePath + page), link);
        if (!address.AbsoluteUri.StartsWith(Origin, StringComparison.Ordinal))
        {
            return null;
        }

        if (!address.AbsolutePath.StartsWith(basePath, StringComparison.Ordinal))
        {
            return $"{page}: '{link}' does not begin with '{basePath}'";
        }

        var file = new UrlPath("/" + Uri.UnescapeDataString(address.AbsolutePath[basePath.Length..])).OutputFile;
        var fragment = Uri.UnescapeDataString(address.Fragment.TrimStart('#'));
        return !files.ContainsKey(file) ? $"{page}: '{link}' leads to no output"
            : fragment.Length > 0 && fragment != "top" && pages.TryGetValue(file, out var target) && target.GetElementById(fragment) is null ? $"{page}: '{link}' leads to no id"
            : null;
    }
}
