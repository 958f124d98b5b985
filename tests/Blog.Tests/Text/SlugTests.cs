namespace Blog.Tests.Text;

public class SlugTests
{
    [Fact]
    public void Terms_that_differ_only_in_punctuation_have_slugs_of_their_own() =>
        Assert.Equal(["c", "cpp", "csharp", "c-cpp", "cpp17"], new[] { "C", "C++", "C#", "C/C++", "C++17" }.Select(Blog.Text.Slug.OfTerm));
}
