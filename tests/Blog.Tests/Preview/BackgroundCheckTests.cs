using System.Collections.Immutable;
using Blog.Cli.Preview;
using Blog.Tests.Kit;
using Blog.Text;

namespace Blog.Tests.Preview;

public sealed class BackgroundCheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TaskCompletionSource<ImmutableArray<Diagnostic>> _found = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Looks_that_find_nothing_do_not_keep_it_from_its_end()
    {
        var state = StateWithABrokenLink();
        using var check = Check();

        for (var i = 0; i < 1_000 && !_found.Task.IsCompleted; i++)
        {
            check.Start(state);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.True(_found.Task.IsCompleted, "it began anew with every look");
        Assert.Equal("B5001", Assert.Single(await _found.Task).Code);
    }

    [Fact]
    public async Task It_begins_again_after_a_save_that_changed_nothing()
    {
        var state = StateWithABrokenLink();
        using var check = Check();

        check.Start(state);
        check.Stop();
        check.Start(state);

        Assert.Equal("B5001", Assert.Single(await _found.Task).Code);
    }

    private BackgroundCheck Check() => new((_, found) => _found.TrySetResult(found), problem => _found.TrySetException(problem));

    private PreviewState StateWithABrokenLink()
    {
        _folder.Write("content/site.yaml", "title: T\nbase_url: https://example.org/\n");
        _folder.Write("content/posts/a.md", "---\ntitle: A\ndate: 2026-01-01\n---\n[x](/nowhere/)\n");
        var loop = new PreviewLoop(_folder.Path, new() { Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero), ChecksLinks = false });
        return loop.Look(null)!.State; // the first look finds something
    }
}
