using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Blog.Text;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Blog.Composing.Markdown;

/// <summary><c>{漢字|かんじ}</c> or <c>{漢字|かん|じ}</c>: a word with its reading, or with that of each character.</summary>
/// <param name="Parts">Base texts with their readings.</param>
internal sealed class RubyInline(string word, ImmutableArray<(string Base, string Reading)> parts) : LeafInline
{
    public string Word { get; } = word;

    public ImmutableArray<(string Base, string Reading)> Parts { get; } = parts;
}

/// <summary>The spelling of the Japanese web novel sites and of several Markdown extensions; the word must be of a wide script, else it is text.</summary>
internal sealed class RubyParser : InlineParser
{
    private const int Longest = 200;

    public RubyParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        var end = text[..Math.Min(text.Length, Longest)].IndexOfAny("}\n") is var found and > 0 && text[found] == '}' ? found : -1;
        if (end < 0 || slice.PeekCharExtra(-1) == '{' || PartsOf(text[1..end].ToString().Split('|')) is not { } parts)
        {
            return false;
        }

        var from = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new RubyInline(string.Concat(parts.Select(part => part.Base)), parts)
        {
            Span = new SourceSpan(from, processor.GetSourcePosition(slice.Start + end)),
            Line = line,
            Column = column,
        };
        slice.Start += end + 1;
        return true;
    }

    private static ImmutableArray<(string Base, string Reading)>? PartsOf(string[] pieces)
    {
        var word = pieces[0];
        if (pieces.Length < 2 || pieces.Any(string.IsNullOrWhiteSpace) || pieces.Any(piece => piece.Contains('{', StringComparison.Ordinal)) || !IsWide(word))
        {
            return null;
        }

        if (pieces.Length == 2)
        {
            return [(word, pieces[1])];
        }

        var characters = StringInfo.ParseCombiningCharacters(word);
        return characters.Length != pieces.Length - 1 ? null
            : [.. characters.Select((start, i) => (word[start..(i + 1 < characters.Length ? characters[i + 1] : word.Length)], pieces[i + 1]))];
    }

    private static bool IsWide(string word)
    {
        foreach (var rune in word.EnumerateRunes())
        {
            if (!Script.IsWrittenWithoutBlanks(rune) && !Script.IsHangul(rune))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Browsers without ruby show the reading in brackets.</summary>
internal sealed class RubyRenderer(string lang) : HtmlObjectRenderer<RubyInline>
{
    protected override void Write(HtmlRenderer renderer, RubyInline ruby)
    {
        var isJapanese = !ForeignRuns.Is(lang, "ja") && ruby.Parts.Any(part => part.Base.EnumerateRunes().Concat(part.Reading.EnumerateRunes()).Any(Script.IsKana));
        renderer.Write(isJapanese ? "<ruby lang=\"ja\">" : "<ruby>");
        foreach (var (word, reading) in ruby.Parts)
        {
            renderer.Write(HtmlText.Escape(word)).Write("<rp>(</rp><rt>").Write(HtmlText.Escape(reading)).Write("</rt><rp>)</rp>");
        }

        renderer.Write("</ruby>");
    }
}
