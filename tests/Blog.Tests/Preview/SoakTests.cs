using System.Globalization;
using Blog.Cli.Preview;
using Blog.Reading;
using Blog.Tests.Kit;

namespace Blog.Tests.Preview;

/// <summary>What is measured of the whole process: no other test runs beside.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>A day of writing in a minute.</summary>
[Collection(nameof(Alone))]
public sealed class SoakTests : IDisposable
{
    private const int Posts = 40;

    private static readonly BuildOptions Options = new() { Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero), ChecksLinks = false };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WATCH_8_a_thousand_edits_leave_memory_and_handles_as_they_were()
    {
        _folder.Write("content/site.yaml", "title: T\nbase_url: https://example.org/\n");
        for (var post = 0; post < Posts; post++)
        {
            Save(post, 0);
        }

        var loop = new PreviewLoop(_folder.Path, Options);
        loop.Look(null);
        await using var server = await Start(loop);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{server.Port.ToString(CultureInfo.InvariantCulture)}") };
        var (memory, handles) = (0L, 0);
        for (var edit = 1; edit <= 1_000; edit++)
        {
            var post = edit % Posts;
            Save(post, edit);
            loop.Look(new(new HashSet<string> { _folder[NameOf(post)] }, IsEverywhere: edit % 10 == 0));
            server.Reload.Tell(PreviewNotes.OfChange(loop.State, null));

            Assert.Contains($"Edit {edit}.", await client.GetStringAsync(new Uri($"/posts/p{post}/", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
            await client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
            if (edit == 100)
            {
                (memory, handles) = (Memory(), Handles());
            }
        }

        Assert.InRange(Memory(), 0, memory * 1.1);
        Assert.InRange(Handles(), 0, handles + 5); // connections of the client come and go
        var clean = Build.Plan(Sources.Read(_folder.Path), Options);
        Assert.All(clean.Outputs.Outputs, output => Assert.True(output.Make().Bytes.Span.SequenceEqual(loop.State.Site!.Make(loop.State.Site.Find(output.Path.Value)!).Bytes.Span), output.Path.Value)); // the site has no errors
    }

    private static string NameOf(int post) => $"content/posts/p{post}.md";

    // The texts have one length, so that memory does not grow with them.
    private void Save(int post, int edit) =>
        _folder.Write(NameOf(post), $"---\ntitle: P{post}\ndate: 2026-01-01\n---\nEdit {edit}. Made{new string('.', 8 - edit.ToString(CultureInfo.InvariantCulture).Length)}\n\n$x_{edit % 7}$ and `code`.\n");

    private static long Memory()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static int Handles() => Directory.Exists("/proc/self/fd") ? Directory.GetFiles("/proc/self/fd").Length : 0;

    private static async Task<PreviewServer> Start(PreviewLoop loop) =>
        (await PreviewServer.Start("127.0.0.1", RawHttp.FreePort(), () => loop.State, new("/", "", hasBar: true)))!; // a port was free
}
