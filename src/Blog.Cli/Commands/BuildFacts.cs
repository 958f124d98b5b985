using Blog.Publishing;
using Blog.Text;

namespace Blog.Cli.Commands;

/// <summary>What there is to tell about a build besides its diagnostics.</summary>
/// <param name="Folder">The output folder, as people read it.</param>
internal sealed record BuildFacts(SitePlan Plan, BuildReport Report, TimeSpan Elapsed, string Folder)
{
    // The first few are enough to see what it is about; '--verbose' names all.
    private const int MostPaths = 3;

    public int Posts => Plan.Site.Posts.Length;

    public int Pages => Plan.Site.Pages.Length + (Plan.Site.Introduction is null ? 0 : 1);

    public int Errors => Report.Diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error);

    public int Warnings => Report.Diagnostics.Length - Errors;

    public IEnumerable<string> Lines(bool isVerbose)
    {
        if (isVerbose)
        {
            foreach (var line in Report.ChangedPaths.Select(path => Words.Changed(path.OutputFile))
                .Concat(Report.RemovedPaths.Select(path => Words.Removed(path.OutputFile))))
            {
                yield return line;
            }
        }

        string[] counts =
        [
            Words.Count(Posts, "post"), Words.Count(Pages, "page"), Words.Count(Report.Outputs, "file"),
            Words.Count(Report.Changed, "changed", "changed"),
            .. Report.Removed > 0 ? [Words.Count(Report.Removed, "removed", "removed")] : Array.Empty<string>(),
        ];
        yield return $"{string.Join(", ", counts)}, {Words.Seconds(Elapsed)}";

        if (Plan.LeftOut.Length > 0)
        {
            var groups = Plan.LeftOut.GroupBy(left => left.Flag).OrderBy(group => group.Key, StringComparer.Ordinal);
            yield return Words.LeftOut(
                [.. groups.Select(group => (group.Count(), NounOf(group.Key), group.Key))],
                [.. Plan.LeftOut.Select(left => left.Entry.Path.Value).Order(StringComparer.Ordinal)],
                isVerbose ? int.MaxValue : MostPaths);
        }
    }

    private static string NounOf(string flag) => flag switch
    {
        "--drafts" => "draft",
        "--future" => "future post",
        "--expired" => "expired post",
        _ => "post",
    };
}
