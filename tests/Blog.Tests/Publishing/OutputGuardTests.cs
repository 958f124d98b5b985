using Blog.Publishing;
using Blog.Tests.Kit;

namespace Blog.Tests.Publishing;

public class OutputGuardTests
{
    // The site is T/home/me/site, the home folder T/home/me; T stands for the temporary folder. Links: see Lay.
    public static TheoryData<string> Refused => new(
    [
        "", " ", "\t", "/", "//", "///", "/.", "/..", "C:", "C:\\", "c:/", "~", "~/", "~/public", "a\0b",
        ".", "./", "./.", "public/..", "..", "../", "../..", "../../..", "../site", "../SITE", "../site/.", "../../ME",
        "content", "content/", "./content", "CONTENT", "Content/Posts", "content/posts", "content/new", "content/posts/../..", "public/../content",
        "templates", "templates/assets", "Templates", ".git", ".git/objects", ".blog", "../../me/site/content",
        "T/home/me", "T/home/me/", "T/home/ME", "T/home", "T", "T/home/me/site", "T/home/me/site/content", "T/home/other/../me",
        "to-content", "to-content/posts", "to-content/new", "to-site", "to-home", "to-root", "to-to-content", "to-posts-above/posts", "T/real-templates",
        "T/real-templates/inner",
    ]);

    public static TheoryData<string> Allowed => new(
    [
        "public", "./public/", "out/public", "contents", "content-out", "templates2", "public/content", "../public", "T/home/me/public", "T/elsewhere",
        "to-elsewhere", "to-elsewhere/new", "to-nothing", "..public", "~x", "词向量", "a b",
    ]);

    [Theory]
    [MemberData(nameof(Refused))]
    public void OUT_4_the_output_may_not_be_a_folder_to_protect(string output)
    {
        using var disk = new TemporaryFolder();
        var place = Lay(disk, output);
        var before = disk.Tree();

        var report = Publisher.Publish(Plan.Of(("/posts/first/", "published")), FolderTarget.Open(place, adopts: true), new());
        var cleaned = Cleaner.Clean(place, isDryRun: false);

        Assert.Equal(Outcome.RefusedByGuard, report.Outcome);
        Assert.NotNull(Assert.Single(report.Diagnostics).Help);
        Assert.True(cleaned.IsRefused);
        Assert.Equal(before, disk.Tree());
    }

    [Theory]
    [MemberData(nameof(Allowed))]
    public void OUT_4_any_other_folder_may_be_the_output(string output)
    {
        using var disk = new TemporaryFolder();
        var place = Lay(disk, output);
        var before = disk.Tree();

        var report = Publisher.Publish(Plan.Of(("/posts/first/", "published")), FolderTarget.Open(place), new());

        Assert.Empty(report.Diagnostics);
        Assert.All(before, entry => Assert.Contains(entry, disk.Tree()));
        Assert.Contains("published", disk.Tree().Values);
        Assert.False(Cleaner.Clean(place, isDryRun: false).IsRefused);
        Assert.DoesNotContain("published", disk.Tree().Values);
    }

    [Fact]
    public void OUT_4_a_link_that_leads_back_to_itself_is_a_failing_disk_not_an_endless_loop()
    {
        using var disk = new TemporaryFolder();
        var place = Lay(disk, "round");
        disk.Link("home/me/site/round", "round");

        Assert.Throws<IOException>(() => FolderTarget.Open(place));
    }

    [Fact]
    public void OUT_4_a_file_is_no_output_folder()
    {
        using var disk = new TemporaryFolder();
        var place = Lay(disk, "notes.txt");

        Assert.Equal("B4011", Assert.Single(FolderTarget.Open(place, adopts: true).Diagnostics).Code);
    }

    private static OutputPlace Lay(TemporaryFolder disk, string output)
    {
        foreach (var file in new[]
        {
            "home/me/diary.txt", "home/me/site/content/posts/first.md", "home/me/site/content/site.yaml", "home/me/site/.git/HEAD", "home/me/site/.git/objects/ab",
            "real-templates/base.html", "real-templates/inner/x.html", "home/me/site/notes.txt", "elsewhere-not/canary",
        })
        {
            disk.Write(file, $"precious {file}");
        }

        Directory.CreateDirectory(disk["to-be-published"]);
        disk.Link("home/me/site/templates", disk["real-templates"]);
        disk.Link("home/me/site/to-content", "content");
        disk.Link("home/me/site/to-to-content", "./to-content");
        disk.Link("home/me/site/to-posts-above", "../site/content");
        disk.Link("home/me/site/to-site", disk["home/me/site"]);
        disk.Link("home/me/site/to-home", "..");
        disk.Link("home/me/site/to-root", "/");
        disk.Link("home/me/site/to-elsewhere", disk["to-be-published"]);
        disk.Link("home/me/site/to-nothing", disk["not-yet"]);
        var typed = output == "T" || output.StartsWith("T/", StringComparison.Ordinal) ? disk.Path + output[1..] : output;
        return new(disk["home/me/site"], typed, disk["home/me/site"], disk["home/me"], "1.0");
    }
}
