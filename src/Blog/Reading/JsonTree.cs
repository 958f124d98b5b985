using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Blog.Text;

namespace Blog.Reading;

/// <summary>JSON as the same tree that YAML gives, so that everything behind it knows one kind of value.</summary>
internal ref struct JsonTree
{
    private static readonly JsonReaderOptions Lenient =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = YamlLimits.Depth };

    private readonly SourceText _source;
    private readonly int _start;
    private readonly int _maxNodes;
    private readonly byte[] _utf8;
    private Utf8JsonReader _reader;
    private int _nodes;
    private long _knownByte;
    private int _knownChar;

    private JsonTree(SourceText source, TextSpan span, int maxNodes)
    {
        (_source, _start, _maxNodes) = (source, span.Start, maxNodes);
        _utf8 = Encoding.UTF8.GetBytes(source.Text, span.Start, span.Length);
        _reader = new(_utf8, Lenient);
    }

    public static YamlDocument Parse(SourceText source, TextSpan span, YamlLimits limits)
    {
        if (Encoding.UTF8.GetByteCount(source.Text.AsSpan(span.Start, span.Length)) is var bytes && bytes > limits.Bytes)
        {
            return YamlDocument.Failed(Problems.YamlTooLong(source, span with { Length = 0 }, bytes, limits.Bytes));
        }

        var tree = new JsonTree(source, span, limits.Nodes);
        try
        {
            tree._reader.Read();
            var root = tree.Value();
            return tree._reader.Read()
                ? YamlDocument.Failed(Problems.JsonSyntax(source, tree.Place(tree._reader.TokenStartIndex), "more follows behind the value"))
                : new(root, []);
        }
        catch (JsonException error)
        {
            var offset = tree.Offset(error.LineNumber ?? 0, error.BytePositionInLine ?? 0);
            return YamlDocument.Failed(error.Message.Contains("maximum configured depth", StringComparison.Ordinal)
                ? Problems.NestedTooDeep(source, new(offset, 1), YamlLimits.Depth)
                : Problems.JsonSyntax(source, offset, Reason(error.Message)));
        }
        catch (StoppedException stopped)
        {
            return YamlDocument.Failed(stopped.Diagnostic);
        }
    }

    /// <summary>Where a JSON object that begins at <paramref name="start"/> ends; -1 when it does not.</summary>
    public static int EndOfObject(string text, int start)
    {
        // Braces in quotes do not count; everything else is the parser's to judge.
        var (depth, quoted) = (0, false);
        for (var i = start; i < text.Length; i++)
        {
            if (quoted)
            {
                i += text[i] == '\\' ? 1 : 0;
                quoted = i >= text.Length || text[i] != '"';
            }
            else if (text[i] is '{' or '}' or '"')
            {
                quoted = text[i] == '"';
                depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
                if (depth == 0)
                {
                    return i + 1;
                }
            }
        }

        return -1;
    }

    private YamlNode Value()
    {
        var start = Place(_reader.TokenStartIndex);
        if (++_nodes > _maxNodes)
        {
            throw new StoppedException(Problems.TooManyValues(_source, new(start, 1), _maxNodes));
        }

        switch (_reader.TokenType)
        {
            case JsonTokenType.StartArray:
                var items = ImmutableArray.CreateBuilder<YamlNode>();
                while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Value());
                }

                return new YamlSequence(items.ToImmutable(), SpanFrom(start));
            case JsonTokenType.StartObject:
                return Object(start);
            default:
                return Scalar(start);
        }
    }

    private YamlMapping Object(int start)
    {
        var pairs = ImmutableArray.CreateBuilder<YamlPair>();
        var places = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            var key = Scalar(Place(_reader.TokenStartIndex));
            if (!places.TryAdd(key.Value, key.Span))
            {
                throw new StoppedException(Problems.EqualKeys(_source, key.Span, key.Value, places[key.Value]));
            }

            _reader.Read();
            pairs.Add(new(key, Value()));
        }

        return new(pairs.ToImmutable(), SpanFrom(start));
    }

    private YamlScalar Scalar(int start)
    {
        var isText = _reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
        // ValueSpan of a text is without its quotation marks.
        var text = isText ? Text() : Encoding.UTF8.GetString(_reader.ValueSpan);
        return new(text, !isText, SpanFrom(start));
    }

    private readonly string Text()
    {
        try
        {
            return _reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, written as \ud83d: allowed by the grammar, not by Unicode.
            return Encoding.UTF8.GetString(_reader.ValueSpan);
        }
    }

    private TextSpan SpanFrom(int start)
    {
        var quotes = _reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? 2 : 0;
        return TextSpan.FromBounds(start, Place(_reader.TokenStartIndex + _reader.ValueSpan.Length + quotes));
    }

    // Counted on from the last place asked for, so that a long document is counted once.
    private int Place(long index)
    {
        if (index < _knownByte)
        {
            (_knownByte, _knownChar) = (0, 0);
        }

        _knownChar += Encoding.UTF8.GetCharCount(_utf8, (int)_knownByte, (int)(index - _knownByte));
        _knownByte = index;
        return _start + _knownChar;
    }

    private int Offset(long line, long byteInLine)
    {
        var start = 0;
        for (; line > 0; line--)
        {
            start = Array.IndexOf(_utf8, (byte)'\n', start) + 1;
        }

        return Place(Math.Min(start + byteInLine, _utf8.Length));
    }

    // "'x' is an invalid start of a value. LineNumber: 0 | BytePositionInLine: 3." — the place is shown anyway, and better.
    private static string Reason(string message)
    {
        var end = message.IndexOf(" LineNumber", StringComparison.Ordinal);
        var text = (end < 0 ? message : message[..end]).TrimEnd('.');
        return char.ToLowerInvariant(text[0]) + text[1..];
    }

    private sealed class StoppedException(Diagnostic diagnostic) : Exception
    {
        public Diagnostic Diagnostic { get; } = diagnostic;
    }
}
