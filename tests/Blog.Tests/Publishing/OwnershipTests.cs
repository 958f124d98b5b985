using Blog.Publishing;

namespace Blog.Tests.Publishing;

public class OwnershipTests
{
    [Fact]
    public void OUT_5_a_folder_that_is_not_ours_is_refused()
    {
        using var site = new PublishedSite();
        LayForeignFiles(site);
        var before = site.Disk.Tree();

        var report = site.Publish(("/", "home"), ("/a/", "A"));

        Assert.Equal(Outcome.RefusedByGuard, report.Outcome);
        Assert.Contains("--adopt", Assert.Single(report.Diagnostics).Help);
        Assert.Equal(before, site.Disk.Tree());
    }

    [Fact]
    public void OUT_5_an_empty_folder_is_taken()
    {
        using var site = new PublishedSite();
        Directory.CreateDirectory(site.Disk["home/site/public"]);

        Assert.Equal(Outcome.Published, site.Publish(("/", "home")).Outcome);
        Assert.Empty(site.Leftovers);
    }

    [Fact]
    public void OUT_5_adopting_replaces_equal_paths_and_leaves_all_others()
    {
        using var site = new PublishedSite();
        LayForeignFiles(site);

        Assert.Equal(Outcome.Published, site.Publish(Plan.Of(("/", "home"), ("/a/", "A")), adopts: true).Outcome);
        Assert.Equal(Outcome.Published, site.Publish(("/a/", "A")).Outcome);

        Assert.Equal([".git/", ".git/HEAD", "CNAME", "a/", "a/index.html", "a/notes.txt"], site.Output.Keys);
        Assert.Equal("example.org", site.Output["CNAME"]);
    }

    [Fact]
    public void OUT_5_a_site_that_lost_its_memory_is_refused_and_recovers_by_adopting()
    {
        using var site = new PublishedSite();
        site.Publish(("/", "home"), ("/a/", "A"));
        Directory.Delete(site.Disk["home/site/.blog"], recursive: true);

        Assert.Equal(Outcome.RefusedByGuard, site.Publish(("/", "home"), ("/a/", "A")).Outcome);
        Assert.Equal(Outcome.Published, site.Publish(Plan.Of(("/", "home"), ("/a/", "A")), adopts: true).Outcome);
        Assert.Equal((0, 2), (site.Publish(("/", "home"), ("/a/", "A")) is var again ? again.Changed : -1, again.Kept));
    }

    [Fact]
    public void OUT_5_a_foreign_file_where_a_new_page_goes_is_not_replaced()
    {
        using var site = new PublishedSite();
        site.Publish(("/", "home"));
        site.Disk.Write("home/site/public/CNAME", "by hand");
        var before = site.Disk.Tree();

        var report = site.Publish(("/", "new home"), ("/CNAME", "from the site"));

        Assert.Equal((Outcome.RefusedByGuard, "B4014"), (report.Outcome, Assert.Single(report.Diagnostics).Code));
        Assert.Equal(before, site.Disk.Tree());
        Assert.Equal(Outcome.Published, site.Publish(Plan.Of(("/", "new home"), ("/CNAME", "by hand"))).Outcome);
    }

    [Fact]
    public void OUT_5_a_foreign_folder_where_a_new_file_goes_is_not_replaced_even_when_adopting()
    {
        using var site = new PublishedSite();
        site.Publish(("/a/", "A"));
        site.Disk.Write("home/site/public/a/mine.txt", "mine");
        var before = site.Disk.Tree();

        var report = site.Publish(Plan.Of(("/a", "a file now")), adopts: true);

        Assert.Equal((Outcome.RefusedByGuard, "B4015"), (report.Outcome, Assert.Single(report.Diagnostics).Code));
        Assert.Equal(before, site.Disk.Tree());
    }

    [Fact]
    public void OUT_5_nothing_is_published_through_a_link()
    {
        using var site = new PublishedSite();
        site.Publish(("/", "home"));
        site.Disk.Write("home/photos/a.jpg", "precious");
        site.Disk.Link("home/site/public/img", site.Disk["home/photos"]);
        var before = site.Disk.Tree();

        Assert.Equal(Outcome.RefusedByGuard, site.Publish(Plan.Of(("/", "home"), ("/img/a.jpg", "ours")), adopts: true).Outcome);
        Assert.Equal(before, site.Disk.Tree());
    }

    [Fact]
    public void OUT_5_adopting_replaces_a_link_and_not_its_target()
    {
        using var site = new PublishedSite();
        site.Disk.Write("home/photos/a.jpg", "precious");
        site.Disk.Link("home/site/public/folder", site.Disk["home/photos"]);
        File.CreateSymbolicLink(site.Disk["home/site/public/file"], site.Disk["home/photos/a.jpg"]);
        site.Disk.Link("home/site/public/nothing", site.Disk["home/nothing"]);
        var plan = Plan.Of(("/folder", "ours"), ("/file", "ours"), ("/nothing", "ours"));

        Assert.Equal(Outcome.Published, site.Publish(plan, adopts: true).Outcome);

        Assert.Equal(["ours", "ours", "ours"], site.Output.Values);
        Assert.Equal("precious", site.Disk.Read("home/photos/a.jpg"));
        Assert.False(site.Disk.Has("home/nothing"));
    }

    [Fact]
    public void OUT_5_a_folder_with_a_link_in_it_is_not_replaced_and_the_link_not_followed()
    {
        using var site = new PublishedSite();
        site.Publish(("/a/", "A"));
        site.Disk.Link("home/site/public/a/round", "..");

        Assert.Equal("B4015", Assert.Single(site.Publish(("/a", "a file now")).Diagnostics).Code);
    }

    [Fact]
    public void A_site_that_moved_with_its_output_still_knows_it()
    {
        using var site = new PublishedSite();
        site.Publish(("/", "home"), ("/a/", "A"));
        Directory.Move(site.Disk["home/site"], site.Disk["home/moved"]);
        var place = site.Place with { SiteRoot = site.Disk["home/moved"], CurrentFolder = site.Disk["home/moved"] };

        Assert.Equal(2, Publisher.Publish(Plan.Of(("/", "home"), ("/a/", "A")), FolderTarget.Open(place), new()).Kept);
    }

    [Fact]
    public void Missing_parents_of_the_output_are_made_and_a_failed_build_takes_them_back()
    {
        using var site = new PublishedSite();
        var before = site.Disk.Tree("home/site");
        var place = site.Place with { Output = "out/deep/public" };
        var failing = new BuildPlan([Plan.Page("/", "home", Plan.Error)], []);

        Publisher.Publish(failing, FolderTarget.Open(place), new());
        Directory.Delete(site.Disk["home/site/.blog"], recursive: true);
        Assert.Equal(before, site.Disk.Tree("home/site"));

        Publisher.Publish(Plan.Of(("/", "home")), FolderTarget.Open(place), new());
        Assert.Equal("home", site.Disk.Read("home/site/out/deep/public/index.html"));
    }

    [Fact]
    public void OUT_5_a_page_that_somebody_replaced_by_a_link_is_neither_followed_nor_removed()
    {
        using var site = new PublishedSite();
        site.Publish(("/", "home"), ("/a/", "A"), ("/b/", "B"));
        site.Disk.Write("home/photos/index.html", "precious");
        File.Delete(site.Disk["home/site/public/a/index.html"]);
        File.CreateSymbolicLink(site.Disk["home/site/public/a/index.html"], site.Disk["home/photos/index.html"]);
        Directory.Delete(site.Disk["home/site/public/b"], recursive: true);
        site.Disk.Link("home/site/public/b", site.Disk["home/photos"]);

        Assert.Equal(Outcome.Published, site.Publish(("/", "home")).Outcome);

        Assert.Equal("precious", site.Disk.Read("home/photos/index.html"));
        Assert.Equal(["a/", "a/index.html", "b", "index.html"], site.Output.Keys);
    }

    [Fact]
    public void OUT_6_cleaning_removes_only_what_we_published()
    {
        using var site = new PublishedSite();
        site.Publish(("/", "home"), ("/a/", "A"), ("/a/b/", "B"));
        site.Disk.Write("home/photos/index.html", "precious");
        site.Disk.Write("home/site/public/CNAME", "example.org");
        site.Disk.Link("home/site/public/a/photos", site.Disk["home/photos"]);
        Directory.Delete(site.Disk["home/site/public/a/b"], recursive: true);
        site.Disk.Link("home/site/public/a/b", site.Disk["home/photos"]);
        var before = site.Disk.Tree();

        var dry = Cleaner.Clean(site.Place, isDryRun: true);
        Assert.Equal(before, site.Disk.Tree());
        var clean = Cleaner.Clean(site.Place, isDryRun: false);

        Assert.Equal(2, clean.Removed.Length);
        Assert.Equal(dry.Removed, clean.Removed);
        Assert.Equal(["CNAME", "a/", "a/b", "a/photos"], site.Output.Keys);
        Assert.Equal("precious", site.Disk.Read("home/photos/index.html"));
        Assert.Empty(site.Leftovers);
    }

    [Fact]
    public void OUT_6_cleaning_leaves_no_empty_folder_and_the_next_build_needs_no_adopting()
    {
        using var site = new PublishedSite();
        site.Publish(("/", "home"), ("/a/", "A"));

        Assert.Equal(2, Cleaner.Clean(site.Place, isDryRun: false).Removed.Length);
        Assert.False(site.Disk.Has("home/site/public"));
        Assert.Empty(Cleaner.Clean(site.Place, isDryRun: false).Removed);
        Assert.Equal(Outcome.Published, site.Publish(("/", "home")).Outcome);
    }

    [Fact]
    public void OUT_6_cleaning_a_folder_that_is_not_ours_removes_nothing()
    {
        using var site = new PublishedSite();
        LayForeignFiles(site);
        var before = site.Disk.Tree();

        var report = Cleaner.Clean(site.Place, isDryRun: false);

        Assert.Equal((false, 0), (report.IsRefused, report.Removed.Length));
        Assert.Equal(before, site.Disk.Tree());
    }

    [Theory]
    [InlineData("../content/posts/a.md")]
    [InlineData("a/../../content/posts/a.md")]
    [InlineData("./../templates/base.html")]
    [InlineData("/content/posts/a.md")]
    [InlineData("..\\content\\posts\\a.md")]
    public void OUT_6_a_list_edited_to_name_files_outside_is_harmless(string path)
    {
        using var site = new PublishedSite();
        site.Publish(("/", "home"), ("/a/", "A"));
        var list = Directory.GetFiles(site.Disk["home/site/.blog"], "manifest-*").Single();
        var evil = Manifest.Of([new(path, null, default, 8, 0, false), new(site.Disk["home/diary.txt"], null, default, 8, 0, false)]);
        File.WriteAllText(list, ManifestText.Of(evil, "1.0"));

        Cleaner.Clean(site.Place, isDryRun: false);
        File.WriteAllText(list, ManifestText.Of(evil, "1.0"));
        site.Publish(("/", "home"));

        Assert.Equal("precious", site.Disk.Read("home/site/content/posts/a.md"));
        Assert.Equal("precious", site.Disk.Read("home/site/templates/base.html"));
        Assert.Equal("precious", site.Disk.Read("home/diary.txt"));
    }

    private static void LayForeignFiles(PublishedSite site)
    {
        site.Disk.Write("home/site/public/.git/HEAD", "ref: refs/heads/main");
        site.Disk.Write("home/site/public/CNAME", "example.org");
        site.Disk.Write("home/site/public/a/index.html", "an older tool's page");
        site.Disk.Write("home/site/public/a/notes.txt", "notes");
    }
}
