using System.Text;
using Blog.Text;

namespace Blog.Tests.Composing;

public class MarkdownSpecTests
{
    public static IEnumerable<TheoryDataRow<SpecExample>> Examples => SpecExample.In("markdown");

    /// <summary>Parts: source, HTML, and, when there is something to say, the messages without their source lines.</summary>
    [Theory]
    [MemberData(nameof(Examples), DisableDiscoveryEnumeration = true)]
    public void Examples_render_as_written(SpecExample example)
    {
        var post = example.Sample.Render();

        Assert.Equal(example.Parts[1], Encoding.UTF8.GetString(post.Html.Span).TrimEnd('\n'));
        Assert.Equal(example.Parts.ElementAtOrDefault(2) ?? "", string.Join('\n', post.Diagnostics.Select(Short)));
    }

    private static string Short(Diagnostic diagnostic) =>
        $"{diagnostic.Start.Line}:{diagnostic.Start.Column} {diagnostic.Code} {diagnostic.Message}" + (diagnostic.Help is { } help ? $" ({help})" : "");
}
