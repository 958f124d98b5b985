using System.Globalization;

namespace Blog.Tests.Kit;

/// <summary>How work grows with its input. Nothing here says how fast the work is: what is compared is twice the input with the input, in one run.</summary>
internal static class Growth
{
    // Linear work doubles, quadratic work takes four times as long.
    private const double Limit = 3;

    // What is not the work itself, such as collecting garbage, only ever adds time: the least of several is near the truth; where it is not yet, it is measured again.
    private const int FewestTimes = 2;
    private const int MostTimes = 25;

    /// <param name="input">Of a size; the time for it should be some milliseconds.</param>
    public static void AssertLinear(Func<int, string> input, int size, Action<string> work, int stackBytes = 1024 * 1024) => Watched.Run(
        told =>
        {
            var (small, large) = (input(size), input(2 * size));
            told(small);
            work(input(Math.Max(1, size / 100)));
            var (once, twice) = (double.MaxValue, double.MaxValue);
            for (var times = 0; times < FewestTimes || (twice > Limit * once && times < MostTimes); times++)
            {
                once = Math.Min(once, TimeOf(() => work(small)));
                twice = Math.Min(twice, TimeOf(() => work(large)));
            }

            Assert.True(twice <= Limit * once, string.Create(CultureInfo.InvariantCulture, $"twice the input takes {twice / once:F1} times the work"));
        },
        stackBytes);

    private static double TimeOf(Action work)
    {
        var start = ThreadClock.Now;
        work();
        return ThreadClock.Now - start;
    }
}
