using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Blog.Scriban;
using Blog.Text;

namespace Blog.Rendering;

/// <summary>
/// Fingerprints of models at exactly the paths that a template reads: an edit past the excerpt changes what <c>post.html</c> is, not what
/// <c>listing.posts[*].excerpt</c> is.
/// </summary>
/// <remarks>One for each build: an object that is shared by models (a listed post, the site) is computed once for each set of paths, and so is what it holds.</remarks>
/// <param name="functions">Over everything that functions of the model answer from (addresses of theme files, the base path).</param>
internal sealed class ModelFingerprint(Fingerprint functions)
{
    private readonly ConcurrentDictionary<(object Value, ReadPaths? Reads), Fingerprint> _known = new(ByReference.Instance);
    private readonly ConcurrentDictionary<ReadPaths, KeyValuePair<string, ReadPaths>[]> _members = new(ReferenceEqualityComparer.Instance);

    public Fingerprint Of(ReadPaths reads, ScriptObject model)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        Append(bytes, reads, (Value)model, isShared: false);
        return Fingerprint.Of(bytes.WrittenSpan);
    }

    // What templates ask of one object becomes one run of bytes that is hashed once: hashing each text by itself took a tenth of a build.
    private void Append(ArrayBufferWriter<byte> bytes, ReadPaths reads, Value value, bool isShared)
    {
        // A text, a number or null where a template expects an object: it can tell them apart, so the whole value counts.
        if (reads.Whole || (value.AsObject is null && value.AsArray is null))
        {
            AppendWhole(bytes, value, isShared);
            return;
        }

        object container = value.AsObject is { } known ? known : value.AsArray!; // one of the two, as just asked
        isShared |= value.AsObject is { IsShared: true };
        if (!TryFind(container, reads, isShared, out var fingerprint))
        {
            var parts = new ArrayBufferWriter<byte>(256);
            AppendParts(parts, reads, value, isShared);
            fingerprint = Keep(container, reads, isShared, Fingerprint.Of(parts.WrittenSpan));
        }

        Append(bytes, fingerprint);
    }

    private bool TryFind(object container, ReadPaths? reads, bool isShared, out Fingerprint fingerprint)
    {
        fingerprint = default;
        return isShared && _known.TryGetValue((container, reads), out fingerprint);
    }

    // What one page alone shows goes with the page.
    private Fingerprint Keep(object container, ReadPaths? reads, bool isShared, Fingerprint fingerprint) =>
        isShared ? _known[(container, reads)] = fingerprint : fingerprint;

    private void AppendParts(ArrayBufferWriter<byte> bytes, ReadPaths reads, Value value, bool isShared)
    {
        if (value.AsObject is { } known)
        {
            foreach (var (name, below) in _members.GetOrAdd(reads, static reads => [.. reads.Members.OrderBy(member => member.Key, StringComparer.Ordinal)]))
            {
                Append(bytes, name);
                if (known.TryGet(name, out var member))
                {
                    Append(bytes, below, member, isShared);
                }
            }

            if (reads.Elements is not null)
            {
                AppendWhole(bytes, value, isShared);
            }
        }
        else if (value.AsArray is { } items)
        {
            // A list can be asked for its size; whoever walks through it sees how many there are.
            Append(bytes, items.Count);
            for (var i = 0; reads.Elements is { } elements && i < items.Count; i++)
            {
                Append(bytes, elements, items[i], isShared);
            }
        }
    }

    private void AppendWhole(ArrayBufferWriter<byte> bytes, Value value, bool isShared)
    {
        Append(bytes, (int)value.Kind);
        if (value.Kind is ValueKind.Function)
        {
            Append(bytes, functions);
            return;
        }

        object? container = value.AsObject is { } known ? known : value.AsArray is { } list ? list : value.AsHtml;
        if (container is null)
        {
            Append(bytes, value.AsText ?? "");
            return;
        }

        isShared |= value.AsObject is { IsShared: true };
        if (!TryFind(container, null, isShared, out var fingerprint))
        {
            fingerprint = Keep(container, null, isShared, container is Html html ? Fingerprint.Of(html.Utf8.Span) : OfContents(value, isShared));
        }

        Append(bytes, fingerprint);
    }

    private Fingerprint OfContents(Value value, bool isShared)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        if (value.AsObject is { } known)
        {
            foreach (var name in known.Names)
            {
                Append(bytes, name);
                AppendWhole(bytes, known[name], isShared);
            }
        }
        else if (value.AsArray is { } items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                AppendWhole(bytes, items[i], isShared);
            }
        }

        return Fingerprint.Of(bytes.WrittenSpan);
    }

    // With its length in front, so that "a", "bc" and "ab", "c" differ.
    private static void Append(ArrayBufferWriter<byte> bytes, string text)
    {
        Append(bytes, text.Length);
        bytes.Write(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    private static void Append(ArrayBufferWriter<byte> bytes, int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes.GetSpan(sizeof(int)), number);
        bytes.Advance(sizeof(int));
    }

    private static void Append(ArrayBufferWriter<byte> bytes, Fingerprint fingerprint)
    {
        BinaryPrimitives.WriteUInt128LittleEndian(bytes.GetSpan(16), fingerprint.Value);
        bytes.Advance(16);
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
