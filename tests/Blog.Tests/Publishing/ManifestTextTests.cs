using System.Text;
using Blog.Publishing;
using Blog.Text;

namespace Blog.Tests.Publishing;

public class ManifestTextTests
{
    private static readonly (string, string)[] Pages = [("/", "home"), ("/a b/", "A"), ("/词/", "词"), ("/feed.xml", "feed")];

    [Fact]
    public void What_is_written_is_read_again()
    {
        var manifest = Manifest.Of(
        [
            new("index.html", Fingerprint.Of("inputs"), Fingerprint.Of("content"), 123, 638_000_000_000_000_001, true),
            new("a b/词.txt", null, default, 0, 0, false),
        ]);

        var (read, reason) = ManifestText.Parse(ManifestText.Of(manifest, "1.0"), "1.0");

        Assert.Null(reason);
        Assert.Equal(manifest.Entries, read.Entries);
    }

    [Fact]
    public void INC_3_another_version_keeps_the_files_and_forgets_their_inputs()
    {
        using var site = new PublishedSite();
        site.Publish(Pages);
        var made = new List<string>();

        var report = Publisher.Publish(Plan.Of(Pages).Counting(made), FolderTarget.Open(site.Place with { ToolVersion = "2.0" }), new());

        Assert.Equal((Outcome.Published, 0, 4), (report.Outcome, report.Changed, made.Count));
        Assert.StartsWith("cache discarded", Assert.Single(report.Diagnostics).Message);
    }

    [Fact]
    public void INC_3_a_strict_build_survives_a_discarded_cache()
    {
        using var site = new PublishedSite();
        site.Publish(Pages);

        var report = Publisher.Publish(Plan.Of(Pages), FolderTarget.Open(site.Place with { ToolVersion = "2.0" }), new() { IsStrict = true });

        Assert.Equal(Outcome.Published, report.Outcome);
    }

    [Fact]
    public void INC_3_any_flipped_bit_costs_a_full_build_at_most() => EveryDamage(Flipped);

    [Fact]
    public void INC_3_a_list_cut_anywhere_costs_a_full_build_at_most() => EveryDamage(Cut);

    [Fact]
    public void INC_3_parsing_survives_any_text()
    {
        var random = new Random(7);
        var good = ManifestText.Of(Manifest.Of([new("a", Fingerprint.Of("i"), Fingerprint.Of("c"), 1, 2, true)]), "1.0");
        for (var round = 0; round < 5_000; round++)
        {
            var text = good.ToCharArray();
            for (var i = random.Next(6); i >= 0; i--)
            {
                text[random.Next(text.Length)] = "\n\0 -/.e9\ud800é"[random.Next(10)];
            }

            var (manifest, reason) = ManifestText.Parse(new string(text), "1.0");

            // A damaged list must not claim to know anything.
            Assert.True(reason is null ? new string(text) == good : manifest.Entries.All(entry => entry.Inputs is null));
        }
    }

    private static IEnumerable<byte[]> Flipped(byte[] good)
    {
        for (var i = 0; i < good.Length; i += 7)
        {
            var bad = good.ToArray();
            bad[i] ^= (byte)(1 << (i % 8));
            yield return bad;
        }
    }

    private static IEnumerable<byte[]> Cut(byte[] good) => Enumerable.Range(0, 50).Select(i => good[..(good.Length * i / 50)]);

    private static void EveryDamage(Func<byte[], IEnumerable<byte[]>> damage)
    {
        using var site = new PublishedSite();
        site.Publish(Pages);
        var expected = site.Output;
        var list = Directory.GetFiles(site.Disk["home/site/.blog"], "manifest-*").Single();
        var good = File.ReadAllBytes(list);
        foreach (var bad in damage(good))
        {
            File.WriteAllBytes(list, bad);
            site.Disk.Write("home/site/public/feed.xml", "changed by hand");

            var report = site.Publish(Pages);

            Assert.True(report.CodesOf() is ["B4020"], $"{string.Join(' ', report.CodesOf())} for {Encoding.UTF8.GetString(bad)}");
            Assert.Equal(Outcome.Published, report.Outcome);
            Assert.Equal(expected, site.Output);
            Assert.Equal(4, site.Publish(Pages).Kept);
        }
    }
}
