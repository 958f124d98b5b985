using System.Collections.Immutable;
using Blog.Reading;

namespace Blog.Cli.Preview;

/// <summary>A look at the sources that gives a save time to end: some editors empty a file, and write it a moment later.</summary>
internal static class PatientLook
{
    private const int MostPauses = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>As <see cref="Sources.Read"/>. A file that has become empty is believed to be so after a tenth of a second.</summary>
    /// <param name="wait">Passes a moment; null: sleeps.</param>
    public static Sources Read(string root, Sources? before, Action? wait = null)
    {
        var now = Sources.Read(root, before);
        if (before is null || Emptied(before, now) is not { Length: > 0 } emptied)
        {
            return now;
        }

        // What has grown may still grow: it is whole when it was so twice.
        var lengths = LengthsOf(emptied);
        for (var i = 0; i < MostPauses; i++)
        {
            (wait ?? (() => Thread.Sleep(Pause)))();
            var last = lengths;
            lengths = LengthsOf(emptied);
            if (lengths.All(length => length > 0) && lengths.SequenceEqual(last))
            {
                break;
            }
        }

        return Sources.Read(root, before);

        ImmutableArray<long> LengthsOf(ImmutableArray<SourceFile> files) => [.. files.Select(file => new FileInfo(Path.Combine(root, file.Path.Value))).Select(file => file.Exists ? file.Length : 1)];
    }

    private static ImmutableArray<SourceFile> Emptied(Sources before, Sources now)
    {
        var empty = now.All.Where(file => file.Stamp.Length == 0).ToImmutableArray();
        return empty.IsEmpty ? empty : empty.RemoveAll(file => before.All.Any(old => old.Path == file.Path && old.Stamp.Length == 0));
    }
}
