using System.Globalization;
using Blog.Cli.Preview;
using Blog.Reading;
using Blog.Tests.Kit;

namespace Blog.Tests.Preview;

/// <summary>Folders that come, go and are moved, as file managers and <c>git</c> do it, while somebody watches.</summary>
public sealed class FolderOperationsTests : IDisposable
{
    private const int Operations = 1_000;
    private const int Checks = 4;

    private static readonly BuildOptions Options = new() { Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero), ChecksLinks = false };
    private static readonly string[] Names = ["a", "b", "c", "d"];

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _end = new(TimeSpan.FromMinutes(2)); // a guard against waiting for ever, no measure
    private readonly HashSet<string> _hinted = new(StringComparer.Ordinal);
    private int _counter;

    public void Dispose()
    {
        _end.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void WATCH_4_after_a_thousand_random_operations_the_state_equals_a_clean_build(int seed)
    {
        _folder.Write("content/site.yaml", "title: T\nbase_url: https://example.org/\n");
        Directory.CreateDirectory(_folder["content/posts"]);
        Directory.CreateDirectory(_folder["away"]);
        using var watcher = new SourceWatcher(_folder.Path, isPolling: false, _ => { }) { IdlePause = TimeSpan.FromMilliseconds(300) };
        var loop = new PreviewLoop(_folder.Path, Options);
        loop.Look(null);
        var random = new Random(seed);
        for (var check = 1; check <= Checks; check++)
        {
            for (var i = 0; i < Operations / Checks; i++)
            {
                Operate(random);
            }

            LookUntilQuiet(watcher, loop);
            Compare(loop, $"check {check} of seed {seed}");
            ExpectEventsFromEverywhere(watcher);
        }
    }

    private void Operate(Random random)
    {
        var folders = Folders();
        var some = folders[random.Next(folders.Count)];
        var other = Path.Combine(folders[random.Next(folders.Count)], Names[random.Next(Names.Length)]);
        var isRoot = some == _folder["content/posts"];
        switch (random.Next(6))
        {
            case 0: // made with files in it, perhaps where one was a moment ago
                Fill(other, random);
                break;
            case 1 when !isRoot:
                Directory.Delete(some, recursive: true);
                break;
            case 2 when !isRoot: // removed and made again at once
                Directory.Delete(some, recursive: true);
                Fill(some, random);
                break;
            case 3 when !isRoot && !Directory.Exists(other) && !IsIn(some, other):
                Directory.Move(some, other);
                break;
            case 4 when !isRoot && Directory.GetDirectories(_folder["away"]).Length < 5: // out of the tree
                Directory.Move(some, Path.Combine(_folder["away"], Next()));
                break;
            case 5 when Directory.GetDirectories(_folder["away"]) is [var away, ..] && !Directory.Exists(other): // into the tree, with all that is in it
                Directory.Move(away, other);
                break;
            default: // all of 'posts' goes and is there again
                Directory.Move(_folder["content/posts"], _folder["away/posts"]);
                Directory.Move(_folder["away/posts"], _folder["content/posts"]);
                break;
        }
    }

    private void Fill(string folder, Random random)
    {
        if (Path.GetRelativePath(_folder["content/posts"], folder).Split(Path.DirectorySeparatorChar).Length > 4)
        {
            return;
        }

        Directory.CreateDirectory(Path.Combine(folder, Names[random.Next(Names.Length)]));
        File.WriteAllText(Path.Combine(folder, "p.md"), $"---\ntitle: P{Next()}\ndate: 2026-01-01\n---\nText {Next()}.\n");
    }

    private string Next() => (++_counter).ToString(CultureInfo.InvariantCulture);

    private static bool IsIn(string folder, string path) => (path + Path.DirectorySeparatorChar).StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // In one order everywhere, so that a seed is a seed.
    private List<string> Folders() =>
        [_folder["content/posts"], .. Directory.GetDirectories(_folder["content/posts"], "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    // As the preview does, until two looks at everything in a row were no answer to an event.
    private void LookUntilQuiet(SourceWatcher watcher, PreviewLoop loop)
    {
        for (var quiet = 0; quiet < 2;)
        {
            var hint = watcher.Next(_end.Token);
            loop.Look(hint);
            quiet = hint.Paths.Count == 0 ? quiet + 1 : 0;
        }
    }

    private void Compare(PreviewLoop loop, string what)
    {
        var clean = Build.Plan(Sources.Read(_folder.Path), Options);
        Assert.False(clean.Outputs.HasErrors, what);
        PreviewLoopTests.AssertSame(clean.Outputs, loop.State.Site!, what); // no errors, so there is a site
    }

    // What looks at everything find is one thing; a folder that is not watched any more would be slow for ever.
    private void ExpectEventsFromEverywhere(SourceWatcher watcher)
    {
        var files = Folders().Select(folder => Path.Combine(folder, "p.md")).ToList();
        files.ForEach(file => File.WriteAllText(file, $"---\ntitle: P{Next()}\ndate: 2026-01-01\n---\nTouched {Next()}.\n"));
        _hinted.Clear();
        while (!files.All(_hinted.Contains))
        {
            _hinted.UnionWith(watcher.Next(_end.Token).Paths);
        }
    }
}
