using System.Collections.Immutable;
using System.Text;
using Blog.Publishing;
using Blog.Tests.Kit;
using Blog.Text;

namespace Blog.Tests.Publishing;

/// <summary>A site to publish, without the stages before: a plan is a list of addresses and texts.</summary>
internal sealed class PublishedSite : IDisposable
{
    public TemporaryFolder Disk { get; } = new();

    public OutputPlace Place => new(Disk["home/site"], "public", Disk["home/site"], Disk["home"], "1.0");

    public PublishedSite()
    {
        Disk.Write("home/site/content/posts/a.md", "precious");
        Disk.Write("home/site/templates/base.html", "precious");
        Disk.Write("home/diary.txt", "precious");
    }

    /// <summary>The published files with their texts, folders included.</summary>
    public SortedDictionary<string, string> Output => Disk.Tree("home/site/public");

    public BuildReport Publish(params (string Url, string Text)[] pages) => Publish(Plan.Of(pages));

    public BuildReport Publish(BuildPlan plan, PublishOptions? options = null, bool adopts = false, Action<string>? beforeStep = null) =>
        Publisher.Publish(plan, FolderTarget.Open(Place, adopts, beforeStep), options ?? new());

    /// <summary>Names in the site's folder that do not belong there after a build: staging, probes, journals.</summary>
    public IEnumerable<string> Leftovers =>
        Disk.Tree().Keys.Where(name => name.Contains("staging") || name.Contains("journal") || name.Contains("probe") || name.Contains(".new"));

    public void Dispose() => Disk.Dispose();
}

internal static class Plan
{
    public static BuildPlan Of(params IEnumerable<(string Url, string Text)> pages) =>
        new([.. pages.Select(page => Page(page.Url, page.Text))], []);

    public static Output Page(string url, string text, params Diagnostic[] diagnostics) =>
        new(new(url), Fingerprint.Of(text), () => new(Encoding.UTF8.GetBytes(text), [.. diagnostics]), $"content{url}") { IsPage = true };

    public static BuildPlan With(this BuildPlan plan, params Diagnostic[] diagnostics) => plan with { Diagnostics = [.. diagnostics] };

    public static BuildPlan Counting(this BuildPlan plan, ICollection<string> made) =>
        plan with
        {
            Outputs = [.. plan.Outputs.Select(output => output with
            {
                Recipe = Recipe.Of(() => output.Inputs, () =>
                {
                    made.Add(output.Path.Value);
                    return output.Make();
                }),
            })],
        };

    public static Diagnostic Warning { get; } = Diagnostic.Warning("B0001", "something odd", null, default);

    public static Diagnostic Error { get; } = Diagnostic.Error("B0002", "something wrong", null, default);

    public static ImmutableArray<string> CodesOf(this BuildReport report) => [.. report.Diagnostics.Select(diagnostic => diagnostic.Code)];
}
