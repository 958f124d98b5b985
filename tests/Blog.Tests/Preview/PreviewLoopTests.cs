using Blog.Cli.Preview;
using Blog.Publishing;
using Blog.Reading;
using Blog.Tests.Kit;

namespace Blog.Tests.Preview;

/// <summary>A preview shows what a build would publish, whatever it remembers.</summary>
public sealed class PreviewLoopTests : IDisposable
{
    private static readonly BuildOptions Options = new() { Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero), ChecksLinks = false };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    public void After_fifty_random_edits_each_state_equals_a_clean_build(int seed, bool hasHints)
    {
        var site = new SiteInAString(EditScript.Site);
        var script = new EditScript(seed);
        var written = Save(site, []);
        var loop = new PreviewLoop(_folder.Path, Options);
        loop.Look(null);
        var shown = 0;
        for (var step = 0; step < 50; step++)
        {
            var edit = script.Next(site);
            var before = written;
            written = Save(site, before);
            var changed = written.Where(file => before.GetValueOrDefault(file.Key) != file.Value).Select(file => file.Key).Concat(before.Keys.Except(written.Keys));

            loop.Look(hasHints ? new(changed.Select(name => _folder[name]).ToHashSet(), IsEverywhere: false) : null);

            var clean = Build.Plan(Sources.Read(_folder.Path), Options);
            Assert.True(loop.State.Errors.IsEmpty != clean.Outputs.HasErrors, $"step {step}: {edit}");
            if (!clean.Outputs.HasErrors)
            {
                shown++;
                AssertSame(clean.Outputs, loop.State.Site!, $"step {step}: {edit}"); // no errors, so there is a site
            }
        }

        Assert.True(shown > 40, $"only {shown} of 50 states had no errors");
    }

    [Fact]
    public void A_look_without_changes_finds_nothing()
    {
        Save(new(EditScript.Site), []);
        var loop = new PreviewLoop(_folder.Path, Options);

        Assert.NotNull(loop.Look(null));
        Assert.Null(loop.Look(null));
        Assert.Null(loop.Look(new(new HashSet<string> { _folder["content/about.md"] }, IsEverywhere: false)));
    }

    [Fact]
    public void An_error_keeps_the_last_good_site_and_goes_with_its_cause()
    {
        Save(new(EditScript.Site), []);
        var loop = new PreviewLoop(_folder.Path, Options);
        loop.Look(null);
        var good = loop.State.Site;

        _folder.Write("content/about.md", "---\ntitle: [\n---\n");
        loop.Look(null);
        Assert.Same(good, loop.State.Site);
        Assert.Equal("content/about.md", Assert.Single(loop.State.Errors).Source?.Path);

        _folder.Write("content/about.md", "---\ntitle: Good again\n---\n");
        loop.Look(null);
        Assert.Empty(loop.State.Errors);
        Assert.NotSame(good, loop.State.Site);
    }

    [Fact]
    public void WATCH_1_a_file_that_is_emptied_and_written_a_moment_later_is_never_seen_empty()
    {
        Save(new(EditScript.Site), []);
        var waits = 0;
        var loop = new PreviewLoop(_folder.Path, Options, () =>
        {
            // In two parts, as large files are written.
            var part = ++waits switch { 3 => "---\ntitle: Half", 4 => " and half\n---\nWhole.\n", _ => "" };
            File.AppendAllText(_folder["content/about.md"], part);
        });
        loop.Look(null);

        File.WriteAllText(_folder["content/about.md"], "");
        loop.Look(new(new HashSet<string> { _folder["content/about.md"] }, IsEverywhere: false));

        var page = Assert.Single(loop.State.Site!.Plan.Site.Pages, page => page.Url.Value == "/about/"); // the site has no errors
        Assert.Equal("Half and half", page.Title.Text);
        Assert.Equal(5, waits);
    }

    [Theory]
    [InlineData("content/about.md")]
    [InlineData("content/posts/nlp/new.md")]
    public void WATCH_1_a_file_that_stays_empty_is_believed_after_ten_moments_and_not_doubted_again(string file)
    {
        Save(new(EditScript.Site), []);
        var waits = 0;
        var loop = new PreviewLoop(_folder.Path, Options, () => waits++);
        loop.Look(null);

        File.WriteAllText(_folder[file], "");
        Assert.Equal([file], loop.Look(null)!.Changed.Select(path => path.Value)); // it is empty now
        Assert.Equal(10, waits);

        _folder.Write("content/posts/ml/other.md", "---\ntitle: O\ndate: 2026-01-01\n---\n");
        Assert.NotNull(loop.Look(null));
        Assert.Equal(10, waits);
    }

    [Theory]
    [InlineData("draft: true", "draft")]
    [InlineData("date: 2026-11-22", "future")]
    [InlineData("date: 2026-01-01\nexpires: 2026-11-20", "expired")]
    [InlineData("date: 2026-01-01\nexpires: 2026-11-21", null)]
    [InlineData("date: 2026-11-21", null)]
    public void What_a_build_would_leave_out_is_marked(string meta, string? mark)
    {
        _folder.Write("content/posts/a.md", $"---\ntitle: A\n{meta}\n---\nText.\n");
        var loop = new PreviewLoop(_folder.Path, Options with { IncludeDrafts = true, IncludeFuture = true, IncludeExpired = true });
        loop.Look(null);

        Assert.Equal(mark, loop.State.Site!.Unpublished.GetValueOrDefault(new("/posts/a/"))); // the site has no errors
    }

    [Fact]
    public void An_edit_of_one_post_renders_no_other()
    {
        var site = new SiteInAString(EditScript.Site);
        Save(site, []);
        var memory = new BuildMemory();
        var sources = Sources.Read(_folder.Path);
        var before = Build.Plan(sources, Options, memory).Site.Posts.Concat(Build.Plan(sources, Options, memory).Site.Pages).ToHashSet(ReferenceEqualityComparer.Instance);

        _folder.Write("content/posts/ml/a.md", site.Source("content/posts/ml/a.md") + "\nMore.\n");
        var after = Build.Plan(Sources.Read(_folder.Path, sources), Options, memory).Site;

        Assert.Equal(["content/posts/ml/a.md"], after.Posts.Concat(after.Pages).Where(post => !before.Contains(post)).Select(post => post.Entry.Path.Value));
    }

    [Theory]
    [InlineData("content/posts/nlp/new.md", "---\ntitle: N\ndate: 2020-01-01\n---\n", "picture broken")]
    [InlineData("content/img/new.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"3\" height=\"4\"/>", "picture broken")]
    [InlineData("content/included.py", "print(2)\n", "including")]
    public void What_a_post_asked_for_renders_it_again_when_the_answer_is_another(string file, string text, string posts)
    {
        Save(new(EditScript.Site), []);
        _folder.Write("content/included.py", "print(1)\n");
        _folder.Write("content/posts/ml/broken.md", "---\ntitle: X\ndate: 2026-05-01\n---\n[new](../nlp/new.md)\n");
        _folder.Write("content/posts/ml/picture.md", "---\ntitle: Y\ndate: 2026-05-02\n---\n![new](../../img/new.svg)\n");
        _folder.Write("content/posts/ml/including.md", "---\ntitle: Z\ndate: 2026-05-03\n---\n::include{src=\"/included.py\"}\n");
        var loop = new PreviewLoop(_folder.Path, Options);
        loop.Look(null);
        var before = loop.State.Site!.Plan.Site.Posts.ToDictionary(one => one.Entry.Path.Value); // the site has no errors

        _folder.Write(file, text);
        loop.Look(null);

        // Links that lead nowhere look at all names there are, for one that the author may have meant.
        var renewed = loop.State.Site!.Plan.Site.Posts.Where(one => before.TryGetValue(one.Entry.Path.Value, out var old) && !ReferenceEquals(old, one));
        Assert.Equal(posts, string.Join(' ', renewed.Select(one => one.Entry.Path.Stem)));
        AssertSame(Build.Plan(Sources.Read(_folder.Path), Options).Outputs, loop.State.Site, file);
    }

    internal static void AssertSame(BuildPlan clean, PreviewSite shown, string what)
    {
        Assert.Equal(clean.Outputs.Select(output => output.Path.Value).Order(StringComparer.Ordinal), shown.Plan.Outputs.Outputs.Select(output => output.Path.Value).Order(StringComparer.Ordinal));
        foreach (var output in clean.Outputs)
        {
            var file = shown.Make(shown.Find(output.Path.Value)!); // the addresses are the same
            Assert.True(output.Make().Bytes.Span.SequenceEqual(file.Bytes.Span), $"{what}: {output.Path}");
            Assert.True(output.Inputs == file.Version, $"{what}: inputs of {output.Path}");
        }
    }

    // Times of files are those of the disk: an edit that keeps the length is seen by them alone.
    private Dictionary<string, string> Save(SiteInAString site, Dictionary<string, string> before)
    {
        var now = site.SourceNames.ToDictionary(name => name, site.Source, StringComparer.Ordinal);
        foreach (var (name, text) in now.Where(file => before.GetValueOrDefault(file.Key) != file.Value))
        {
            _folder.Write(name, text);
        }

        foreach (var gone in before.Keys.Except(now.Keys))
        {
            File.Delete(_folder[gone]);
        }

        return now;
    }
}
