using System.Collections.Frozen;

namespace Blog.Scriban;

/// <summary>What a template and its includes may read of their model: a tree of paths, found without rendering.</summary>
/// <remarks>
/// A path that is in the tree but not <see cref="Whole"/> stands for what is seen without going deeper: the value itself when it is a text,
/// a number or another scalar, that it is there when it is an object, and how many items it has when it is a list. <see cref="Elements"/>
/// of an object stand for all its pairs. A path into a value without members (<c>title.size</c>) stands for the value.
/// </remarks>
public sealed class ReadPaths
{
    private ReadPaths(bool whole, IReadOnlyDictionary<string, ReadPaths> members, ReadPaths? elements, bool usesNow)
    {
        Whole = whole;
        Members = members;
        Elements = elements;
        UsesNow = usesNow;
    }

    /// <summary>All of every model, and the time.</summary>
    public static ReadPaths Everything { get; } = new(true, FrozenDictionary<string, ReadPaths>.Empty, null, true);

    /// <summary>The value with all that it holds.</summary>
    public bool Whole { get; }

    public IReadOnlyDictionary<string, ReadPaths> Members { get; }

    /// <summary>What is read of each item, <c>[*]</c>; null when no item is looked at.</summary>
    public ReadPaths? Elements { get; }

    /// <summary>The template asks for the time; on the root only.</summary>
    public bool UsesNow { get; }

    /// <summary>The paths as texts, <c>listing.posts[*].title</c>, in order; whole ones end in <c>.**</c>.</summary>
    public IEnumerable<string> Paths() => Paths("").Order(StringComparer.Ordinal);

    private IEnumerable<string> Paths(string prefix)
    {
        if (Whole || (Members.Count == 0 && Elements is null))
        {
            return prefix.Length == 0 && !Whole ? [] : [Whole ? prefix + (prefix.Length == 0 ? "**" : ".**") : prefix];
        }

        return Members.SelectMany(m => m.Value.Paths(prefix.Length == 0 ? m.Key : $"{prefix}.{m.Key}")).Concat(Elements?.Paths(prefix + "[*]") ?? []);
    }

    /// <summary>A tree under construction.</summary>
    internal sealed class Builder(int depth = 0)
    {
        private const int Deepest = 12;

        private readonly Dictionary<string, Builder> _members = new(StringComparer.Ordinal);
        private Builder? _elements;

        public bool Whole { get; set; }

        public bool UsesNow { get; set; }

        public Builder Member(string name)
        {
            if (TooDeep())
            {
                return this;
            }

            if (!_members.TryGetValue(name, out var member))
            {
                _members.Add(name, member = new(depth + 1));
            }

            return member;
        }

        public Builder Element() => TooDeep() ? this : _elements ??= new(depth + 1);

        // "x = x.parent" in a loop would go on for ever.
        private bool TooDeep()
        {
            Whole |= depth >= Deepest;
            return Whole;
        }

        public ReadPaths ToPaths() => Whole
            ? new(true, FrozenDictionary<string, ReadPaths>.Empty, null, UsesNow)
            : new(false, _members.ToFrozenDictionary(m => m.Key, m => m.Value.ToPaths(), StringComparer.Ordinal), _elements?.ToPaths(), UsesNow);
    }
}
