using System.Text;
using Blog.Publishing;
using Blog.Text;

namespace Blog.Tests.Publishing;

/// <summary>The law that protects the whole of publishing: after any edits, the output is the output of a clean build.</summary>
public class IncrementalLawTests
{
    private const int Rounds = 200;

    // Few names, so that files become folders and back, change their case, come and go.
    private static readonly string[] Urls =
    [
        "/", "/a", "/a/", "/a/b", "/a/b/", "/A/", "/c/d/e/", "/c/d", "/c", "/C/D/", "/feed.xml", "/.nojekyll", "/.well-known/x", "/词/", "/词/向量/", "/x y/", "/caf\u00e9/", "/cafe\u0301/",
    ];

    [Fact]
    public void INC_2_incremental_equals_clean_in_memory()
    {
        var target = new MemoryTarget();
        foreach (var plan in Plans(seed: 1))
        {
            var clean = new MemoryTarget();
            var report = Publisher.Publish(plan, target, new() { AllowShrink = true });
            Publisher.Publish(plan, clean, new());

            Assert.Equal(Outcome.Published, report.Outcome);
            Assert.Equal(Texts(clean), Texts(target));
            Assert.Equal(clean.Manifest.Entries.Select(entry => entry.File), target.Manifest.Entries.Select(entry => entry.File));
        }
    }

    [Fact]
    public void INC_2_incremental_equals_clean_on_disk()
    {
        using var site = new PublishedSite();
        foreach (var plan in Plans(seed: 2))
        {
            var clean = new MemoryTarget();
            var report = site.Publish(plan, new() { AllowShrink = true, Jobs = 2 });
            Publisher.Publish(plan, clean, new());

            Assert.Equal(Outcome.Published, report.Outcome);
            Assert.Equal(WithFolders(Texts(clean)), site.Output);
            Assert.Equal(0, site.Publish(plan).Changed);
            Assert.Empty(site.Leftovers);
        }
    }

    private static SortedDictionary<string, string> WithFolders(SortedDictionary<string, string> files)
    {
        foreach (var file in files.Keys.ToList())
        {
            for (var slash = file.IndexOf('/'); slash >= 0; slash = file.IndexOf('/', slash + 1))
            {
                files[file[..(slash + 1)]] = "";
            }
        }

        return files;
    }

    private static IEnumerable<BuildPlan> Plans(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var plan = new List<Output>();
            foreach (var url in Urls.OrderBy(_ => random.Next()).Take(random.Next(Urls.Length)))
            {
                var output = Page(url, $"{url} {random.Next(3)}", random.Next(8) == 0);
                if (Clashes.Of([.. plan, output]).IsEmpty)
                {
                    plan.Add(output);
                }
            }

            yield return new([.. plan], []);
        }
    }

    private static Output Page(string url, string text, bool hasWarning) =>
        new(new(url), Fingerprint.Of(text), () => new(Encoding.UTF8.GetBytes(text), hasWarning ? [Plan.Warning] : []), url) { IsPage = url.EndsWith('/') };

    private static SortedDictionary<string, string> Texts(MemoryTarget target) =>
        new(target.Files.ToDictionary(file => file.Key, file => Encoding.UTF8.GetString(file.Value)), StringComparer.Ordinal);
}
