using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Blog.Scriban;
using Blog.Tests.Docs;

namespace Blog.Tests.Scriban;

/// <summary>Dates and numbers come from tables of ours: no machine and no setting of it makes another site.</summary>
public class CultureTests
{
    [Fact]
    public void The_engine_asks_the_system_for_no_culture_but_the_invariant_one()
    {
        using var file = new PEReader(File.OpenRead(typeof(Template).Assembly.Location));
        var metadata = file.GetMetadataReader();
        var used =
            from handle in metadata.MemberReferences
            let member = metadata.GetMemberReference(handle)
            where member.Parent.Kind == HandleKind.TypeReference
            let type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent)
            where metadata.GetString(type.Name) is "CultureInfo" or "RegionInfo" or "TextInfo" or "CompareInfo"
            select metadata.GetString(member.Name);

        Assert.Equal(["get_InvariantCulture"], used.Distinct());
    }

    [Fact]
    public void Every_case_gives_the_same_under_another_culture_of_the_machine()
    {
        var strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        strange.NumberFormat.NumberDecimalSeparator = "!";
        strange.NumberFormat.NegativeSign = "~";
        strange.DateTimeFormat.DateSeparator = "?";
        strange.DateTimeFormat.TimeSeparator = "?";
        strange.DateTimeFormat.AbbreviatedMonthNames = [.. Enumerable.Range(1, 12).Select(month => $"x{month}"), ""];
        var (before, failures) = (CultureInfo.CurrentCulture, new List<string?>());
        try
        {
            CultureInfo.CurrentCulture = strange;
            failures.AddRange(Case.Own.Values.Where(c => !Deviations.ById.ContainsKey(c.Id)).Select(c => c.Failure()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Equal([], failures.Where(failure => failure is not null));
    }

    [Theory]
    [InlineData("zh", "星期二 一月 下午")]
    [InlineData("zh-CN", "星期二 一月 下午")]
    [InlineData("zh-TW", "星期二 1月 下午")]
    [InlineData("zh-Hant-HK", "星期二 1月 下午")]
    [InlineData("ja", "火曜日 1月 午後")]
    [InlineData("ko", "화요일 1월 오후")]
    [InlineData("fr", "mardi janvier PM")]
    [InlineData("de_AT", "Dienstag Jänner PM")]
    [InlineData("es", "martes enero p.\u00A0m.")]
    [InlineData("en-GB", "Tuesday January pm")]
    [InlineData("EN-us", "Tuesday January PM")]
    [InlineData("en-ZA", "Tuesday January PM")]
    public void A_language_tag_names_a_culture(string tag, string expected) =>
        Assert.Equal(expected, Rendering.TextOf($$$"""{{ date.parse "2016-01-05 13:04" | date.to_string "%A %B %p" "{{{tag}}}" }}"""));

    [Theory]
    [InlineData("en-GBB", "did you mean 'en-GB'?")]
    [InlineData("zhtw", "did you mean 'zh-TW'?")]
    [InlineData("klingon", "write a language tag such as 'de-DE'; the languages are cs, da, de,")]
    public void A_culture_that_does_not_exist_is_an_error_with_near_names(string tag, string help)
    {
        var result = Rendering.Render($$$"""{{ date.parse "2016-01-05" | date.to_string "%A" "{{{tag}}}" }}""");

        var error = Assert.Single(result.Diagnostics);
        Assert.Equal($"'date.to_string': there is no culture '{tag}'", error.Message);
        Assert.StartsWith(help, error.Help, StringComparison.Ordinal);
        Assert.Equal(50, error.Start.Column);
    }

    [Fact]
    public void A_culture_of_the_options_exists() => Assert.Throws<TemplateException>(() => TemplateOptions.Site with { Culture = "klingon" });

    [Fact]
    public void A_rendering_has_a_culture_where_the_template_names_none()
    {
        var german = TemplateOptions.Site with { Culture = "de" };

        Assert.Equal("1,5 März 1.234,50 3,5 {\"a\":1.5}", Rendering.TextOf(
            """{{ 1.5 }} {{ date.parse "05.03.2016" | date.to_string "%B" }} {{ 1234.5 | math.format "N" }} {{ "2,5" | string.to_double + 1 }} {{ {a: 1.5} | object.to_json }}""",
            options: german));
    }

    [Fact]
    public void The_manual_names_the_cultures_that_there_are()
    {
        var line = Manual.Page("functions.md").Text.Split('\n').Single(line => line.StartsWith("Cultures are named by language tags.", StringComparison.Ordinal));
        var tags = line.Split('`').Where((_, i) => i % 2 == 1 && i > 1).ToList();
        var unknown = Assert.Single(Rendering.Render("""{{ date.now | date.to_string "%A" "klingon" }}""").Diagnostics);

        Assert.All(tags, tag => Rendering.TextOf($$$"""{{ date.now | date.to_string "%A" "{{{tag}}}" }}"""));
        Assert.Equal(unknown.Help!.Split("are ")[1].Split(", "), tags.Where(tag => !tag.Contains('-', StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }
}
