using Blog.Publishing;
using Blog.Text;

namespace Blog.Tests.Publishing;

public class PublisherTests
{
    [Fact]
    public void A_first_build_publishes_everything_and_leaves_nothing_beside_it()
    {
        using var site = new PublishedSite();

        var report = site.Publish(("/", "home"), ("/a/", "A"), ("/feed.xml", "feed"));

        Assert.Equal(Outcome.Published, report.Outcome);
        Assert.Equal((3, 3, 3, 0, 0), (report.Outputs, report.Pages, report.Changed, report.Removed, report.Kept));
        Assert.Equal(["a/", "a/index.html", "feed.xml", "index.html"], site.Output.Keys);
        Assert.Equal("A", site.Output["a/index.html"]);
        Assert.Empty(site.Leftovers);
    }

    [Fact]
    public void A_second_build_of_the_same_makes_nothing_and_writes_nothing()
    {
        using var site = new PublishedSite();
        site.Publish(("/", "home"), ("/a/", "A"));
        var made = new List<string>();
        var steps = new List<string>();

        var report = site.Publish(Plan.Of(("/", "home"), ("/a/", "A")).Counting(made), beforeStep: steps.Add);

        Assert.Equal((0, 0, 2), (report.Changed, report.Removed, report.Kept));
        Assert.Empty(made);
        Assert.Empty(steps);
    }

    [Fact]
    public void Only_what_changed_is_made_and_written()
    {
        using var site = new PublishedSite();
        site.Publish(("/", "home"), ("/a/", "A"), ("/b/", "B"));
        var made = new List<string>();

        var report = site.Publish(Plan.Of(("/", "home"), ("/a/", "A2"), ("/b/", "B")).Counting(made));

        Assert.Equal(["/a/"], made);
        Assert.Equal([new UrlPath("/a/")], report.ChangedPaths);
        Assert.Equal("A2", site.Output["a/index.html"]);
    }

    [Fact]
    public void Other_inputs_that_give_the_same_bytes_write_nothing_but_are_remembered()
    {
        using var site = new PublishedSite();
        site.Publish(("/a/", "A"));
        var other = new BuildPlan([Plan.Page("/a/", "A") with { Recipe = Recipe.Of(() => Fingerprint.Of("other"), Plan.Page("/a/", "A").Make) }], []);
        var made = new List<string>();

        Assert.Equal((0, 0), (site.Publish(other.Counting(made)).Changed, site.Publish(other.Counting(made)).Changed));
        Assert.Single(made);
    }

    [Fact]
    public void A_file_changed_by_hand_is_written_again()
    {
        using var site = new PublishedSite();
        site.Publish(("/a/", "A"));
        site.Disk.Write("home/site/public/a/index.html", "changed by hand");

        Assert.Equal(1, site.Publish(("/a/", "A")).Changed);
        Assert.Equal("A", site.Output["a/index.html"]);
    }

    [Fact]
    public void A_file_whose_time_alone_changed_is_made_again_but_not_written()
    {
        using var site = new PublishedSite();
        site.Publish(("/a/", "A"));
        File.SetLastWriteTimeUtc(site.Disk["home/site/public/a/index.html"], new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        var made = new List<string>();

        Assert.Equal(0, site.Publish(Plan.Of(("/a/", "A")).Counting(made)).Changed);
        Assert.Equal(0, site.Publish(Plan.Of(("/a/", "A")).Counting(made)).Changed);
        Assert.Single(made);
        Assert.Equal(2001, File.GetLastWriteTimeUtc(site.Disk["home/site/public/a/index.html"]).Year);
    }

    [Fact]
    public void A_file_removed_by_hand_comes_back()
    {
        using var site = new PublishedSite();
        site.Publish(("/a/", "A"), ("/b/", "B"));
        Directory.Delete(site.Disk["home/site/public/a"], recursive: true);

        Assert.Equal(1, site.Publish(("/a/", "A"), ("/b/", "B")).Changed);
        Assert.Equal("A", site.Output["a/index.html"]);
    }

    [Fact]
    public void An_output_folder_removed_by_hand_comes_back()
    {
        using var site = new PublishedSite();
        site.Publish(("/a/", "A"), ("/b/", "B"));
        Directory.Delete(site.Disk["home/site/public"], recursive: true);

        Assert.Equal(2, site.Publish(("/a/", "A"), ("/b/", "B")).Changed);
    }

    [Fact]
    public void An_output_that_had_something_to_say_says_it_again()
    {
        using var site = new PublishedSite();
        var plan = new BuildPlan([Plan.Page("/a/", "A", Plan.Warning)], []);

        Assert.Equal(["B0001"], site.Publish(plan).CodesOf());
        var again = site.Publish(plan);

        Assert.Equal(["B0001"], again.CodesOf());
        Assert.Equal((0, 0), (again.Changed, again.Kept));
    }

    [Fact]
    public void An_output_that_had_something_to_say_is_still_ours_to_remove()
    {
        using var site = new PublishedSite();
        site.Publish(new BuildPlan([Plan.Page("/a/", "A", Plan.Warning), Plan.Page("/b/", "B")], []));

        Assert.Equal(1, site.Publish(("/b/", "B")).Removed);
        Assert.Equal(["b/", "b/index.html"], site.Output.Keys);
    }

    [Theory]
    [InlineData("an error of the plan")]
    [InlineData("an error of a maker")]
    [InlineData("a warning of the plan, strict")]
    [InlineData("a warning of a maker, strict")]
    [InlineData("two outputs for one address")]
    public void OUT_1_an_error_leaves_the_old_output_as_it_was(string mistake)
    {
        using var site = new PublishedSite();
        site.Publish(("/", "home"), ("/a/", "A"), ("/old/", "old"));
        var before = site.Disk.Tree();
        var plan = Plan.Of(("/", "new home"), ("/a/", "A"), ("/new/", "new"));
        plan = mistake switch
        {
            "an error of the plan" => plan.With(Plan.Error),
            "a warning of the plan, strict" => plan.With(Plan.Warning),
            "an error of a maker" => plan with { Outputs = plan.Outputs.Add(Plan.Page("/x/", "x", Plan.Error)) },
            "a warning of a maker, strict" => plan with { Outputs = plan.Outputs.Add(Plan.Page("/x/", "x", Plan.Warning)) },
            _ => plan with { Outputs = plan.Outputs.Add(Plan.Page("/a/", "another")) },
        };

        var report = site.Publish(plan, new() { IsStrict = mistake.EndsWith("strict", StringComparison.Ordinal) });

        Assert.Equal(Outcome.HasErrors, report.Outcome);
        Assert.NotEmpty(report.Diagnostics);
        Assert.Equal(before, site.Disk.Tree());
    }

    [Fact]
    public void OUT_1_an_error_in_a_first_build_makes_no_folder()
    {
        using var site = new PublishedSite();
        var before = site.Disk.Tree();

        site.Publish(new BuildPlan([Plan.Page("/a/", "A"), Plan.Page("/b/", "B", Plan.Error)], []));

        Assert.DoesNotContain(site.Disk.Tree().Keys, name => name.Contains("public"));
        Assert.Equal(before, Without(site.Disk.Tree(), "home/site/.blog/"));
    }

    [Fact]
    public void OUT_3_a_build_that_is_stopped_changes_nothing()
    {
        using var site = new PublishedSite();
        site.Publish(("/a/", "A"));
        var before = site.Disk.Tree();
        using var stop = new CancellationTokenSource();
        var plan = new BuildPlan([.. Enumerable.Range(0, 50).Select(i => Plan.Page($"/{i}/", "new") with
        {
            Recipe = Recipe.Of(() => Fingerprint.Of("new"), () =>
            {
                if (i == 25)
                {
                    stop.Cancel();
                }

                return new("new"u8.ToArray());
            }),
        })], []);

        Assert.Throws<OperationCanceledException>(() => site.Publish(plan, new() { Stop = stop.Token, Jobs = 4 }));
        Assert.Equal(before, site.Disk.Tree());
    }

    [Fact]
    public void OUT_7_pages_that_are_gone_go_with_their_folders_and_foreign_files_stay()
    {
        using var site = new PublishedSite();
        site.Publish(("/", "home"), ("/a/b/c/", "C"), ("/a/d/", "D"), ("/e/", "E"));
        site.Disk.Write("home/site/public/e/mine.txt", "mine");
        site.Disk.Write("home/site/public/CNAME", "example.org");

        var report = site.Publish(("/", "home"), ("/a/d/", "D"));

        Assert.Equal([new("/a/b/c/"), new UrlPath("/e/")], report.RemovedPaths);
        Assert.Equal(["CNAME", "a/", "a/d/", "a/d/index.html", "e/", "e/mine.txt", "index.html"], site.Output.Keys);
    }

    [Theory]
    [InlineData(20, 9, true)]
    [InlineData(20, 10, false)]
    [InlineData(21, 10, true)]
    [InlineData(430, 18, true)]
    [InlineData(430, 0, true)]
    [InlineData(19, 0, false)]
    public void PUB_2_a_build_that_would_lose_most_pages_is_refused(int pages, int left, bool isRefused)
    {
        using var site = new PublishedSite();
        (string, string)[] all = [.. Enumerable.Range(0, pages).Select(i => ($"/{i}/", "page"))];
        site.Publish(all);
        var before = site.Disk.Tree();

        var report = site.Publish(Plan.Of(all[..left]));

        Assert.Equal(isRefused ? Outcome.RefusedByGuard : Outcome.Published, report.Outcome);
        if (isRefused)
        {
            Assert.Contains($"would remove {pages - left} of {pages} pages; use --allow-shrink", report.Diagnostics.Select(one => one.Message));
            Assert.Equal(before, site.Disk.Tree());
            Assert.Equal(Outcome.Published, site.Publish(Plan.Of(all[..left]), new() { AllowShrink = true }).Outcome);
        }
    }

    [Theory]
    [InlineData("/a", "/a/")]
    [InlineData("/a/", "/a")]
    [InlineData("/a/b/c/", "/a")]
    [InlineData("/a", "/a/b/c/")]
    [InlineData("/Foo/", "/foo/")]
    public void PATH_8_a_file_becomes_a_folder_and_back(string first, string second)
    {
        using var site = new PublishedSite();
        site.Publish((first, "first"), ("/x/", "x"));

        site.Publish((second, "second"), ("/x/", "x"));

        using var clean = new PublishedSite();
        clean.Publish((second, "second"), ("/x/", "x"));
        Assert.Equal(clean.Output, site.Output);
    }

    [Fact]
    public void Making_all_makes_all_and_writes_only_what_differs()
    {
        using var site = new PublishedSite();
        site.Publish(("/a/", "A"), ("/b/", "B"));
        var made = new List<string>();

        var report = site.Publish(Plan.Of(("/a/", "A"), ("/b/", "B")).Counting(made), new() { MakeAll = true });

        Assert.Equal(["/a/", "/b/"], made);
        Assert.Equal((0, 0), (report.Changed, report.Kept));
    }

    [Fact]
    public void Several_workers_publish_the_same_as_one()
    {
        using var one = new PublishedSite();
        using var many = new PublishedSite();
        (string, string)[] pages = [.. Enumerable.Range(0, 200).Select(i => ($"/{i % 7}/{i}/", $"page {i}"))];

        one.Publish(Plan.Of(pages));
        many.Publish(Plan.Of(pages), new() { Jobs = 8 });

        Assert.Equal(one.Output, many.Output);
    }

    private static SortedDictionary<string, string> Without(SortedDictionary<string, string> tree, string name)
    {
        tree.Remove(name);
        return tree;
    }
}
