using System.Collections.Immutable;
using System.Text;
using Blog.Text;

namespace Blog.Publishing;

/// <summary>
/// What is still to be done when all files of a publish are staged. Written before the first file moves, so that the next build can finish
/// what a kill left half done; every step can be repeated.
/// </summary>
/// <param name="IsFirst">There was no output folder: the staging folder becomes it in one rename.</param>
/// <param name="IsInside">Staging lies in the output folder, not beside it.</param>
/// <param name="Clearing">Files that are removed first, because a new file needs their name.</param>
/// <param name="Placing">Files that move from staging into place.</param>
/// <param name="Removing">Files that are removed last.</param>
/// <param name="Manifest">The text of the manifest that is true afterwards.</param>
internal sealed record Journal(
    bool IsFirst, bool IsInside, ImmutableArray<string> Clearing, ImmutableArray<string> Placing, ImmutableArray<string> Removing, string Manifest)
{
    private const string Header = "blog-journal 1\n";

    /// <summary>Orders the steps: a file that has to make room goes before, all others go after the new files are there.</summary>
    public static Journal Of(bool isFirst, bool isInside, IEnumerable<string> placing, IEnumerable<string> deleted, string manifest)
    {
        ImmutableArray<string> placed = [.. placing.Order(StringComparer.Ordinal)];
        var files = placed.Select(OutputName.Fold).ToHashSet(StringComparer.Ordinal);
        var folders = files.SelectMany(OutputName.FoldersOf).ToHashSet(StringComparer.Ordinal);
        var byTurn = deleted.Order(StringComparer.Ordinal).ToLookup(IsInTheWay);
        return new(isFirst, isInside, [.. byTurn[true]], placed, [.. byTurn[false]], manifest);

        // Folded: where case does not count, 'Foo' removed after 'foo' was placed would be the new file.
        bool IsInTheWay(string file) =>
            OutputName.Fold(file) is var folded && (files.Contains(folded) || folders.Contains(folded) || OutputName.FoldersOf(folded).Any(files.Contains));
    }

    public override string ToString()
    {
        var text = new StringBuilder(Header).Append(IsFirst ? "first" : "later").Append(IsInside ? " inside\n" : " beside\n");
        Append("clear ", Clearing);
        Append("place ", Placing);
        Append("remove ", Removing);
        text.Append('\n').Append(Manifest);
        return text.Append(Fingerprint.Of(text.ToString())).ToString();

        void Append(string verb, ImmutableArray<string> files)
        {
            foreach (var file in files)
            {
                text.Append(verb).Append(file).Append('\n');
            }
        }
    }

    /// <summary>Null when the text is damaged, or names a file outside the output folder.</summary>
    public static Journal? Parse(string text)
    {
        if (!text.StartsWith(Header, StringComparison.Ordinal) || text.Length < 32 || Fingerprint.Of(text[..^32]).ToString() != text[^32..])
        {
            return null;
        }

        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        if (end < Header.Length)
        {
            return null;
        }

        var lines = text[Header.Length..end].Split('\n');
        var steps = lines[1..].Select(line => line.Split(' ', 2)).ToLookup(line => line[0], line => line[^1]);
        var journal = new Journal(lines[0].StartsWith("first", StringComparison.Ordinal), lines[0].EndsWith("inside", StringComparison.Ordinal),
            [.. steps["clear"]], [.. steps["place"]], [.. steps["remove"]], text[(end + 2)..^32]);
        return steps.SelectMany(step => step).All(OutputName.IsInside) ? journal : null;
    }
}
