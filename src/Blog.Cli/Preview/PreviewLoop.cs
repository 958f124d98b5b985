using System.Collections.Concurrent;
using System.Collections.Immutable;
using Blog.Publishing;
using Blog.Reading;
using Blog.Text;

namespace Blog.Cli.Preview;

/// <summary>What a look at the sources led to.</summary>
/// <param name="Plan">Of the sources of now, with errors or without.</param>
/// <param name="Changed">Source files that differ; empty the first time.</param>
internal sealed record PreviewChange(PreviewState State, SitePlan Plan, ImmutableArray<SitePath> Changed);

/// <summary>The same build as ever, in a loop: sources in, a state out, never half of one.</summary>
/// <param name="wait">Passes a moment in which a half-written file may become whole; null: sleeps.</param>
internal sealed class PreviewLoop(string root, BuildOptions options, Action? wait = null)
{
    private readonly BuildMemory _memory = new();
    private readonly ConcurrentDictionary<string, MadeFile> _made = new(StringComparer.Ordinal);
    private readonly Lock _swap = new();
    private Sources? _sources;
    private volatile PreviewState _state = PreviewState.Empty;

    public PreviewState State => _state;

    /// <summary>Looks at the sources; null when nothing differs.</summary>
    /// <param name="hint">Where to look first; null: everywhere.</param>
    public PreviewChange? Look(Hint? hint)
    {
        var before = _sources;
        var now = before is not null && hint is { IsEverywhere: false } ? QuickLook(before, hint) : null;
        now ??= PatientLook.Read(root, before, wait);
        if (before is not null && before.IsSame(now))
        {
            return null;
        }

        _sources = now;
        var plan = Build.Plan(now, options, _memory);
        var errors = plan.Outputs.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).ToImmutableArray();
        return new(Show(last => errors.IsEmpty ? last with { Site = new(plan, _made), Errors = [] } : last with { Errors = errors }), plan, before is null ? [] : now.DifferingFrom(before));
    }

    /// <summary>Adds what was found out about a state; null when that is no longer the state shown.</summary>
    public PreviewState? Add(PreviewState state, ImmutableArray<Diagnostic> found)
    {
        lock (_swap)
        {
            return ReferenceEquals(_state, state) ? Show(last => last with { Found = found }) : null;
        }
    }

    private PreviewState Show(Func<PreviewState, PreviewState> next)
    {
        lock (_swap)
        {
            return _state = next(_state) with { Version = _state.Version + 1 };
        }
    }

    // Files that a save may have left half written, or not yet put in place of the old ones, are looked at by the walk through all folders.
    private Sources? QuickLook(Sources before, Hint hint)
    {
        var known = new HashSet<SitePath>();
        foreach (var path in hint.Paths)
        {
            var file = new SitePath(Path.GetRelativePath(root, path).Replace('\\', '/'));
            if (before.Find(file) is not null)
            {
                known.Add(file);
            }
            else if (Path.Exists(path))
            {
                return null;
            }
        }

        return known.Count > 0 ? Sources.ReadAgain(root, before, known) : null;
    }
}
