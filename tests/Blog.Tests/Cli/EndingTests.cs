using Blog.Cli;
using Blog.Publishing;

namespace Blog.Tests.Cli;

/// <summary>How runs end that do not go as they should: interrupted, out of disk, with a bug, into a closed pipe.</summary>
public sealed class EndingTests
{
    private static Tool Site() => new Tool()
        .Write("content/site.yaml", "base_url: https://example.org/\n")
        .Write("content/about.md", "---\ntitle: About\n---\n\nMe.\n");

    [Theory]
    [InlineData(ExitCode.Interrupted)]
    [InlineData(ExitCode.Terminated)]
    public void OUT_3_an_interrupted_build_publishes_nothing_and_says_so(int exitCode)
    {
        using var tool = Site();
        tool.Interruption.Request(exitCode);

        Assert.Equal(new Ran(exitCode, "", "stopped, nothing published\n"), tool.Run("build"));
        Assert.Equal(["content/about.md", "content/site.yaml"], tool.Files());
    }

    [Fact]
    public void INC_1_a_build_that_runs_beside_another_is_the_machines_failure()
    {
        using var tool = Site();
        var held = BuildLock.Acquire(tool.Folder, 4242, () => false);
        using (held.Lock)
        {
            tool.Clock.IsImpatient = true;

            var ran = tool.Run("build");

            Assert.Equal(ExitCode.MachineFailed, ran.ExitCode);
            Assert.Contains("process 4242", ran.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void IO_1_a_failing_disk_is_told_with_the_systems_reason()
    {
        using var tool = Site();
        using var full = new FailingWriter(new IOException("No space left on device : '/dev/full'"));

        var ran = tool.Run(full, "build");

        Assert.Equal(ExitCode.MachineFailed, ran.ExitCode);
        Assert.Equal("error B0030: No space left on device : '/dev/full'\n", ran.Error);
    }

    [Fact]
    public void PUB_3_a_bug_of_ours_has_an_id_and_no_stack_trace()
    {
        using var tool = Site();
        using var broken = new FailingWriter(new InvalidOperationException("secret"));

        var ran = tool.Run(broken, "build");

        Assert.Equal(ExitCode.Bug, ran.ExitCode);
        Assert.Matches(@"^internal error [0-9a-f]{8} in blog \S+, please report it\n  help: .*\n$", ran.Error);
    }

    [Fact]
    public void PUB_3_verbose_shows_where_the_bug_is()
    {
        using var tool = Site();
        using var broken = new FailingWriter(new InvalidOperationException("\e]0;title"));

        var ran = tool.Run(broken, "build", "-v");

        Assert.Contains("InvalidOperationException", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', ran.Error);
    }

    [Fact]
    public void The_same_bug_has_the_same_id()
    {
        using var tool = Site();
        using var broken = new FailingWriter(new InvalidOperationException("one"));
        using var again = new FailingWriter(new InvalidOperationException("other"));

        Assert.Equal(tool.Run(broken, "--help").Error, tool.Run(again, "--help").Error);
    }

    private sealed class FailingWriter(Exception failure) : StringWriter
    {
        public override void Write(string? value) => throw failure;
    }
}
