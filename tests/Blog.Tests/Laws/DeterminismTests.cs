using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Blog.Tests.Kit;

namespace Blog.Tests.Laws;

/// <summary>The same source gives the same bytes: the demo blog, built by the real program in places that have little in common.</summary>
public class DeterminismTests
{
    [Fact]
    public async Task DET_1_zone_language_folder_cores_and_the_order_of_files_change_no_byte()
    {
        (string Zone, string Locale, string Jobs, bool IsBackwards)[] places =
        [
            ("UTC", "C.UTF-8", "1", false),
            ("Asia/Shanghai", "zh_CN.UTF-8", "8", true),
            ("America/St_Johns", "tr_TR.UTF-8", "2", false),
            ("Pacific/Kiritimati", "ar_SA.UTF-8", "3", true),
        ];

        var hashes = new List<string>();
        foreach (var place in places)
        {
            using var folder = new TemporaryFolder();
            var site = Path.Combine(folder.Path, $"a folder for {place.Zone.Replace('/', ' ')}");
            CopyDemo(site, place.IsBackwards);
            await Build(site, place.Zone, place.Locale, place.Jobs);
            hashes.Add(HashOf(Path.Combine(site, "public")));
        }

        Assert.All(hashes, hash => Assert.Equal(hashes[0], hash));
    }

    [Fact]
    public async Task DET_2_a_date_without_a_zone_is_of_the_sites_zone_wherever_the_build_runs()
    {
        const string Post = "---\ntitle: T\ndate: 2026-11-20 00:30\n---\nText.\n";
        foreach (var zone in new[] { "UTC", "America/Los_Angeles", "Pacific/Auckland" })
        {
            using var folder = new TemporaryFolder();
            folder.Write("content/site.yaml", "title: S\nbase_url: https://example.org/\ntime_zone: Asia/Shanghai\n");
            folder.Write("content/posts/t.md", Post);
            await Build(folder.Path, zone, "en_US.UTF-8", "1");

            Assert.Contains("2026-11-19T16:30:00Z", File.ReadAllText(Path.Combine(folder.Path, "public", "feed.xml")), StringComparison.Ordinal);
            Assert.Contains(">2026-11-20<", File.ReadAllText(Path.Combine(folder.Path, "public", "index.html")), StringComparison.Ordinal);
            Assert.True(Directory.Exists(Path.Combine(folder.Path, "public", "archives", "2026", "11")));
        }
    }

    private static void CopyDemo(string site, bool isBackwards)
    {
        var content = Path.Combine(Repository.Root, "content");
        var files = Directory.GetFiles(content, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        foreach (var file in isBackwards ? files.Reverse() : files)
        {
            var copy = Path.Combine(site, "content", Path.GetRelativePath(content, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!); // below the site, so it has a folder
            File.Copy(file, copy);
        }
    }

    private static async Task Build(string site, string zone, string locale, string jobs)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Blog.Cli.dll"), "build", "--jobs", jobs, "--clock", "2026-11-21T00:00:00Z"])
        {
            WorkingDirectory = site,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TZ"] = zone;
        start.Environment["LANG"] = start.Environment["LC_ALL"] = locale;
        using var process = Process.Start(start)!; // null only where a shell reuses a process
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, await said + await complained);
    }

    // Names and bytes of all files.
    private static string HashOf(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file)));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
