using System.Text;
using System.Xml.Linq;
using Blog.Tests.Kit;
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

    private static readonly string[] Everything = [.. CodeExample.All.Select(example => example.Code), .. GallerySample.All.Select(sample => sample.Code)];

    [Theory]
    [MemberData(nameof(LanguageNames))]
    public void Any_mutation_of_any_sample_keeps_the_laws(string name)
    {
        var language = Languages.Find(name)!; // from the table itself
        var mutations = new Mutations(name.Length * 1_000 + name[0], Everything, Scraps);
        var samples = SamplesOf(language);
        for (var round = 0; round < Mutations.Rounds; round++)
        {
            // Most of it is of that language, some of another one: people name the wrong one, and templates mix them.
            var code = mutations.Next(4) == 0 ? mutations.Next() : mutations.Next(samples[mutations.Next(samples.Length)]);
            try
            {
                CheckSpans(code, language);
                CheckHtml(code, language);
            }
            catch (Exception problem) when (problem is not Xunit.Sdk.IAssertionException)
            {
                Assert.Fail($"round {round} in {name}: {problem}\n{code}");
            }
        }
    }

    private static string[] SamplesOf(Language language) =>
    [
        .. CodeExample.All.Where(example => Languages.Find(example.Language) == language).Select(example => example.Code),
        .. GallerySample.All.Where(sample => Languages.Find(sample.Language) == language).Select(sample => sample.Code),
    ];

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

        foreach (var part in SpansByLine.Of(code, spans))
        {
            Assert.True(part.End > part.Start && !code.AsSpan(part.Start, part.End - part.Start).ContainsAny('\r', '\n'), $"{part} is not within a line of {language.Name}:\n{code}");
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
        foreach (var part in Scraps.Append("a(b)").Append("/a").Append("\\\"").Append("a b").Append("/aaa").Append("x\n").Append("a: ").Append("a;#{b"))
        {
            AssertLinear(part, language);
        }
    }

    [Theory]
    [MemberData(nameof(LanguageNames))]
    public void A_text_twice_as_long_takes_twice_the_steps(string name)
    {
        var language = Languages.Find(name)!; // from the table itself
        var samples = string.Join('\n', SamplesOf(language)) + "\n";

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
            AssertLinear(c.ToString(), language, before: "a"); // what means something only at the start of a line is looked at and left there
        }
    }

    /// <summary>What readers of code that step back need ages for: a quarter of a second is the limit, and these steps are a thousandth of it.</summary>
    [Theory]
    [MemberData(nameof(LanguageNames))]
    public void MD6_code_that_makes_readers_step_back_is_read_once(string name)
    {
        var language = Languages.Find(name)!; // from the table itself
        string[] hostile =
        [
            new('\\', 48),
            "\"" + new string('\\', 48),
            "'" + new string('\\', 49) + "'",
            "x = \"never closed",
            "x = 'never closed\ny = `never closed\nz = \"\"\"never closed\n",
            "/* never closed",
            Repeated("/aaa", 40_000),
            Repeated("x = /[a", 40_000),
            Repeated("\"\\\"", 40_000),
            Repeated("<a b='", 40_000),
            Repeated("<<EOS\n", 40_000),
            Repeated("$(${`", 40_000),
            Repeated("[[[(((", 40_000),
            Repeated("r#\"R\"x(q{", 40_000),
        ];
        foreach (var code in hostile)
        {
            CheckSpans(code, language);
            CheckHtml(code, language);
        }
    }

    private static string Repeated(string part, int length) => string.Concat(Enumerable.Repeat(part, length / part.Length));

    private static void AssertLinear(string part, Language language, string before = "")
    {
        var work = WorkOf(part, LongText, language, before);
        Assert.True(work <= MostStepsPerCharacter * (long)LongText, $"{work} steps for '{before}' and {LongText} characters of '{part}' in {language.Name}");
    }

    private static long WorkOf(string part, int length, Language language, string before = "")
    {
        Highlighter.Spans(before + Repeated(part, length), language, showOperators: false, out var work);
        return work;
    }

    [Fact]
    public void A_rule_that_takes_nothing_ends_all_the_same()
    {
        var faulty = new Mode(new Special(CharSet.Of("a"), _ => true), new Special(CharSet.Of("b"), scanner =>
        {
            scanner.Pop();
            scanner.Push(new Frame { Mode = scanner.Top.Mode, OuterEnd = -1 });
            return true;
        }));
        var scanner = new Scanner("xaxb\nba", faulty);

        scanner.Run();

        Assert.Equal(7, scanner.Position);
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

    [Theory]
    [InlineData("a\r\nb\fc\u2028d\u0085e\r\n", "a\nb\fc\u2028d\u0085e\n")]
    [InlineData("a\rb\r\n\rc", "a\nb\n\nc")]
    public void Only_line_ends_become_line_ends(string code, string plain) => Assert.Equal(plain, Highlighter.WithPlainLineEnds(code));

    [Theory]
    [InlineData("3-4 1-2", "11110")]
    [InlineData("1-5 2-2", "11111")]
    [InlineData("2-3 2-2 3-4 9-9", "01110")]
    [InlineData("4-4 1-1", "10010")]
    [InlineData("", "00000")]
    [InlineData("7-1000000", "00000")]
    public void Marked_lines_are_those_of_any_range(string ranges, string marks)
    {
        var marked = ranges.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(range => range.Split('-')).Select(ends => (int.Parse(ends[0], null), int.Parse(ends[1], null)));

        var html = CodeHtml.Of("a\nb\nc\nd\ne", (Language?)null, new LineStyle { FirstNumber = 1, Marked = [.. marked] });

        Assert.Equal(marks, string.Concat(html.Split("<span class=\"line").Skip(1).Select(line => line.StartsWith(" hl", StringComparison.Ordinal) ? '1' : '0')));
    }

    [Fact]
    public void Operators_and_punctuation_are_shown_when_asked_for()
    {
        var spans = Highlighter.Spans("(a) + b;", Languages.Find("c")!, showOperators: true, out _); // known

        Assert.Equal(["p", "p", "o", "p"], spans.Select(span => TokenClass.Of(span.Kind)));
        Assert.Empty(Highlighter.Spans("(a) + b;", Languages.Find("c")!)); // known
    }
}
