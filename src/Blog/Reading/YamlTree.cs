using System.Collections.Immutable;
using Blog.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Blog.Reading;

/// <summary>Makes the tree of one document from parser events, and stops at the first thing that is over a limit.</summary>
/// <remarks>
/// The parser is asked for one event at a time and left when nesting is too deep: it is quadratic on <c>[[[[…</c>, but only if one goes on.
/// </remarks>
internal sealed class YamlTree(SourceText source, YamlLimits limits, Func<int, int> place)
{
    private readonly Dictionary<string, Anchored?> _anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TextSpan> _unused = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> _diagnostics = [];
    private int _nodes;

    /// <summary>Where the parser was, in the text that it reads.</summary>
    public int LastOffset { get; private set; }

    public YamlDocument Read(IParser parser)
    {
        try
        {
            Next(parser);
            if (Next(parser) is StreamEnd)
            {
                return new(null, []);
            }

            Next(parser);
            var root = Node(parser, depth: 1).Node;
            if (Next(parser) is DocumentStart second)
            {
                throw Stop(Problems.SecondDocument(source, SpanOf(second)));
            }

            _diagnostics.AddRange(_unused.OrderBy(anchor => anchor.Value.Start).Select(anchor => Problems.UnusedAnchor(source, anchor.Value, anchor.Key)));
            return new(root, [.. _diagnostics]);
        }
        catch (StoppedException stopped)
        {
            return YamlDocument.Failed(stopped.Diagnostic);
        }
    }

    private ParsingEvent Next(IParser parser)
    {
        parser.MoveNext();
        var current = parser.Current ?? throw new InvalidOperationException();
        LastOffset = (int)current.Start.Index;
        return current;
    }

    // Expects the node's first event to be current, and leaves the event behind the node current.
    private Anchored Node(IParser parser, int depth)
    {
        var current = parser.Current!; // Next has made sure of it
        var span = SpanOf(current);
        if (current is AnchorAlias alias)
        {
            Next(parser);
            return Resolve(alias.Value.Value, span, depth);
        }

        Count(1, span, isAlias: false);
        var node = (NodeEvent)current;
        var anchor = node.Anchor.IsEmpty ? null : node.Anchor.Value;
        var tag = CheckTag(node, span);
        if (anchor is not null)
        {
            _anchors[anchor] = null;
            _unused.TryAdd(anchor, span);
        }

        var result = current switch
        {
            Scalar scalar => ReadScalar(parser, scalar, tag, span),
            SequenceStart => ReadSequence(parser, span, depth),
            _ => ReadMapping(parser, span, depth),
        };
        if (anchor is not null)
        {
            _anchors[anchor] = result;
        }

        return result;
    }

    private Anchored ReadScalar(IParser parser, Scalar scalar, string? tag, TextSpan span)
    {
        Next(parser);
        return new(new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain && tag != "str", span), Nodes: 1, Height: 0);
    }

    private Anchored ReadSequence(IParser parser, TextSpan span, int depth)
    {
        CheckDepth(depth, span);
        var items = new List<YamlNode>();
        var (nodes, height) = (1, 0);
        for (var next = Next(parser); next is not SequenceEnd; next = parser.Current)
        {
            var item = Node(parser, depth + 1);
            items.Add(item.Node);
            (nodes, height) = (nodes + item.Nodes, Math.Max(height, item.Height));
        }

        var end = SpanOf(parser.Current!).End; // the loop ended on it
        Next(parser);
        return new(new YamlSequence([.. items], TextSpan.FromBounds(span.Start, Math.Max(span.End, end))), nodes, height + 1);
    }

    private Anchored ReadMapping(IParser parser, TextSpan span, int depth)
    {
        CheckDepth(depth, span);
        var pairs = new List<YamlPair>();
        var places = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        var (nodes, height) = (1, 0);
        for (var next = Next(parser); next is not MappingEnd; next = parser.Current)
        {
            var keySpan = SpanOf(parser.Current!); // not null: the loop has just looked at it
            if (Node(parser, depth + 1).Node is not YamlScalar key)
            {
                throw Stop(YamlSlips.KeyIsNoText(source, span, keySpan));
            }

            if (!places.TryAdd(key.Value, key.Span))
            {
                throw Stop(Problems.EqualKeys(source, key.Span, key.Value, places[key.Value]));
            }

            var value = Node(parser, depth + 1);
            pairs.Add(new(key, value.Node));
            (nodes, height) = (nodes + 1 + value.Nodes, Math.Max(height, value.Height));
        }

        var end = SpanOf(parser.Current!).End; // the loop ended on it
        Next(parser);
        return new(new YamlMapping([.. pairs], TextSpan.FromBounds(span.Start, Math.Max(span.End, end))), nodes, height + 1);
    }

    private Anchored Resolve(string name, TextSpan span, int depth)
    {
        _unused.Remove(name);
        if (!_anchors.TryGetValue(name, out var anchored))
        {
            throw Stop(YamlSlips.UnknownAlias(source, span, name));
        }

        if (anchored is null)
        {
            throw Stop(Problems.RefersToItself(source, span, name));
        }

        Count(anchored.Nodes, span, isAlias: true);
        CheckDepth(depth - 1 + anchored.Height, span);
        return anchored;
    }

    private void Count(int more, TextSpan span, bool isAlias)
    {
        _nodes += more;
        if (_nodes > limits.Nodes)
        {
            throw Stop(isAlias ? Problems.TooManyAliases(source, span, limits.Nodes) : Problems.TooManyValues(source, span, limits.Nodes));
        }
    }

    private void CheckDepth(int depth, TextSpan span)
    {
        if (depth > YamlLimits.Depth)
        {
            throw Stop(Problems.NestedTooDeep(source, new(span.Start, Math.Min(span.Length, 1)), YamlLimits.Depth));
        }
    }

    private string? CheckTag(NodeEvent node, TextSpan span)
    {
        const string Core = "tag:yaml.org,2002:";
        if (node.Tag.IsEmpty || node.Tag.IsNonSpecific)
        {
            return node.Tag.IsNonSpecific && node.Tag.Value == "!" && source.Text.AsSpan(span.Start).StartsWith("!") ? throw Stop(YamlSlips.TagIsNoText(source, span, "!")) : null;
        }

        var tag = node.Tag.Value;
        return tag.StartsWith(Core, StringComparison.Ordinal) && tag[Core.Length..] is "str" or "int" or "float" or "bool" or "null" or "seq" or "map"
            ? tag[Core.Length..]
            : throw Stop(YamlSlips.TagIsNoText(source, span, tag.Replace(Core, "!!", StringComparison.Ordinal)));
    }

    // Clamped: the library counts one character too many at the end of a text without a final line end.
    private TextSpan SpanOf(ParsingEvent current) =>
        TextSpan.FromBounds(Math.Min(place((int)current.Start.Index), source.Text.Length), Math.Min(place((int)current.End.Index), source.Text.Length));

    private static StoppedException Stop(Diagnostic diagnostic) => new(diagnostic);

    /// <summary>A value with its size and height, so that an alias to it costs nothing to check.</summary>
    private sealed record Anchored(YamlNode Node, int Nodes, int Height);

    /// <summary>Leaves the recursion at an error; never leaves this class.</summary>
    private sealed class StoppedException(Diagnostic diagnostic) : Exception
    {
        public Diagnostic Diagnostic { get; } = diagnostic;
    }
}
