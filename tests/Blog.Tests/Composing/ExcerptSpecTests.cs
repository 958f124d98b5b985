namespace Blog.Tests.Composing;

public class ExcerptSpecTests
{
    public static IEnumerable<TheoryDataRow<SpecExample>> Examples => SpecExample.In("excerpts");

    /// <summary>Parts: source and excerpt; with the word <c>description</c>, source and description.</summary>
    [Theory]
    [MemberData(nameof(Examples), DisableDiscoveryEnumeration = true)]
    public void Examples_say_what_is_written(SpecExample example)
    {
        var post = example.Sample.Render();

        Assert.Equal(example.Parts[1], example.Words.Contains("description") ? post.Description : post.Excerpt);
    }
}
