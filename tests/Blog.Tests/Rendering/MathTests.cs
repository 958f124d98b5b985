using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Blog.Tests.Kit;

namespace Blog.Tests.Rendering;

/// <summary>Formulas in everything that a site makes of a post.</summary>
public partial class MathTests
{
    private static SiteInAString Site() => new("""
        -- content/site.yaml --
        title: T
        base_url: https://example.org/
        math:
          macros: {R: '\mathbb{R}', \abs: '\left|#1\right|'}
        -- content/posts/loss.md --
        ---
        title: 损失 $\ell_2$ 的界 $O(\frac{1}{n})$
        date: 2026-01-02
        tags: [a]
        math: {macros: {v: '\mathbf{#1}'}}
        ---
        设 $\v x \in \R^n$，$\abs{x} < 1 & y$，由 \eqref{eq:loss} 得 $\sum_{i=1}^n x_i$：

        \begin{align}
        L &= \frac{1}{n} \label{eq:loss} \\
        M &= \begin{pmatrix} a & b \\ c & d \end{pmatrix} \notag
        \end{align}

        | $P(a|b)$ | \(\hat y\) |
        |---|---|
        | $\overline{z}$ | $\textcolor{red}{x}$ |

        $$\boxed{x}\!\! \bogus$$
        """);

    [Fact]
    public void Macros_of_the_site_and_of_the_post_hold()
    {
        var page = Site().Build().Page("/posts/loss/");

        Assert.StartsWith("𝐱∈ℝn", page.QuerySelector(".body math semantics")!.FirstElementChild!.TextContent, StringComparison.Ordinal); // the first formula has a command
    }

    [Fact]
    public void A_changed_macro_changes_the_pages_and_nothing_else_does()
    {
        var site = Site().Build();
        var before = site["/posts/loss/"];
        var settings = site.Source("content/site.yaml");

        site.Edit("content/site.yaml", settings.Replace("\\mathbb{R}", "\\mathbf{Q}", StringComparison.Ordinal)).Build();
        Assert.Contains("<mi>𝐐</mi>", site["/posts/loss/"], StringComparison.Ordinal);

        site.Edit("content/site.yaml", settings).Build();
        Assert.Equal(before, site["/posts/loss/"]);
    }

    [Fact]
    public void Lists_feeds_and_descriptions_hold_no_TeX()
    {
        var site = Site().Build();
        var feed = JsonDocument.Parse(site["/feed.json"]).RootElement.GetProperty("items")[0];

        Assert.All(
            [
                Visible(site["/"]), Visible(site["/tags/a/"]), site.Page("/posts/loss/").Title!, site.Page("/posts/loss/").QuerySelector("meta[name=description]")!.GetAttribute("content")!,
                feed.GetProperty("title").GetString()!, feed.GetProperty("summary").GetString()!, site.Plan.Site.Posts[0].Excerpt,
            ],
            text => Assert.True(text.IndexOfAny(['\\', '$', '^']) < 0, text)); // each of them is there, or the line above fails
        Assert.Contains("损失 ℓ₂ 的界", feed.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/feed.xml")]
    [InlineData("/rss.xml")]
    public void Feeds_carry_MathML_with_the_TeX_that_XML_can_read(string url)
    {
        var content = Site().Build().Xml(url).Descendants().Single(element => element.Name.LocalName is "content" or "encoded").Value;
        var formulas = Formula().Matches(content).Select(match => XElement.Parse(match.Value)).ToArray();

        Assert.Equal(9, formulas.Length);
        Assert.Contains(formulas, formula => formula.Descendants("annotation").Any(annotation => annotation.Value == @"\abs{x} < 1 & y"));
        Assert.Contains("href=\"https://example.org/posts/loss/#eq-eq%3Aloss\"", content, StringComparison.Ordinal);
    }

    [Fact]
    public void No_formula_has_a_style_of_its_own() =>
        Assert.DoesNotContain(" style=", Site().Build()["/posts/loss/"], StringComparison.Ordinal);

    // What a reader sees, without the TeX that formulas carry along.
    private static string Visible(string html)
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        foreach (var hidden in page.QuerySelectorAll("annotation, script, style").ToArray())
        {
            hidden.Remove();
        }

        return page.Body!.TextContent; // a parsed page has one
    }

    [GeneratedRegex("<math.*?</math>", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Formula();
}
