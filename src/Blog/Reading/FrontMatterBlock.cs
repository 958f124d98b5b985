using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Blog.Text;

namespace Blog.Reading;

/// <summary>Where the front matter of a file stands, its tree, and where the body begins.</summary>
/// <param name="HasFailed">There was front matter, but it could not be read: nothing is to be said about keys that are missing.</param>
internal sealed partial record FrontMatterBlock(YamlMapping? Values, TextSpan Body, ImmutableArray<Diagnostic> Diagnostics, bool HasFailed = false)
{
    /// <summary>How far down a file without an opening line may have its closing one: 73 real files had theirs within 12 lines.</summary>
    private const int LinesSearched = 60;

    public static FrontMatterBlock Find(SourceText source)
    {
        var text = source.Text;
        var firstEnd = EndOfLine(text, 0);
        return text.AsSpan(0, firstEnd).TrimEnd() switch
        {
            "---" => Yaml(source, firstEnd),
            "+++" => Toml(source, firstEnd),
            ['{', ..] when JsonStart().IsMatch(text) => Json(source),
            _ => WithoutOpening(source) ?? new(null, new(0, text.Length), []),
        };
    }

    private static FrontMatterBlock Yaml(SourceText source, int start)
    {
        var (end, body) = FindClosing(source.Text, start, isMarkAlone: false);
        return end < 0
            ? new(null, Rest(source, start), [Problems.FrontMatterNotClosed(source)], HasFailed: true)
            : Of(source, start, body, Reading.Yaml.Parse(source, TextSpan.FromBounds(start, end)));
    }

    private static FrontMatterBlock Of(SourceText source, int start, int body, YamlDocument document)
    {
        var rest = Rest(source, body);
        return document.Root switch
        {
            YamlMapping map => new(map, rest, document.Diagnostics),
            null or YamlScalar { IsNull: true } => new(null, rest, document.Diagnostics, HasFailed: document.Diagnostics.Any(d => d.Severity == Severity.Error)),
            var other => new(null, rest, [YamlSlips.OfFirstLine(source, TextSpan.FromBounds(start, body)) ?? Problems.FrontMatterIsNoMap(source, other.Span)], HasFailed: true),
        };
    }

    private static FrontMatterBlock Toml(SourceText source, int start)
    {
        var end = start;
        while (end < source.Text.Length && source.Text.AsSpan(end, EndOfLine(source.Text, end) - end).TrimEnd() is not "+++")
        {
            end = EndOfLine(source.Text, end);
        }

        return new(null, Rest(source, EndOfLine(source.Text, end)), [Problems.FrontMatterIsToml(source)], HasFailed: true);
    }

    private static FrontMatterBlock Json(SourceText source)
    {
        var end = JsonTree.EndOfObject(source.Text, 0);
        if (end < 0)
        {
            return new(null, Rest(source, source.Text.Length), [Problems.JsonNotClosed(source)], HasFailed: true);
        }

        var document = JsonTree.Parse(source, new(0, end), YamlLimits.FrontMatter);
        return new(document.Root as YamlMapping, Rest(source, end), document.Diagnostics, HasFailed: document.Root is null);
    }

    // Hexo allows front matter without its first '---', and everybody once in a while has an empty line above it. Only text that is
    // surely front matter is taken for it: a known key in the first line, a closing line, and keys with identifiers for names.
    private static FrontMatterBlock? WithoutOpening(SourceText source)
    {
        var text = source.Text;
        var start = 0;
        while (start < text.Length && text.AsSpan(start, EndOfLine(text, start) - start).IsWhiteSpace())
        {
            start = EndOfLine(text, start);
        }

        var hasOpening = start > 0 && text.AsSpan(start, EndOfLine(text, start) - start).TrimEnd() is "---";
        var opening = start;
        start = hasOpening ? EndOfLine(text, start) : start;
        if (!KnownKey().IsMatch(text.AsSpan(start, Math.Min(100, text.Length - start))))
        {
            return null;
        }

        var (end, body) = FindClosing(text, start, isMarkAlone: true);
        if (end < 0 || Reading.Yaml.Parse(source, TextSpan.FromBounds(start, end)) is not { Root: YamlMapping map, Diagnostics: [] }
            || !map.Pairs.All(pair => Identifier().IsMatch(pair.Key.Value)))
        {
            return null;
        }

        return new(map, Rest(source, body), [hasOpening ? Problems.FrontMatterNotFirst(source, opening) : Problems.FrontMatterNotOpened(source, opening)]);
    }

    private static (int End, int Body) FindClosing(string text, int start, bool isMarkAlone)
    {
        var lines = 0;
        for (var at = start; at < text.Length; at = EndOfLine(text, at))
        {
            var line = text.AsSpan(at, EndOfLine(text, at) - at).TrimEnd();
            if (line is "---" || (line is "..." && !isMarkAlone))
            {
                return (at, EndOfLine(text, at));
            }

            if (isMarkAlone && ++lines > LinesSearched)
            {
                break;
            }
        }

        return (-1, -1);
    }

    private static TextSpan Rest(SourceText source, int start) => TextSpan.FromBounds(Math.Min(start, source.Text.Length), source.Text.Length);

    private static int EndOfLine(string text, int position) =>
        position >= text.Length ? text.Length : text.IndexOf('\n', position) is var end and >= 0 ? end + 1 : text.Length;

    [GeneratedRegex(@"^\{\s*(?:""|\})", RegexOptions.CultureInvariant)]
    private static partial Regex JsonStart();

    [GeneratedRegex(@"^(?:title|date|tags|categories|category|layout|permalink|slug|author|updated|description)[ \t]*:(?:[ \t]|\n)", RegexOptions.CultureInvariant)]
    private static partial Regex KnownKey();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_.-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();
}
