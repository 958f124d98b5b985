using System.Globalization;
using Blog.Text;
using Blog.Text.Highlighting;
using Markdig.Syntax;

namespace Blog.Composing.Markdown.Code;

/// <summary>Reads the words behind a fence. What is said twice holds as it is said last.</summary>
internal sealed class CodeFenceReader(string text, string info, int offset, bool hasLineNumbers, Findings findings)
{
    private const int LastLine = 1_000_000;

    /// <summary>Of one fence; a list of nothing but mistakes is one mistake, made often.</summary>
    private const int MostComplaints = 10;

    private const int LongestQuote = 60;

    private readonly List<(int First, int Last)> _marked = [];
    private readonly List<(int First, int Last)> _hidden = [];
    private readonly List<string> _classes = [];
    private readonly OrderedDictionary<string, string> _rest = new(StringComparer.Ordinal);
    private List<(int First, int Last)>? _open;
    private string? _title;
    private string? _language;
    private bool _isDiff;
    private bool _isNumbered = hasLineNumbers;
    private int _firstNumber = 1;
    private int _complaints;

    /// <param name="text">All that stands behind the fence, as the author wrote it.</param>
    /// <param name="info">Its first word as Markdown reads it, without escapes.</param>
    /// <param name="offset">Where that text stands in the body.</param>
    public static CodeFence Read(string text, string info, int offset, bool hasLineNumbers, Findings findings) =>
        new CodeFenceReader(text, info, offset, hasLineNumbers, findings).Read();

    private CodeFence Read()
    {
        _language = InfoString.Language(info, out _);
        var asWritten = InfoString.Language(text, out var end);
        if (_language != asWritten)
        {
            end = text.AsSpan().TrimStart().IndexOfAny(' ', '\t') is >= 0 and var blank ? text.Length - text.AsSpan().TrimStart().Length + blank : text.Length;
        }

        if (_language is not null && end < text.Length && text[end] == ':')
        {
            end = TakeFileName(end + 1);
        }

        var words = InfoWords.Of(text, end, out var open);
        foreach (var word in words)
        {
            Take(word);
        }

        if (open >= 0)
        {
            findings.Report(Problems.FenceWordLeftOpen(findings.Source, Place(TextSpan.FromBounds(open, text.Length)), text[open]));
        }

        TakeDiff();
        return new()
        {
            Language = _language,
            Title = _title,
            Classes = [.. _classes],
            Rest = [.. _rest.Select(pair => (pair.Key, pair.Value))],
            Lines = new() { FirstNumber = _isNumbered ? _firstNumber : null, Marked = _marked, Hidden = _hidden, IsDiff = _isDiff },
        };
    }

    private TextSpan Place(TextSpan span) => findings.Place(new SourceSpan(offset + span.Start, offset + span.End - 1));

    // js:app.js
    private int TakeFileName(int start)
    {
        var end = text.IndexOfAny([' ', '\t', '{', ','], start);
        end = end < 0 ? text.Length : end;
        if (end > start)
        {
            _title = text[start..end];
        }

        return end;
    }

    // diff-rust is a difference in Rust.
    private void TakeDiff()
    {
        if (_language?.StartsWith("diff-", StringComparison.Ordinal) == true && Languages.Find(_language["diff-".Length..]) is not null)
        {
            _language = _language["diff-".Length..];
            _isDiff = true;
        }
        else if (_language?.EndsWith("-diff", StringComparison.Ordinal) == true && Languages.Find(_language[..^"-diff".Length]) is not null)
        {
            _language = _language[..^"-diff".Length];
            _isDiff = true;
        }
    }

    private void Take(InfoWord word)
    {
        if (word.Key.Length == 0)
        {
            TakeLines(_marked, word.Value ?? "", word);
            return;
        }

        // hl_lines=3-4 8-9: what is nothing but lines belongs to the list before it.
        if (_open is { } list && word.Value is null && char.IsAsciiDigit(word.Key[0]))
        {
            TakeLines(list, word.Key, word);
            return;
        }

        _open = null;
        if (word.Value is null)
        {
            TakeFlag(word);
        }
        else
        {
            TakeValue(word, word.Value);
        }
    }

    private void TakeFlag(InfoWord word)
    {
        switch (word.Key.ToLowerInvariant())
        {
            case "linenos" or "linenums" or "linenumbers" or "showlinenumbers" or "line-numbers" or "numberlines" or ".numberlines" or ".line-numbers" or ".linenums":
                _isNumbered = true;
                break;
            case "nolinenos" or "nolinenumbers" or "no-line-numbers" or ":no-line-numbers":
                _isNumbered = false;
                break;
            case ":line-numbers":
                _isNumbered = true;
                break;
            case "diff" or ".diff" when _language is not null:
                _isDiff = true;
                break;
            case ['.', .. var name] when IsName(name):
                if (_language is null)
                {
                    _language = name;
                }
                else
                {
                    _classes.Add(word.Key[1..]);
                }

                break;
            case var name when _title is null && LooksLikeFile(name):
                _title = word.Key;
                break;
        }
    }

    private void TakeValue(InfoWord word, string value)
    {
        switch (word.Key.ToLowerInvariant())
        {
            case "title" or "file" or "filename" or "name":
                _title = value;
                break;
            case "hl_lines" or "mark" or "highlight" or "hl" or "highlight_lines" or "data-line" or "emphasize-lines" when !IsSwitch(value):
                _open = _marked;
                TakeLines(_marked, value, word);
                break;
            case "hide_lines" or "hide" or "hidelines" or "hidden":
                _open = _hidden;
                TakeLines(_hidden, value, word);
                break;
            case "linenos" or "line_number" or "linenumbers" or "showlinenumbers" or "line-numbers" or "linenums" or "line_numbers":
                TakeNumbers(word, value);
                break;
            case "linenostart" or "startline" or "start" or "startfrom" or "first_line" or "firstline" or "startlinenumber" or "start-line" or "linenums-start":
                _isNumbered = true;
                TakeFirstNumber(word, value);
                break;
            case var key when IsName(key.Replace('.', '-')):
                _rest[key.StartsWith("data-", StringComparison.Ordinal) ? key : "data-" + key.Replace('.', '-').Replace('_', '-')] = value;
                break;
        }
    }

    // linenos=table, linenums=1, showLineNumbers{10}
    private void TakeNumbers(InfoWord word, string value)
    {
        _isNumbered = value.ToLowerInvariant() is not ("false" or "no" or "off" or "none" or "0");
        if (_isNumbered && value.Length > 0 && char.IsAsciiDigit(value[0]))
        {
            TakeFirstNumber(word, value);
        }
    }

    private void TakeFirstNumber(InfoWord word, string value)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= LastLine)
        {
            _firstNumber = number;
        }
        else
        {
            Complain(Problems.NoLineNumber, word, value);
        }
    }

    private void TakeLines(List<(int First, int Last)> lines, string value, InfoWord word)
    {
        foreach (var part in value.Split([' ', ',', '"', '\'', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
        {
            var dash = part.IndexOf('-');
            if (Number(dash < 0 ? part : part[..dash]) is { } first && (dash < 0 ? first : Number(part[(dash + 1)..])) is { } last && first <= last)
            {
                lines.Add((first, last));
            }
            else
            {
                Complain(Problems.NoLines, word, part);
            }
        }
    }

    private void Complain(Func<SourceText, TextSpan, string, Diagnostic> problem, InfoWord word, string part)
    {
        if (_complaints++ < MostComplaints)
        {
            findings.Report(problem(findings.Source, Place(word.Span), part.Length <= LongestQuote ? part : part[..LongestQuote] + "…"));
        }
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= LastLine ? number : null;

    private static bool IsSwitch(string value) => value is "true" or "false";

    private static bool IsName(ReadOnlySpan<char> name) => name.Length is > 0 and <= 40 && !name.ContainsAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789-_") && char.IsAsciiLetter(name[0]);

    // Hexo puts a title behind the language; a word with an ending is surely one.
    private static bool LooksLikeFile(string word) => word.LastIndexOf('.') is > 0 and var dot && dot < word.Length - 1 && !word.Contains("://", StringComparison.Ordinal);
}
