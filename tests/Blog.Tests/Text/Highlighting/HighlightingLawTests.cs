using System.Text;
using System.Xml.Linq;
using Blog.Text.Highlighting;

namespace Blog.Tests.Text.Highlighting;

/// <summary>What holds for any text in any language.</summary>
public class HighlightingLawTests
{
    /// <summary>Steps for a character, at most: a few rules are tried, none of them again and again.</summary>
    private const int MostStepsPerCharacter = 60;

    private static readonly string[] Scraps =
    [
        "\"", "'", "`", "\"\"\"", "'''", "/*", "*/", "//", "#", "--", "{", "}", "(", ")", "[", "]", "${", "#{", "\\", "\\(", "<", ">", "</", "<!--", "-->", "<?php", "?>",
        "{{", "}}", "{%", "%}", "<<EOS", "\nEOS\n", "<<~X", "\n", "\t", " ", "\r\n", "\r", "@", "$", "%", "=begin", "=cut", "r#\"", "R\"x(", "```", "~~~", "---\n", "|", ": ", "- ",
        "😀", "变", "\ud83d", "\u2028", "\0", "é", "1", "0x", "1e", ".", "..", "q{", "%w[", "s/", "$$", "\\begin{verbatim}", "<script>", "[[", "]]", "+", "*", "_", "^", "&", ";", ",",
    ];

    // What is quadratic takes thousands of steps for each of these.
    private const int LongText = 10_000;

    public static TheoryData<string> LanguageNames() => [.. Languages.All.Select(language => language.Name)];

    [Theory]
    [MemberData(nameof(LanguageNames))]
    public void Any_mutation_of_any_sample_keeps_the_laws(string name)
    {
        var language = Languages.Find(name)!; // from the table itself
        var random = new Random(name.Length * 1_000 + name[0]);
        var samples = CodeExample.All.Where(example => Languages.Find(example.Language) == language).Select(example => example.Code).ToArray();
        for (var round = 0; round < 300; round++)
        {
            var code = Mutated(samples[random.Next(samples.Length)], random);
            CheckSpans(code, language);
            CheckHtml(code, language);
        }
    }

    private static string Mutated(string sample, Random random)
    {
        var text = new StringBuilder(sample);
        for (var changes = random.Next(1, 8); changes > 0; changes--)
        {
            var place = random.Next(text.Length + 1);
            switch (random.Next(5))
            {
                case 0 or 1:
                    text.Insert(place, Scraps[random.Next(Scraps.Length)]);
                    break;
                case 2:
                    text.Remove(place, Math.Min(random.Next(6), text.Length - place));
                    break;
                case 3:
                    var other = CodeExample.All[random.Next(CodeExample.All.Count)].Code;
                    text.Insert(place, other);
                    break;
                default:
                    text.Length = Math.Max(place, text.Length / 2);
                    break;
            }
        }

        return text.ToString();
    }

    private static void CheckSpans(string code, Language language)
    {
        var spans = Highlighter.Spans(code, language, showOperators: false, out var work);
        var end = 0;
        foreach (var span in spans)
        {
            Assert.True(span.Start >= end && span.End > span.Start && span.End <= code.Length, $"{span} behind {end} in {language.Name}:\n{code}");
            Assert.NotEqual(TokenKind.Text, span.Kind);
            end = span.End;
        }

        Assert.True(work <= MostStepsPerCharacter * (code.Length + 50L), $"{work} steps for {code.Length} characters of {language.Name}:\n{code}");
    }

    private static void CheckHtml(string code, Language language)
    {
        var html = CodeHtml.Of(code, language);
        var lines = Highlighter.WithPlainLineEnds(code);
        var text = lines.EndsWith('\n') ? lines[..^1] : lines;

        Assert.Equal(text, TextOf(html));
        Assert.All(html.Split('\n'), line => Assert.Equal(line.Split("<span").Length, line.Split("</span>").Length));
        Assert.Equal(text, TextOf(CodeHtml.Of(code, language, new LineStyle { FirstNumber = 7, Marked = [(1, 2)] })));
    }

    // An XML parser accepts the markup. Characters that XML does not know are not its subject here.
    private static string TextOf(string html)
    {
        var isSound = html.All(c => c >= ' ' || c is '\n' or '\t') && html.EnumerateRunes().All(rune => rune != Rune.ReplacementChar) && !html.Contains('\uffff');
        if (isSound)
        {
            return XElement.Parse($"<code>{html}</code>", LoadOptions.PreserveWhitespace).Value;
        }

        var text = new StringBuilder();
        for (var i = 0; i < html.Length; i++)
        {
            if (html[i] == '<')
            {
                i = html.IndexOf('>', i);
            }
            else
            {
                text.Append(html[i]);
            }
        }

        return text.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&").ToString();
    }

    [Theory]
    [MemberData(nameof(LanguageNames))]
    public void Any_piece_again_and_again_stays_linear(string name)
    {
        var language = Languages.Find(name)!; // from the table itself
        foreach (var part in Scraps.Append("a(b)").Append("/a").Append("\\\"").Append("a b").Append("/aaa").Append("x\n").Append("a: "))
        {
            AssertLinear(part, language);
        }
    }

    [Theory]
    [MemberData(nameof(LanguageNames))]
    public void A_text_twice_as_long_takes_twice_the_steps(string name)
    {
        var language = Languages.Find(name)!; // from the table itself
        var samples = string.Join('\n', CodeExample.All.Where(example => Languages.Find(example.Language) == language).Select(example => example.Code)) + "\n";

        Assert.InRange(WorkOf(samples, 100_000, language), 0, 2.5 * WorkOf(samples, 50_000, language));
    }

    [Theory]
    [MemberData(nameof(LanguageNames))]
    public void Any_character_again_and_again_stays_linear(string name)
    {
        var language = Languages.Find(name)!; // from the table itself
        for (var c = ' '; c < 127; c++)
        {
            AssertLinear(c.ToString(), language);
        }
    }

    private static void AssertLinear(string part, Language language)
    {
        var work = WorkOf(part, LongText, language);
        Assert.True(work <= MostStepsPerCharacter * (long)LongText, $"{work} steps for {LongText} characters of '{part}' in {language.Name}");
    }

    private static long WorkOf(string part, int length, Language language)
    {
        Highlighter.Spans(string.Concat(Enumerable.Repeat(part, length / part.Length)), language, showOperators: false, out var work);
        return work;
    }

    [Fact]
    public void Lines_that_are_too_long_are_plain_and_others_are_not()
    {
        var code = $"x = 1\ny = \"{new string('a', Highlighter.LongestLine)}\"\nz = 1";

        Assert.Equal([new(4, 5, TokenKind.Number), new(code.Length - 1, code.Length, TokenKind.Number)], Highlighter.Spans(code, Languages.Find("python")!));
    }

    [Fact]
    public void Code_that_is_too_long_is_plain() =>
        Assert.Empty(Highlighter.Spans(string.Concat(Enumerable.Repeat("x = 1\n", Highlighter.LongestCode / 6 + 1)), Languages.Find("python")!));

    [Theory]
    [InlineData("x = 1\r\ny = '''a\r\nb'''\r\n")]
    [InlineData("x = 1\ry = '''a\rb'''\r")]
    public void Offsets_are_those_of_the_code_as_it_was_given(string code)
    {
        var language = Languages.Find("python")!; // known
        var plain = Highlighter.WithPlainLineEnds(code);

        Assert.Equal(
            Highlighter.Spans(plain, language).Select(span => plain[span.Start..span.End]),
            Highlighter.Spans(code, language).Select(span => Highlighter.WithPlainLineEnds(code[span.Start..span.End])));
    }

    [Fact]
    public void Operators_and_punctuation_are_shown_when_asked_for()
    {
        var spans = Highlighter.Spans("(a) + b;", Languages.Find("c")!, showOperators: true, out _); // known

        Assert.Equal(["p", "p", "o", "p"], spans.Select(span => TokenClass.Of(span.Kind)));
        Assert.Empty(Highlighter.Spans("(a) + b;", Languages.Find("c")!)); // known
    }
}
