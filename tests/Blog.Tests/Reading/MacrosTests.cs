using Blog.Tests.Kit;

namespace Blog.Tests.Reading;

public class MacrosTests
{
    [Fact]
    public void A_wrong_macro_of_the_site_is_an_error_of_the_configuration_at_its_place()
    {
        var site = new SiteInAString("""
            -- content/site.yaml --
            math:
              macros:
                R: '\mathbb{R'
                '\a1': x
                ok: '\{'
            """).Build();

        Assert.Equal(
            ["3:5 B1001 macro 'R' has a '{' that is never closed", "4:5 B1001 'a1' cannot be the name of a macro"],
            site.Report.Diagnostics.Select(found => $"{found.Start.Line}:{found.Start.Column} {found.Code} {found.Message}"));
        Assert.Equal(["ok"], site.Plan.Site.Config.Math.Macros.Keys);
    }

    [Fact]
    public void Macros_of_front_matter_are_read_and_checked()
    {
        var entry = Given.Post("math: {macros: {v: '\\mathbf{#1}', b: '}'}, macos: {}}");

        Assert.Equal((true, @"\mathbf{#1}", 1), (entry.Meta.Math, entry.Meta.MathMacros["v"], entry.Meta.MathMacros.Count));
        Assert.Equal(
            ["2:44: warning B1064: 'math.macos' is not a known key", "2:35: error B1073: macro 'b' closes a '}' that is not open"],
            entry.Diagnostics.Lines());
    }

    [Fact]
    public void A_flag_is_no_map() => Assert.Equal((true, 0), (Given.Post("math: true").Meta.Math, Given.Post("math: true").Meta.MathMacros.Count));
}
