using System.Collections.Concurrent;
using Blog.Scriban;
using Blog.Text;

namespace Blog.Rendering;

/// <summary>
/// Fingerprints of models at exactly the paths that a template reads: an edit past the excerpt changes what <c>post.html</c> is, not what
/// <c>listing.posts[*].excerpt</c> is.
/// </summary>
/// <remarks>One for each build: an object that stands in many models (a post, the site) is computed once for each set of paths.</remarks>
/// <param name="functions">Over everything that functions of the model answer from (addresses of theme files, the base path).</param>
internal sealed class ModelFingerprint(Fingerprint functions)
{
    private readonly ConcurrentDictionary<(object Value, ReadPaths? Reads), Fingerprint> _known = new(ByReference.Instance);

    public Fingerprint Of(ReadPaths reads, ScriptObject model) => Of(reads, (Value)model);

    private Fingerprint Of(ReadPaths reads, Value value)
    {
        if (reads.Whole)
        {
            return Whole(value);
        }

        // A text, a number or null where a template expects an object: it can tell them apart, so the whole value counts.
        object? container = value.AsObject is { } known ? known : value.AsArray;
        if (container is null)
        {
            return Whole(value);
        }

        return _known.TryGetValue((container, reads), out var fingerprint) ? fingerprint : _known[(container, reads)] = Parts(reads, value);
    }

    private Fingerprint Parts(ReadPaths reads, Value value)
    {
        var parts = new List<Fingerprint>();
        if (value.AsObject is { } known)
        {
            foreach (var (name, below) in reads.Members.OrderBy(member => member.Key, StringComparer.Ordinal))
            {
                parts.Add(Fingerprint.Of(name));
                parts.Add(known.TryGet(name, out var member) ? Of(below, member) : default);
            }
        }

        // An object can be iterated too, and a list be asked for its size; whoever asks for either sees how many there are.
        if (value.AsArray is { } items)
        {
            parts.Add(Fingerprint.Of(FormattableString.Invariant($"{items.Count}")));
            if (reads.Elements is { } elements)
            {
                for (var i = 0; i < items.Count; i++)
                {
                    parts.Add(Of(elements, items[i]));
                }
            }
        }
        else if (reads.Elements is not null)
        {
            parts.Add(Whole(value));
        }

        return Fingerprint.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(parts));
    }

    private Fingerprint Whole(Value value)
    {
        if (value.IsNull)
        {
            return default;
        }

        if (value.Kind is ValueKind.Function)
        {
            return functions;
        }

        object? container = value.AsObject is { } known ? known : value.AsArray is { } list ? list : value.AsHtml;
        if (container is null)
        {
            return Fingerprint.OfTexts(value.Kind.ToString(), value.AsText);
        }

        return _known.TryGetValue((container, null), out var fingerprint) ? fingerprint : _known[(container, null)] = container switch
        {
            Html html => Fingerprint.Of(html.Utf8.Span),
            ScriptArray items => Fingerprint.Of(Enumerable.Range(0, items.Count).Select(i => Whole(items[i])).Prepend(Fingerprint.Of("array"))),
            _ => Fingerprint.Of(value.AsObject!.Names.SelectMany(name => new[] { Fingerprint.Of(name), Whole(value.AsObject![name]) })), // the only kind left
        };
    }

    /// <summary>Identity of the objects, not their equality.</summary>
    private sealed class ByReference : IEqualityComparer<(object Value, ReadPaths? Reads)>
    {
        public static ByReference Instance { get; } = new();

        public bool Equals((object Value, ReadPaths? Reads) x, (object Value, ReadPaths? Reads) y) =>
            ReferenceEquals(x.Value, y.Value) && ReferenceEquals(x.Reads, y.Reads);

        public int GetHashCode((object Value, ReadPaths? Reads) key) => HashCode.Combine(
            System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Value),
            key.Reads is null ? 0 : System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Reads));
    }
}
