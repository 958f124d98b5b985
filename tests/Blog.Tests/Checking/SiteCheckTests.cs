using Blog.Checking;
using Blog.Publishing;
using Blog.Tests.Kit;
using Blog.Text;

namespace Blog.Tests.Checking;

public class SiteCheckTests
{
    private static readonly BuildOptions Options = new() { Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero), ChecksLinks = false };

    private const string Site = """
        -- content/site.yaml --
        base_url: https://example.org/
        -- content/posts/c/a.md --
        ---
        title: A
        date: 2026-01-01
        ---
        A text.
        -- content/lost.md --
        ---
        title: Lost
        ---
        A page.
        """;

    private readonly SiteCheck _check = new();
    private int _made;

    [Fact]
    public void It_tells_what_a_build_tells_beyond_its_plan()
    {
        var site = new SiteInAString(Site).Edit("content/posts/c/a.md", text => text + "[x](/nowhere/)\n").Edit("templates/post.html", "{{ post.title | string.slice }}");

        var build = site.Build().Report.Diagnostics;
        var plan = Build.Plan(site.Snapshot(), Options);

        Assert.NotEmpty(build);
        Assert.Equal(Texts(build), Texts([.. plan.Outputs.Diagnostics, .. _check.Of(plan, TestContext.Current.CancellationToken)]));
    }

    [Fact]
    public void A_page_is_made_again_when_its_inputs_change()
    {
        var site = new SiteInAString(Site);
        var plan = Counted(Build.Plan(site.Snapshot(), Options));
        var pages = plan.Outputs.Outputs.Count(output => output.IsPage);

        _check.Of(plan, TestContext.Current.CancellationToken);
        Assert.Equal(pages, _made);

        _check.Of(Counted(Build.Plan(site.Snapshot(), Options)), TestContext.Current.CancellationToken);
        Assert.Equal(pages, _made);

        site.Edit("content/lost.md", text => text + "More.");
        _check.Of(Counted(Build.Plan(site.Snapshot(), Options)), TestContext.Current.CancellationToken);
        Assert.Equal(pages + 1, _made);
    }

    [Fact]
    public void A_check_that_was_stopped_goes_on_where_it_was()
    {
        var plan = Build.Plan(new SiteInAString(Site).Snapshot(), Options);
        var pages = plan.Outputs.Outputs.Count(output => output.IsPage);
        using var stop = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => _check.Of(Counted(plan, () => stop.Cancel()), stop.Token));
        Assert.Equal(1, _made);

        _check.Of(Counted(plan), TestContext.Current.CancellationToken);
        Assert.Equal(pages, _made);
    }

    private static string[] Texts(IEnumerable<Diagnostic> diagnostics) => [.. diagnostics.Select(DiagnosticText.Of).Order(StringComparer.Ordinal)];

    private SitePlan Counted(SitePlan plan, Action? then = null) => plan with
    {
        Outputs = plan.Outputs with
        {
            Outputs = [.. plan.Outputs.Outputs.Select(output => output with
            {
                Recipe = Recipe.Of(() => output.Inputs, () =>
                {
                    _made++;
                    then?.Invoke();
                    return output.Make();
                }),
            })],
        },
    };
}
