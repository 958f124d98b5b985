using System.Collections.Immutable;

namespace Blog;

/// <summary>The one way to use several cores: results come in the order of the inputs, so one core and many give the same build.</summary>
internal static class ParallelSequence
{
    /// <param name="jobs">Workers at most; 1 runs on the caller's thread alone.</param>
    public static ImmutableArray<TOut> InParallel<TIn, TOut>(this IReadOnlyList<TIn> items, int jobs, Func<TIn, TOut> compute) => items.InParallel(jobs, (item, _) => compute(item));

    /// <param name="jobs">As above.</param>
    /// <param name="compute">Gets the item and where it stands.</param>
    public static ImmutableArray<TOut> InParallel<TIn, TOut>(this IReadOnlyList<TIn> items, int jobs, Func<TIn, int, TOut> compute)
    {
        var results = new TOut[items.Count];
        if (jobs == 1 || items.Count < 2)
        {
            for (var i = 0; i < results.Length; i++)
            {
                results[i] = compute(items[i], i);
            }
        }
        else
        {
            Parallel.For(0, results.Length, new ParallelOptions { MaxDegreeOfParallelism = jobs }, i => results[i] = compute(items[i], i));
        }

        return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(results);
    }
}
