using Blog.Tests.Text.Highlighting;
using Blog.Text.Highlighting;

namespace Blog.Tests.Docs;

/// <summary>The page about code lists what there is.</summary>
public class CodeTests
{
    private static readonly Manual Page = Manual.Page("code.md");

    [Fact]
    public void Every_language_stands_in_the_list_with_its_other_names()
    {
        var rows = Languages.All.Select(language => $"| `{language.Name}` | {string.Join(" ", language.Aliases.Select(alias => $"`{alias}`"))} |");

        Assert.Empty(rows.Except(Page.Text.Split('\n')));
    }

    [Fact]
    public void Every_language_has_a_sample_in_the_gallery() =>
        Assert.Empty(Languages.All.Select(language => language.Name).Except(GallerySample.All.Select(sample => Languages.Find(sample.Language)?.Name)));

    [Fact]
    public void Every_class_stands_in_the_table()
    {
        var words = Page.Words;

        Assert.Empty(Enum.GetValues<TokenKind>().Except([TokenKind.Text, TokenKind.Operator, TokenKind.Punctuation]).Select(TokenClass.Of).Except(words));
    }
}
