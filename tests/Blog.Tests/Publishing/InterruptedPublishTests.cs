using Blog.Publishing;

namespace Blog.Tests.Publishing;

public class InterruptedPublishTests
{
    private static readonly (string, string)[] Old =
        [("/", "home"), ("/a/", "A"), ("/b/", "B"), ("/c/", "C"), ("/file", "a file"), ("/folder/x/", "X"), ("/folder/y/", "Y"), ("/Case/", "upper")];

    private static readonly (string, string)[] New =
        [("/", "new home"), ("/a/", "A"), ("/b/", "new B"), ("/d/", "D"), ("/file/", "now a folder"), ("/folder", "now a file"), ("/case/", "lower"), ("/e/f/g/", "G")];

    [Fact]
    public void OUT_2_a_publish_stopped_before_any_step_is_finished_by_the_next_build()
    {
        var expected = Published(New);
        for (var stop = 1; ; stop++)
        {
            using var site = new PublishedSite();
            site.Publish(Old);
            site.Disk.Write("home/site/public/mine.txt", "mine");
            var before = site.Output;
            if (!Interrupt(site, New, stop, []))
            {
                Assert.True(stop > 20, "the steps of a publish can no longer be counted");
                break;
            }

            AssertEveryFileIsOldOrNew(site);
            var journalled = site.Disk.Tree().Keys.Any(name => name.Contains("journal-", StringComparison.Ordinal));
            if (!journalled)
            {
                // Nothing has moved yet: as if the build had never begun.
                Assert.Empty(site.Leftovers);
                Assert.Equal(before, site.Output);
            }

            var report = site.Publish(New);

            Assert.Equal(Outcome.Published, report.Outcome);
            Assert.Equal(journalled, report.CodesOf().Contains("B4022"));
            AssertSame(expected, site);
            Assert.Equal((0, New.Length), (site.Publish(New) is var again ? again.Changed : -1, again.Kept));
        }
    }

    [Fact]
    public void OUT_2_a_finish_that_is_interrupted_as_well_is_finished_later()
    {
        var expected = Published(New);
        for (var stop = 1; stop < 14; stop++)
        {
            using var site = new PublishedSite();
            site.Publish(Old);
            site.Disk.Write("home/site/public/mine.txt", "mine");
            var steps = new List<string>();
            Interrupt(site, New, Array.IndexOf([.. StepsOf()], "journal") + 2, steps);
            for (var more = 1; more < 40 && Interrupt(site, New, 1 + (more % stop), []); more++)
            {
                AssertEveryFileIsOldOrNew(site);
            }

            site.Publish(New);
            AssertSame(expected, site);
        }
    }

    [Fact]
    public void OUT_2_an_interrupted_first_publish_is_finished_too()
    {
        for (var stop = 1; ; stop++)
        {
            using var site = new PublishedSite();
            if (!Interrupt(site, New, stop, []))
            {
                Assert.True(stop > 5);
                break;
            }

            Assert.Equal(Outcome.Published, site.Publish(New).Outcome);
            Assert.Equal(Published(New, withForeignFile: false), site.Output);
            Assert.Empty(site.Leftovers);
        }
    }

    [Fact]
    public void OUT_2_the_next_build_may_publish_something_else()
    {
        using var site = new PublishedSite();
        site.Publish(Old);
        Interrupt(site, New, Array.IndexOf([.. StepsOf()], "journal") + 4, []);

        Assert.Equal(Outcome.Published, site.Publish(("/a/", "A3")).Outcome);
        Assert.Equal(["a/", "a/index.html"], site.Output.Keys);
    }

    [Fact]
    public void OUT_2_an_interrupted_publish_is_finished_even_when_the_next_build_has_errors()
    {
        using var site = new PublishedSite();
        site.Publish(Old);
        Interrupt(site, New, Array.IndexOf([.. StepsOf()], "journal") + 4, []);

        var report = site.Publish(Plan.Of(("/", "x")).With(Plan.Error));

        Assert.Contains("B4022", report.CodesOf());
        Assert.Equal(Published(New, withForeignFile: false), site.Output);
    }

    [Fact]
    public void OUT_2_what_a_killed_build_left_in_staging_is_swept_away()
    {
        using var site = new PublishedSite();
        site.Publish(Old);
        string? staging = null;
        Assert.Throws<IOException>(() => site.Publish(Plan.Of(New), beforeStep: step =>
        {
            if (step == "journal")
            {
                staging = Directory.GetDirectories(site.Disk["home/site"], ".public.staging-*").Single();
                throw new IOException("stop");
            }
        }));
        site.Disk.Write(staging![(site.Disk.Path.Length + 1)..] + "/half/index.html", "half");    // what kill -9 would have left

        site.Publish(New);

        Assert.Equal(Published(New, withForeignFile: false), site.Output);
        Assert.Empty(site.Leftovers);
    }

    [Fact]
    public void OUT_2_staging_is_swept_away_even_by_a_build_that_changes_nothing()
    {
        using var site = new PublishedSite();
        var staging = Path.GetFileName(StagingName(site));
        site.Disk.Write($"home/site/{staging}/half.html", "half");
        site.Disk.Write($"home/site/public/{staging.Replace(".public", "")}/half.html", "half");
        var expected = Published(Old, withForeignFile: false);

        Assert.Equal(0, site.Publish(Old).Changed);

        Assert.Equal(expected, site.Output);
        Assert.Empty(site.Leftovers);
    }

    [Fact]
    public void OUT_2_a_folder_that_somebody_fills_before_the_finish_is_named_and_kept()
    {
        using var site = new PublishedSite();
        site.Publish(Old);
        Interrupt(site, New, StepsOf().IndexOf("place folder"), []);
        site.Disk.Write("home/site/public/folder/mine.txt", "mine");

        var report = site.Publish(New);

        Assert.Equal(["B4022", "B4015"], report.CodesOf());
        Assert.Equal("mine", site.Output["folder/mine.txt"]);
        File.Delete(site.Disk["home/site/public/folder/mine.txt"]);
        Assert.Equal(Outcome.Published, site.Publish(New).Outcome);
        Assert.Equal(Published(New, withForeignFile: false), site.Output);
    }

    [Fact]
    public void OUT_5_an_interrupted_first_publish_does_not_take_a_folder_that_somebody_else_made()
    {
        using var site = new PublishedSite();
        Interrupt(site, New, 1 + New.Length + 2, []);
        Assert.NotEmpty(site.Leftovers);
        site.Disk.Write("home/site/public/index.html", "precious");

        Assert.Equal(Outcome.RefusedByGuard, site.Publish(New).Outcome);
        Assert.Equal(["index.html"], site.Output.Keys);
        Assert.Equal("precious", site.Output["index.html"]);
        Assert.Empty(site.Leftovers);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(40)]
    [InlineData(200)]
    [InlineData(-1)]
    public void INC_3_a_damaged_journal_costs_a_full_build(int damaged)
    {
        using var site = new PublishedSite();
        site.Publish(Old);
        Interrupt(site, New, Array.IndexOf([.. StepsOf()], "journal") + 6, []);
        var journal = Directory.GetFiles(site.Disk["home/site/.blog"], "journal-*").Single();
        var bytes = File.ReadAllBytes(journal);
        if (damaged < 0)
        {
            bytes = bytes[..(bytes.Length / 2)];
        }
        else
        {
            bytes[damaged] ^= 1;
        }

        File.WriteAllBytes(journal, bytes);

        var report = site.Publish(New);

        Assert.Contains("B4020", report.CodesOf());
        Assert.Equal(Published(New, withForeignFile: false), site.Output);
    }

    [Fact]
    public void OUT_8_an_output_folder_removed_while_building_is_made_again()
    {
        using var site = new PublishedSite();
        site.Publish(Old);
        var plan = Plan.Of(New);
        site.Publish(plan, beforeStep: step =>
        {
            if (step == "journal")
            {
                Directory.Delete(site.Disk["home/site/public"], recursive: true);
            }
        });

        site.Publish(New);

        Assert.Equal(Published(New, withForeignFile: false), site.Output);
    }

    [Fact]
    public void OUT_8_staging_lies_inside_the_output_when_it_cannot_lie_beside_it()
    {
        using var site = new PublishedSite();
        site.Publish(Old);
        site.Disk.Write(StagingName(site), "a file in the way of staging");

        for (var stop = 1; Interrupt(site, New, stop, []); stop++)
        {
            AssertEveryFileIsOldOrNew(site);
        }

        site.Publish(New);
        Assert.Equal(Published(New, withForeignFile: false), site.Output);
        Assert.Single(site.Leftovers);
    }

    [Fact]
    public void IO_6_a_site_whose_memory_cannot_be_written_is_published_with_a_warning()
    {
        using var site = new PublishedSite();
        site.Disk.Write("home/site/.blog", "a file, not a folder");

        var report = site.Publish(New);

        Assert.Equal((Outcome.Published, "B4021"), (report.Outcome, Assert.Single(report.Diagnostics).Code));
        Assert.Equal(Outcome.RefusedByGuard, site.Publish(New).Outcome);
        Assert.Equal(Outcome.Published, site.Publish(Plan.Of(New), adopts: true).Outcome);
        Assert.Equal(Published(New, withForeignFile: false), site.Output);
    }

    private static string StagingName(PublishedSite site)
    {
        var name = "";
        site.Publish(Plan.Of([.. Old, ("/probe/", "x")]), beforeStep: step =>
        {
            name = step == "journal" ? Path.GetFileName(Directory.GetDirectories(site.Disk["home/site"], ".public.staging-*").Single()) : name;
        });
        site.Publish(Old);
        return $"home/site/{name}";
    }

    private static List<string> StepsOf()
    {
        using var site = new PublishedSite();
        site.Publish(Old);
        var steps = new List<string>();
        site.Publish(Plan.Of(New), beforeStep: steps.Add);
        return steps;
    }

    // False when the publish had fewer steps than that.
    private static bool Interrupt(PublishedSite site, (string, string)[] pages, int step, List<string> steps)
    {
        try
        {
            site.Publish(Plan.Of(pages), beforeStep: name =>
            {
                steps.Add(name);
                if (steps.Count == step)
                {
                    throw new IOException($"stopped before '{name}'");
                }
            });
            return false;
        }
        catch (IOException e) when (e.Message.Contains("stopped before", StringComparison.Ordinal))
        {
            return true;
        }
    }

    private static SortedDictionary<string, string> Published((string, string)[] pages, bool withForeignFile = true)
    {
        using var site = new PublishedSite();
        site.Publish(pages);
        if (withForeignFile)
        {
            site.Disk.Write("home/site/public/mine.txt", "mine");
        }

        return site.Output;
    }

    private static void AssertSame(SortedDictionary<string, string> expected, PublishedSite site)
    {
        Assert.Equal(expected, site.Output);
        Assert.Empty(site.Leftovers);
    }

    private static void AssertEveryFileIsOldOrNew(PublishedSite site)
    {
        string[] texts = [.. Old.Concat(New).Select(page => page.Item2), "mine", ""];
        Assert.All(site.Output.Where(file => !file.Key.Contains("staging")), file => Assert.Contains(file.Value, texts));
    }
}
