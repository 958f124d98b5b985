using Blog.Tests.Kit;

namespace Blog.Tests.Laws;

/// <summary>What a build leaves does not depend on what the last one left, and it makes no more than it must.</summary>
public class IncrementalTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void INC_2_after_fifty_random_edits_each_incremental_build_equals_a_clean_one(int seed)
    {
        var site = new SiteInAString(EditScript.Site).Build();
        var script = new EditScript(seed);
        var published = 0;
        for (var step = 0; step < 50; step++)
        {
            var edit = script.Next(site);
            site.Build();
            var clean = site.BuildAnew();

            Assert.True(site.Report.IsPublished == clean.Report.IsPublished, $"step {step}: {edit}");
            if (clean.Report.IsPublished)
            {
                published++;
                AssertSame(clean.Files, site.Files, $"step {step}: {edit}");
            }
        }

        // The law says nothing about builds that fail; most edits must not make one.
        Assert.True(published > 40, $"only {published} of 50 builds were published");
    }

    [Theory]
    [InlineData("the end of a long post", "content/posts/ml/long.md", "the very last words", "other last words")]
    [InlineData("the beginning of a post", "content/posts/ml/long.md", "It begins", "It starts")]
    [InlineData("a title", "content/posts/ml/a.md", "title: A", "title: Another")]
    [InlineData("a tag", "content/posts/ml/a.md", "tags: [x]", "tags: [x, y]")]
    [InlineData("a date", "content/posts/ml/a.md", "date: 2026-01-01", "date: 2026-02-01")]
    [InlineData("the tagline", "content/site.yaml", "tagline: T", "tagline: U")]
    [InlineData("the title of the site", "content/site.yaml", "title: S", "title: R")]
    [InlineData("an asset", "content/img/a.svg", "<svg", "<svg id='a'")]
    [InlineData("a page", "content/about.md", "About us", "About me")]
    public void An_edit_remakes_exactly_the_outputs_whose_bytes_differ(string what, string file, string from, string to)
    {
        var site = new SiteInAString(EditScript.Site).Build();
        Assert.Contains(from, site.Source(file), StringComparison.Ordinal);
        var before = site.BuildAnew();
        site.Edit(file, text => text.Replace(from, to, StringComparison.Ordinal)).Build();
        var after = site.BuildAnew();

        var differing = after.Files.Keys.Where(path => !before.Files.TryGetValue(path, out var old) || !old.AsSpan().SequenceEqual(after.Files[path])).Order(StringComparer.Ordinal);
        var made = after.Plan.Outputs.Outputs.Length - site.Report.Kept;

        Assert.Equal(differing, site.Report.ChangedPaths.Select(path => path.OutputFile).Order(StringComparer.Ordinal));
        Assert.True(made == site.Report.Changed, $"{what}: made {made}, changed {site.Report.Changed}");
    }

    [Fact]
    public void An_edit_past_the_excerpt_touches_no_listing()
    {
        var site = new SiteInAString(EditScript.Site).Build()
            .Edit("content/posts/ml/long.md", text => text.Replace("the very last words", "other last words", StringComparison.Ordinal)).Build();

        // The post, and the feeds that hold its full text.
        Assert.Equal(["/categories/ml/feed.xml", "/feed.json", "/feed.xml", "/posts/ml/long/", "/rss.xml", "/tags/x/feed.xml"], site.Changed);
    }

    /// <summary>The one edit that makes more than it changes: whether a page shows what is new in its template is known only by rendering it.</summary>
    [Fact]
    public void A_template_whose_text_changed_remakes_its_pages_whether_or_not_what_they_show_does()
    {
        const string Template = "templates/page.html";
        var site = new SiteInAString(EditScript.Site).Edit(Template, "{{ post.html }}\n").Build();

        site.Edit(Template, "{{ post.html }}{{ ## says nothing ## }}\n").Build();

        Assert.Equal(1, site.Report.Outputs - site.Report.Kept);
        Assert.Equal(0, site.Report.Changed);
    }

    [Fact]
    public void A_second_build_makes_nothing()
    {
        var site = new SiteInAString(EditScript.Site).Build().Build();

        Assert.Equal(0, site.Report.Changed);
        Assert.Equal(site.Report.Outputs, site.Report.Kept);
    }

    internal static void AssertSame(IReadOnlyDictionary<string, byte[]> expected, IReadOnlyDictionary<string, byte[]> actual, string message)
    {
        Assert.True(expected.Keys.Order(StringComparer.Ordinal).SequenceEqual(actual.Keys.Order(StringComparer.Ordinal)),
            $"{message}: missing {string.Join(", ", expected.Keys.Except(actual.Keys))}; left over {string.Join(", ", actual.Keys.Except(expected.Keys))}");
        foreach (var (path, bytes) in expected)
        {
            Assert.True(bytes.AsSpan().SequenceEqual(actual[path]), $"{message}: {path} differs");
        }
    }
}
