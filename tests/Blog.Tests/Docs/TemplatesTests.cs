using System.Globalization;
using System.Text.RegularExpressions;
using Blog.Tests.Scriban;

namespace Blog.Tests.Docs;

/// <summary><c>templates.md</c> tells of the whole language, and how faithful it is.</summary>
public partial class TemplatesTests
{
    private static readonly Manual Page = Manual.Page("templates.md");

    [Fact]
    public void Every_deviation_is_told_with_its_words() =>
        Assert.All(Deviations.Reasons, reason => Assert.Contains(reason, Page.Section("## Deviations"), StringComparison.Ordinal));

    [Fact]
    public void No_deviation_is_told_that_is_none() =>
        Assert.Equal(Deviations.Reasons.Count(), Page.Section("## Deviations").Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal)));

    [Fact]
    public void The_numbers_of_cases_are_right()
    {
        var section = Page.Section("## The language");

        Assert.All([Case.Own.Count, Case.Own.Count - Deviations.ById.Count, Deviations.ById.Count],
            number => Assert.Contains($" {number.ToString("N0", CultureInfo.InvariantCulture)} ", section, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_word_of_the_language_is_told()
    {
        var words = new[] { "Parser.Statements.cs", "Parser.Expressions.cs" }.SelectMany(file => WordInParser().Matches(Manual.Source($"Blog.Scriban/{file}")))
            .SelectMany(match => match.Groups[1].Captures).Select(capture => capture.Value).Append("end").Append("when").Append("in").Append("else").ToHashSet();

        Assert.Contains("tablerow", words);
        Assert.Empty(words.Except(Page.Words.Concat(Fences().SelectMany(fence => Word().Matches(fence)).Select(match => match.Value))));
    }

    [Fact]
    public void Every_sign_of_the_language_is_told()
    {
        var signs = SignInLexer().Matches(Manual.Source("Blog.Scriban/Lexer.Code.cs")).Select(match => match.Groups[1].Value).ToArray();
        var told = string.Join('\n', Page.Code.Select(code => code.Replace("\\|", "|", StringComparison.Ordinal)).Concat(Fences()));

        Assert.Contains("?!", signs);
        Assert.All(signs, sign => Assert.Contains(sign, told, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Fences() => Page.Fences.Where(fence => fence.Info.StartsWith("scriban", StringComparison.Ordinal)).Select(fence => fence.Body);

    [GeneratedRegex("case (?:(?: or )?\"(\\w+)\")+", RegexOptions.CultureInvariant)]
    private static partial Regex WordInParser();

    [GeneratedRegex("\\(\"([^\"]+)\", TokenKind", RegexOptions.CultureInvariant)]
    private static partial Regex SignInLexer();

    [GeneratedRegex("\\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
