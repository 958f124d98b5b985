using System.Text;
using Blog.Tests.Kit;
using Blog.Text.Tex;

namespace Blog.Tests.Text.Tex;

public class OneLineMathLawTests
{
    private static readonly string[] Formulas =
    [
        .. OneLineMathSpecTests.Examples().Select(example => example.Data.Item2),
        @"\mathcal{L}(\theta) = -\mathbb{E}_{x \sim p}\left[\log p_\theta(x)\right]",
        @"\text{若 $\{x\}$ \textbf{且} ``y'' -- z} \verb|{$}| \operatorname*{arg\,min}_{w} \|Xw - y\|_2^2",
        @"\begin{aligned} a &= b \\ c &= d \end{aligned} \left\{ x \middle| y \right\} \Big| \hspace{2mu} % end",
    ];

    private static readonly string[] Scraps =
    [
        "{", "}", "^", "_", "\\", "$", "&", "#", "~", "'", "[", "]", "|", " ", "\n", "\\left", "\\right", "\\frac", "\\sqrt", "\\text{", "\\verb", "\\over",
        "\\not", "\\hat", "\\rm", "\\limits", "\\{", "\\}", "\\hspace{", "\\big", "\ud83d", "\udc00", "\u0302", "²", "₁", "数", "\0", "😀", "\\mathbb", ",", "1",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_input_gives_a_clean_line_or_none(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++)
        {
            var tex = Mutated(random);
            var line = OneLineMath.Of(tex);
            Assert.True(line is null || IsClean(line, tex), $"'{tex}' became '{line}'");
            Assert.Equal(line, OneLineMath.Of(tex));
        }
    }

    private static string Mutated(Random random)
    {
        var text = new StringBuilder(Formulas[random.Next(Formulas.Length)]);
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            var place = random.Next(text.Length + 1);
            switch (random.Next(4))
            {
                case 0:
                    text.Insert(place, Scraps[random.Next(Scraps.Length)]);
                    break;
                case 1:
                    text.Insert(place, Formulas[random.Next(Formulas.Length)]);
                    break;
                case 2:
                    text.Remove(place, Math.Min(random.Next(4), text.Length - place));
                    break;
                default:
                    text.Length = Math.Max(place, text.Length / 2);
                    break;
            }
        }

        return text.ToString();
    }

    private static bool IsClean(string line, string tex)
    {
        var mayHaveBraces = tex.Contains("\\{") || tex.Contains("\\}") || tex.Contains("\\set");
        return line == line.Trim() && !line.Contains("  ") && !line.AsSpan().ContainsAny('\\', '$') && !line.Any(char.IsControl)
            && (mayHaveBraces || !line.AsSpan().ContainsAny('{', '}')) && new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(line).Length >= 0;
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{{}")]
    [InlineData("x^")]
    [InlineData("x^{")]
    [InlineData("^2")]
    [InlineData("_{x}^{y}")]
    [InlineData(@"\sqrt")]
    [InlineData(@"\sqrt[")]
    [InlineData(@"\frac")]
    [InlineData(@"\left(")]
    [InlineData(@"\hat ")]
    [InlineData(@"\rm ")]
    [InlineData(@"\not")]
    [InlineData(@"\text{")]
    [InlineData(@"\text{$")]
    [InlineData(@"\operatorname{")]
    [InlineData(@"\hspace{")]
    [InlineData(@"\mathbf{")]
    [InlineData(@"\verb")]
    [InlineData("+ ")]
    [InlineData("|")]
    [InlineData("1,")]
    [InlineData("\u0302")]
    [InlineData("²")]
    [InlineData("x")]
    public void Endless_repetition_neither_overflows_nor_drags(string part) =>
        Growth.AssertLinear(size => string.Concat(Enumerable.Repeat(part, size / part.Length)), 45_000, tex => OneLineMath.Of(tex));

    [Theory]
    [InlineData("{")]
    [InlineData(@"\frac")]
    [InlineData("x")]
    public void What_is_longer_than_any_formula_has_no_line(string part) =>
        Watched.Run(_ => Assert.Null(OneLineMath.Of(string.Concat(Enumerable.Repeat(part, 100_001)))));

    [Fact]
    public void Nesting_within_the_limit_is_read() =>
        Assert.Equal("x", OneLineMath.Of(new string('{', 150) + "x" + new string('}', 150)));

    [Fact]
    public void Script_characters_are_those_that_search_engines_fold_back()
    {
        foreach (var letter in "0123456789+=()abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZβγδθρφχ")
        {
            var plain = $"x{letter}";
            foreach (var sign in "^_")
            {
                var line = OneLineMath.Of($"x{sign}{{{letter}}}")!;
                Assert.True(line == $"x{sign}{letter}" || line.Normalize(NormalizationForm.FormKC) == plain, line);
            }
        }
    }
}
