namespace Blog.Tests.Kit;

/// <summary>Runs hostile input where it can do no harm: on a thread with a small stack, its memory counted, and given up when it never ends.</summary>
internal static class Watched
{
    // No measure of speed, only an end: what is bounded takes a small part of it on the slowest machine.
    private static readonly TimeSpan HangGuard = TimeSpan.FromMinutes(3);

    /// <param name="work">Told what is being tried, so that the message about a hang can say it.</param>
    /// <returns>Bytes that the thread allocated.</returns>
    public static long Run(Action<Action<string>> work, int stackBytes = 1024 * 1024)
    {
        var (current, allocated, failure) = ("the first step", 0L, default(Exception));
        var thread = new Thread(
            () =>
            {
                try
                {
                    work(step => current = step);
                }
                catch (Exception problem)
                {
                    failure = problem;
                }

                allocated = GC.GetAllocatedBytesForCurrentThread();
            },
            stackBytes)
        { IsBackground = true };
        thread.Start();
        Assert.True(thread.Join(HangGuard), $"never ends: {Shortened(current)}");
        Assert.True(failure is null, $"{Shortened(current)}: {failure}");
        return allocated;
    }

    private static string Shortened(string text) => text.Length <= 500 ? text : $"{text[..500]}… ({text.Length} characters)";
}
