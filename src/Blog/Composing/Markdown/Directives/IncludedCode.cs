using System.Collections.Immutable;
using System.Globalization;
using Blog.Composing.Markdown.Links;
using Blog.Reading;
using Blog.Text;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Blog.Composing.Markdown.Directives;

/// <summary>
/// <c>::include{src="a.py" lines="3-10"}</c>: lines of a file as a code block. Only files that the site publishes can be named: nothing outside of it,
/// nothing that begins with a dot, and no link that leads out (faults.md, MD-9), for none of them is in the snapshot of the sources.
/// </summary>
internal sealed class IncludedCode(SiteLinks links, Findings findings)
{
    private const int LongestQuote = 60;

    private readonly record struct LineRange(int First, int Last);

    /// <summary>Null when there is nothing to show, which has been reported.</summary>
    public FencedCodeBlock? Of(LeafDirective directive, TextSpan place)
    {
        var address = directive.Argument("src") ?? "";
        if (links.FileAt(address) is not { } file)
        {
            findings.Report(Problems.NoFileToInclude(findings.Source, place, address, links.Nearest(address)));
            return null;
        }

        if (!file.HasText)
        {
            findings.Report(Problems.IncludeIsNoText(findings.Source, place, address));
            return null;
        }

        var lines = file.Text.Text.TrimEnd('\n').Split('\n');
        var wanted = directive.Argument("lines") ?? "1-";
        if (RangesOf(wanted, lines.Length) is not { } ranges)
        {
            findings.Report(Problems.IncludeLines(findings.Source, place, wanted.Length <= LongestQuote ? wanted : wanted[..LongestQuote] + "…", lines.Length));
            return null;
        }

        return BlockOf(directive, ranges.SelectMany(range => lines[(range.First - 1)..range.Last]), directive.Argument("code") ?? file.Path.Extension.TrimStart('.'));
    }

    private static FencedCodeBlock BlockOf(LeafDirective directive, IEnumerable<string> lines, string language)
    {
        var block = new FencedCodeBlock(new FencedCodeBlockParser())
        {
            Info = language,
            FencedChar = '`',
            OpeningFencedCharCount = 3,
            ClosingFencedCharCount = 3,
            IsOpen = false,
            Line = directive.Line,
            Column = directive.Column,
            Span = directive.Span,
        };
        foreach (var line in lines)
        {
            var slice = new StringSlice(line);
            block.AppendLine(ref slice, 0, directive.Line, directive.Span.Start, false);
        }

        return block;
    }

    // 3, 3-10, 3-, -10, and several with commas between; not more than the file has, or a short text could ask for any amount of it.
    private static ImmutableArray<LineRange>? RangesOf(string text, int count)
    {
        var ranges = ImmutableArray.CreateBuilder<LineRange>();
        var left = count;
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries);
            var first = ends[0].Length == 0 && ends.Length == 2 ? 1 : Number(ends[0]);
            var last = ends.Length == 1 ? first : ends[^1].Length == 0 ? count : Number(ends[^1]);
            if (ends.Length > 2 || part is "-" or "" || first is not { } from || last is not { } to || from < 1 || to > count || from > to || (left -= to - from + 1) < 0)
            {
                return null;
            }

            ranges.Add(new(from, to));
        }

        return ranges.ToImmutable();
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
