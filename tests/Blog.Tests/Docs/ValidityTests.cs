using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Blog.Publishing;
using Blog.Reading;
using Blog.Tests.Kit;
using Blog.Tests.Text.Tex;

namespace Blog.Tests.Docs;

/// <summary>Every page of the demo, the gallery with its formulas and languages above all, as an HTML parser and the standards judge it.</summary>
public partial class ValidityTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<(string Page, string Html)[]> Pages = new(() =>
    {
        var target = new MemoryTarget();
        Publisher.Publish(Build.Plan(Sources.Read(Repository.Root), new() { Now = Now, BaseUrl = "https://blog.example/" }).Outputs, target, new());
        return [.. target.Files.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)).Select(file => (file.Key, Encoding.UTF8.GetString(file.Value)))];
    });

    // What only these may hold by the content models of the HTML Living Standard, section 4.
    private static readonly Dictionary<string, string[]> Children = new(StringComparer.Ordinal)
    {
        ["ul"] = ["li"],
        ["ol"] = ["li"],
        ["dl"] = ["dt", "dd", "div"],
        ["table"] = ["caption", "colgroup", "thead", "tbody", "tfoot"],
        ["tr"] = ["td", "th"],
        ["ruby"] = ["rp", "rt"],
    };

    [Fact]
    public void The_parser_finds_no_error_in_any_page() => Assert.Empty(Pages.Value.SelectMany(page =>
    {
        var errors = new List<string>();
        var parser = new HtmlParser();
        parser.Error += (_, problem) => errors.Add($"{page.Page}: {((AngleSharp.Html.Dom.Events.HtmlErrorEvent)problem).Message} {((AngleSharp.Html.Dom.Events.HtmlErrorEvent)problem).Position}");
        parser.ParseDocument(page.Html);
        return errors;
    }));

    [Fact]
    public void Ids_are_unique_and_references_to_them_lead_somewhere() => Assert.Empty(Parsed().SelectMany(page =>
    {
        var ids = page.Document.All.Select(element => element.GetAttribute("id")).OfType<string>().ToList();
        var known = ids.ToHashSet(StringComparer.Ordinal);
        return ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => $"{page.Name}: id '{group.Key}' twice")
            .Concat(page.Document.All.SelectMany(element => new[] { "for", "aria-labelledby", "aria-describedby", "aria-controls" }.Select(element.GetAttribute).OfType<string>())
                .SelectMany(list => list.Split(' ')).Where(id => !known.Contains(id)).Select(id => $"{page.Name}: no id '{id}'"))
            .Concat(ids.Where(id => id.Length == 0 || id.Any(char.IsWhiteSpace)).Select(id => $"{page.Name}: the id '{id}'"));
    }));

    [Fact]
    public void Elements_stand_where_they_may() => Assert.Empty(Parsed().SelectMany(page => page.Document.All.Select(element => WhyMisplaced(element) is { } why ? $"{page.Name}: {why}" : null).OfType<string>()));

    [Fact]
    public void Formulas_are_MathML_Core()
    {
        var formulas = Pages.Value.SelectMany(page => Formula().Matches(page.Html).Select(match => (page.Page, MathMl: match.Value))).ToList();

        Assert.InRange(formulas.Count(formula => formula.Page == "posts/gallery/math/index.html"), 150, 2_000);
        Assert.Empty(formulas.Select(formula => MathMlRules.Breach(formula.MathMl) is { } breach ? $"{formula.Page}: {breach}: {formula.MathMl}" : null).OfType<string>());
    }

    [GeneratedRegex("<math[ >].*?</math>", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Formula();

    private static IEnumerable<(string Name, IDocument Document)> Parsed() => Pages.Value.Select(page => (page.Page, (IDocument)new HtmlParser().ParseDocument(page.Html)));

    private static string? WhyMisplaced(IElement element)
    {
        var name = element.LocalName;
        return element.HasAttribute("style") ? $"<{name}> has a style of its own"
            : name == "img" && !element.HasAttribute("alt") ? $"a picture without alt: {element.OuterHtml}"
            : Children.TryGetValue(name, out var allowed) && element.Children.FirstOrDefault(child => !allowed.Contains(child.LocalName) && child.LocalName is not ("script" or "template")) is { } child
                ? $"<{child.LocalName}> in <{name}>"
            : name is "a" or "button" or "summary" && element.QuerySelector("a, button, input, select, textarea, details") is { } inner ? $"<{inner.LocalName}> in <{name}>: {element.OuterHtml}"
            : name is "li" && element.ParentElement?.LocalName is not ("ul" or "ol" or "menu") ? "<li> outside of a list"
            : null;
    }
}
