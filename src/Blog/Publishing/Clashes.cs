using System.Collections.Immutable;
using System.Text;
using Blog.Text;

namespace Blog.Publishing;

/// <summary>Addresses that cannot be published together, or nowhere: the same verdict on every file system.</summary>
public static class Clashes
{
    /// <summary>The outputs without those that yield to another one.</summary>
    public static ImmutableArray<Output> WithoutReplaced(IEnumerable<Output> outputs)
    {
        var all = outputs.ToImmutableArray();
        var yielding = new HashSet<string>(StringComparer.Ordinal);
        foreach (var output in all)
        {
            if (output.Yields)
            {
                yielding.Add(output.Path.Value);
                yielding.Add("/" + output.Path.OutputFile); // '/tags/' and '/tags/index.html' are one file
            }
        }

        var replaced = new HashSet<string>(StringComparer.Ordinal);
        foreach (var output in all)
        {
            if (!output.Yields && yielding.Contains(output.Path.Value))
            {
                replaced.Add(output.Path.OutputFile);
            }
        }

        return replaced.Count == 0 ? all : all.RemoveAll(output => output.Yields && replaced.Contains(output.Path.OutputFile));
    }

    /// <summary>All errors in the addresses of a build, in the order of the addresses.</summary>
    public static ImmutableArray<Diagnostic> Of(IReadOnlyCollection<Output> outputs)
    {
        var problems = new List<(string File, Diagnostic Problem)>();
        var folded = outputs.Select(output => (Output: output, Name: OutputName.Fold(output.Path.OutputFile))).ToList();
        var folders = FirstInEachFolder(folded);
        foreach (var (output, name) in folded)
        {
            if (Misnamed(output) is { } problem)
            {
                problems.Add((output.Path.OutputFile, problem));
            }

            if (folders.TryGetValue(name, out var below))
            {
                problems.Add((output.Path.OutputFile, Problems.FileAndFolder(output, below)));
            }
        }

        foreach (var rivals in folded.GroupBy(one => one.Name, one => one.Output, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            problems.AddRange(Among([.. rivals]).Select(problem => (rivals.First().Path.OutputFile, problem)));
        }

        return [.. problems.OrderBy(problem => problem.File, StringComparer.Ordinal).Select(problem => problem.Problem)];
    }

    // Three sources for one address are two errors: each names the first and one more.
    private static IEnumerable<Diagnostic> Among(Output[] rivals)
    {
        var byFile = rivals.GroupBy(output => output.Path.OutputFile, StringComparer.Ordinal).ToList();
        foreach (var same in byFile)
        {
            foreach (var other in same.Skip(1))
            {
                yield return Problems.TwoOutputsOneAddress(same.First(), other);
            }
        }

        foreach (var other in byFile.Skip(1))
        {
            yield return Problems.AlmostTheSameAddress(rivals[0], other.First());
        }
    }

    private static Dictionary<string, Output> FirstInEachFolder(IEnumerable<(Output Output, string Name)> folded)
    {
        var folders = new Dictionary<string, Output>(StringComparer.Ordinal);
        foreach (var (output, name) in folded)
        {
            foreach (var folder in OutputName.FoldersOf(name))
            {
                folders.TryAdd(folder, output);
            }
        }

        return folders;
    }

    private static Diagnostic? Misnamed(Output output)
    {
        var file = output.Path.OutputFile;
        var segments = file.Split('/');
        if (!output.Path.Value.StartsWith('/') || segments.Any(segment => segment is "" or "." or "..") || file.Contains('\\'))
        {
            return Problems.AddressOutside(output);
        }

        foreach (var segment in segments)
        {
            if (OutputName.WhyRefused(segment) is { } reason)
            {
                return Problems.RefusedName(output, segment, reason);
            }

            if (Encoding.UTF8.GetByteCount(segment) is var bytes and > OutputName.LongestSegment)
            {
                return Problems.LongName(output, segment, bytes);
            }
        }

        return null;
    }
}
