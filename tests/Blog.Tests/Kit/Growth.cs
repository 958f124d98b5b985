using System.Globalization;

namespace Blog.Tests.Kit;

/// <summary>How work grows with its input. Nothing here says how fast the work is: what is compared is twice the input with the input, in one run.</summary>
internal static class Growth
{
    // What is not the work itself, such as collecting garbage, only ever adds time: the least of several is near the truth; where it is not yet, it is measured again.
    private const int FewestTries = 2;
    private const int MostTries = 25;

    // In milliseconds. Less than that says more about caches and pages of memory than about growth.
    private const double ShortestWork = 3;
    private const int MostDoublings = 4;

    /// <param name="input">Of a size.</param>
    /// <param name="size">The smallest one; doubled until the work takes some milliseconds.</param>
    /// <param name="times">How many times as large the larger input is. Linear work then takes this many times as long, quadratic work its square.</param>
    public static void AssertLinear(Func<int, string> input, int size, Action<string> work, int stackBytes = 1024 * 1024, int times = 2) => Watched.Run(
        told =>
        {
            work(input(Math.Max(1, size / 100)));
            for (var doublings = 0; doublings < MostDoublings && TimeOf(() => work(input(size))) < ShortestWork; doublings++)
            {
                size *= 2;
            }

            var (small, large) = (input(size), input(times * size));
            told(small);
            var limit = 1.5 * times;
            var (once, more) = (double.MaxValue, double.MaxValue);
            for (var tries = 0; tries < FewestTries || (more > limit * once && tries < MostTries); tries++)
            {
                once = Math.Min(once, TimeOf(() => work(small)));
                more = Math.Min(more, TimeOf(() => work(large)));
            }

            Assert.True(more <= limit * once, string.Create(CultureInfo.InvariantCulture, $"{times} times the input takes {more / once:F1} times the work"));
        },
        stackBytes);

    private static double TimeOf(Action work)
    {
        var start = ThreadClock.Now;
        work();
        return ThreadClock.Now - start;
    }
}
