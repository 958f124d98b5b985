using Blog.Publishing;
using Blog.Tests.Kit;

namespace Blog.Tests.Publishing;

public class BuildLockTests
{
    [Fact]
    public void INC_1_the_second_build_waits_and_then_names_the_holder()
    {
        using var disk = new TemporaryFolder();
        using var first = BuildLock.Acquire(disk.Path, 4711, () => false).Lock;
        var waits = 0;

        var (second, problem) = BuildLock.Acquire(disk.Path, 4712, () => ++waits < 3);

        Assert.Null(second);
        Assert.Equal(3, waits);
        Assert.Equal("another build of this site is running: process 4711", problem?.Message);
    }

    [Fact]
    public void INC_1_the_second_build_goes_on_when_the_first_is_done()
    {
        using var disk = new TemporaryFolder();
        var first = BuildLock.Acquire(disk.Path, 1, () => false).Lock;

        using var second = BuildLock.Acquire(disk.Path, 2, () =>
        {
            first?.Dispose();
            return true;
        }).Lock;

        Assert.NotNull(second);
        Assert.NotNull(BuildLock.Acquire(disk.Path, 3, () => false).Problem);
    }

    [Fact]
    public void INC_1_what_a_dead_holder_left_does_not_hold_anybody_up()
    {
        using var disk = new TemporaryFolder();
        disk.Write(".blog/lock", "");
        disk.Write(".blog/lock-holder", "4711");

        using var taken = BuildLock.Acquire(disk.Path, 2, () => false).Lock;

        Assert.NotNull(taken);
        Assert.Equal("2", disk.Read(".blog/lock-holder"));
    }

    [Fact]
    public void INC_1_twenty_at_once_come_one_after_another()
    {
        using var disk = new TemporaryFolder();
        var (inside, most, done) = (0, 0, 0);
        Thread[] builds = [.. Enumerable.Range(0, 20).Select(id => new Thread(() =>
        {
            using var taken = BuildLock.Acquire(disk.Path, id, Thread.Yield() ? () => true : () => true).Lock;
            most = Math.Max(most, Interlocked.Increment(ref inside));
            Interlocked.Increment(ref done);
            Interlocked.Decrement(ref inside);
        }))];

        Array.ForEach(builds, build => build.Start());
        Array.ForEach(builds, build => build.Join());

        Assert.Equal((1, 20), (most, done));
    }

    [Fact]
    public void IO_6_where_nothing_can_be_written_nobody_is_held_up()
    {
        using var disk = new TemporaryFolder();
        disk.Write(".blog", "a file, not a folder");

        using var taken = BuildLock.Acquire(disk.Path, 1, () => false).Lock;

        Assert.NotNull(taken);
    }
}
