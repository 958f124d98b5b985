using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Blog.Composing;
using Blog.Composing.Markdown;
using Blog.Composing.Markdown.Formulas;
using Blog.Reading;
using Blog.Tests.Kit;
using Blog.Text;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Blog.Tests.Composing;

/// <summary>Rows MD-1 and MD-4 for texts that nobody would write: our own documentation and the specifications, torn apart and put together at random.</summary>
public class MarkdownFuzzingTests
{
    private const int LongestPiece = 2_500;

    private static readonly string[] Tokens =
    [
        "*", "**", "***", "_", "__", "~~", "`", "``", "```\n", "~~~", "[", "]", "(", ")", "![", "](", "][", "]: ", "[^1]", "[^1]: ", "<", ">", "<b>", "</b>", "<div>\n", "</div>\n", "<!--", "-->", "<?", "<![CDATA[", "<script>", "<details>", "<p>", "</p>",
        "<table>", "<td>", "<svg/>", "<a href=\"", "<img src=x onerror=a>", "&amp;", "&#x", "# ", "## ", "> ", "> [!NOTE]\n", "> [!TIP]- a\n", "- ", "1. ", "- [ ] ", "\n", "\n\n", "\n    ", "\t", "  \n", "\\", "\\\n", "---\n", "===\n", "|", "|-|-|\n", "| a | b |\n",
        "$", "$$", "$$\n", "$x^2$", "\\(", "\\)", "\\[", "\\]", "\\begin{align}", "\\end{align}", "\\tag{1}", "\\label{a}", "\\eqref{a}", "\\frac", "```math\n", "::figure{src=\"a.png\"}\n", "::include{src=\"a.py\"}\n", "::include{src=\"b.py\"}\n", ":::details[a]\n",
        ":::\n", ":::tabs\n", ":::tab[a]\n", "::: tip\n", "{#a .b}", "{字|じ}", "*[HTML]: x\n", "HTML", ": a\n", "[TOC]\n\n", "<!--more-->", "https://example.org/a", "www.a.b", "{{ x }}", "{% x %}", "“", "”", "字", "한글", "かな",
    ];

    private static readonly Lazy<string[]> Corpus = new(() =>
    [
        .. new[] { "content", "tests/specs/markdown", "tests/specs/math", "tests/specs/excerpts" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".md" or ".txt").Order(StringComparer.Ordinal).SelectMany(file => Pieces(File.ReadAllText(file))),
    ]);

    private static readonly MarkdownTrial Site = new(
        Sources.FromText("-- content/site.yaml --\ntitle: T\n-- content/posts/other.md --\n---\ndate: 2026-01-01\n---\na\n-- content/posts/a.py --\nprint(1)\n"),
        new BuildOptions { Now = DateTimeOffset.UnixEpoch.AddYears(60), BaseUrl = "https://example.org/" });

    /// <summary>For long runs by hand: BLOG_FUZZ_ROUNDS=20000.</summary>
    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("BLOG_FUZZ_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) ? rounds : 300;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Whatever_a_text_is_its_HTML_is_whole(int seed)
    {
        var mutations = new Mutations(seed, Corpus.Value, Tokens);
        var formulas = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var text = mutations.Next();
            try
            {
                formulas += Check(text);
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                Assert.Fail($"seed {seed}, round {round}: {problem}\n{text}");
            }
        }

        Assert.True(formulas > Rounds / 20, $"only {formulas} formulas in {Rounds} texts");
    }

    private static int Check(string text)
    {
        var post = Site.Render(Encoding.UTF8.GetBytes("---\ntitle: T\ndate: 2026-01-01\n---\n" + text), new SitePath("content/posts/a.md"));
        foreach (var diagnostic in post.Diagnostics)
        {
            var length = diagnostic.Source!.Text.Length; // a post is read from a text
            Assert.True(diagnostic.Span.Start >= 0 && diagnostic.Span.Length >= 0 && diagnostic.Span.End <= length, $"{diagnostic.Code} at {diagnostic.Span} of {length}");
        }

        var html = Encoding.UTF8.GetString(post.Html.Span);
        AssertWithinFrame(html);
        AssertBalanced(html, hasRawHtml: text.Contains('<', StringComparison.Ordinal));
        return AssertFormulasAreSet(text, post);
    }

    // What a theme writes around a post stays around it.
    private static void AssertWithinFrame(string html)
    {
        var page = new HtmlParser().ParseDocument($"<main id=around><div id=body>{html}</div><p id=behind>x</p></main><footer>y</footer>");
        var behind = page.GetElementById("behind");
        Assert.True(behind?.ParentElement?.Id == "around" && behind.PreviousElementSibling?.Id == "body", "the page around the post is torn:\n" + html);
        Assert.Equal("FOOTER", page.GetElementById("around")?.NextElementSibling?.TagName);
    }

    // All that the renderer opens it closes, in order; of HTML by the author a browser makes what it makes.
    private static void AssertBalanced(string html, bool hasRawHtml)
    {
        var open = new Stack<string>();
        for (var i = hasRawHtml ? -1 : html.IndexOf('<', StringComparison.Ordinal); i >= 0; i = html.IndexOf('<', i + 1))
        {
            var isEnd = html[i + 1] == '/';
            var name = new string([.. html.Skip(i + (isEnd ? 2 : 1)).TakeWhile(char.IsAsciiLetterOrDigit)]);
            Assert.True(name.Length > 0, $"a bare '<' at {i} in:\n{html}");
            if (isEnd)
            {
                Assert.True(open.TryPop(out var last) && last == name, $"</{name}> at {i} closes <{last}> in:\n{html}");
            }
            else if (name is not ("br" or "hr" or "img" or "input") && html[html.IndexOf('>', i) - 1] != '/')
            {
                open.Push(name);
            }
        }

        Assert.True(open.Count == 0, $"<{string.Join("> <", open)}> not closed in:\n{html}");
    }

    // Of a formula that was recognised no excerpt, description or title shows the marks. One whose text stands elsewhere as well may be code there.
    private static int AssertFormulasAreSet(string text, Post post)
    {
        if (post.Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error) || post.Entry.Source.Text.EndsWith(text, StringComparison.Ordinal) == false)
        {
            return 0;
        }

        var sources = MarkdownParser.Parse(TablePipes.Hide(text), BodyPipeline.Of(readsFormulasInCode: false)).Descendants()
            .Where(node => node is FormulaInline or FormulaBlock).Select(node => text[node.Span.Start..Math.Min(text.Length, node.Span.End + 1)]).ToList();
        foreach (var source in sources.Where(source => text.IndexOf(source, StringComparison.Ordinal) == text.LastIndexOf(source, StringComparison.Ordinal)))
        {
            Assert.DoesNotContain(source, post.Excerpt, StringComparison.Ordinal);
            Assert.DoesNotContain(source, post.Description, StringComparison.Ordinal);
        }

        return sources.Count;
    }

    private static IEnumerable<string> Pieces(string text)
    {
        while (text.Length > LongestPiece)
        {
            var end = text.LastIndexOf("\n\n", LongestPiece, StringComparison.Ordinal) is var blank and > 0 ? blank + 2 : LongestPiece;
            yield return text[..end];
            text = text[end..];
        }

        yield return text;
    }
}
