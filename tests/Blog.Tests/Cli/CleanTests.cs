namespace Blog.Tests.Cli;

public sealed class CleanTests
{
    private static Tool BuiltSite()
    {
        var tool = new Tool()
            .Write("content/site.yaml", "base_url: https://example.org/\n")
            .Write("content/about.md", "---\ntitle: About\n---\n\nMe.\n");
        tool.Run("build");
        return tool;
    }

    private static string[] Published(Tool tool) => [.. tool.Files().Where(file => file.StartsWith("public/", StringComparison.Ordinal))];

    [Fact]
    public void OUT_6_clean_removes_what_a_build_wrote_and_says_how_many()
    {
        using var tool = BuiltSite();
        var published = Published(tool);

        var ran = tool.Run("clean");

        Assert.Equal(new Ran(0, $"removed {published.Length} files from 'public'\n", ""), ran);
        Assert.False(Directory.Exists(Path.Combine(tool.Folder, "public")));
        Assert.Equal(["content/about.md", "content/site.yaml"], tool.Files());
    }

    [Fact]
    public void OUT_6_a_dry_run_names_the_files_and_removes_none()
    {
        using var tool = BuiltSite();
        var published = Published(tool);

        var ran = tool.Run("clean", "--dry-run");

        Assert.Contains("  about/index.html\n", ran.Out, StringComparison.Ordinal);
        Assert.EndsWith($"would remove {published.Length} files from 'public'\n", ran.Out, StringComparison.Ordinal);
        Assert.Equal(published, Published(tool));
    }

    [Fact]
    public void OUT_6_files_of_others_and_the_targets_of_links_stay()
    {
        using var tool = BuiltSite();
        tool.Write("public/CNAME", "example.org").Write("elsewhere/index.html", "canary");
        Directory.Delete(Path.Combine(tool.Folder, "public/about"), recursive: true);
        Directory.CreateSymbolicLink(Path.Combine(tool.Folder, "public/about"), Path.Combine(tool.Folder, "elsewhere"));

        Assert.Equal(0, tool.Run("clean").ExitCode);

        Assert.Equal("example.org", tool.Read("public/CNAME"));
        Assert.Equal("canary", tool.Read("elsewhere/index.html"));
    }

    [Fact]
    public void Cleaning_what_was_never_built_is_no_error()
    {
        using var tool = new Tool().Write("content/site.yaml", "").Write("public/notes.txt", "mine");

        Assert.Equal(new Ran(0, "nothing to remove: no build of this site has published to 'public'\n", ""), tool.Run("clean"));
        Assert.Equal("mine", tool.Read("public/notes.txt"));
    }

    [Fact]
    public void A_site_that_was_cleaned_builds_again()
    {
        using var tool = BuiltSite();
        var published = Published(tool);
        tool.Run("clean");

        Assert.Equal(0, tool.Run("build").ExitCode);
        Assert.Equal(published, Published(tool));
    }

    [Fact]
    public void Outside_a_site_nothing_is_cleaned()
    {
        using var tool = new Tool().Write("public/index.html", "mine");

        Assert.Equal(2, tool.Run("clean").ExitCode);
        Assert.Equal(["public/index.html"], tool.Files());
    }
}
