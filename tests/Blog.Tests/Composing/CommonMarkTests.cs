using System.Text.Json;
using Blog.Tests.Kit;

namespace Blog.Tests.Composing;

/// <summary>
/// The examples of CommonMark 0.31.2 and of GitHub's extensions through our own pipeline. What differs is listed with its reason; a difference that goes
/// away must leave the list.
/// </summary>
public class CommonMarkTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "specs", "commonmark");

    [Fact]
    public void CommonMark_examples_give_the_HTML_of_the_specification() => Check("commonmark-0.31.2.json", "differences-commonmark.txt", 652);

    [Fact]
    public void GitHub_examples_give_the_HTML_of_the_specification() => Check("gfm-extensions.json", "differences-gfm.txt", null);

    private static void Check(string examples, string differences, int? count)
    {
        var listed = File.ReadAllLines(Path.Combine(Folder, differences))
            .Where(line => line.Length > 0 && char.IsAsciiDigit(line[0]))
            .ToDictionary(line => int.Parse(line.Split(' ')[0], null), line => line);
        var surprises = new List<string>();
        var total = 0;
        foreach (var (number, markdown, html) in Read(Path.Combine(Folder, examples)))
        {
            total++;
            // A title of its own, else a leading heading would be the title and leave the body.
            var (actual, expected) = (SameHtml.Normal(new PostSample("---\ntitle: Example\n---\n" + markdown).Html()), SameHtml.Normal(html));
            if ((actual == expected) == listed.ContainsKey(number))
            {
                surprises.Add(actual == expected ? $"{number} is listed but gives the HTML of the specification" : $"{number} differs:\n{markdown}\n  expected {expected}\n  actual   {actual}");
            }
        }

        Assert.True(surprises.Count == 0, $"{surprises.Count} surprises\n" + string.Join('\n', surprises));
        Assert.Equal(count ?? total, total);
        Assert.All(listed.Values, line => Assert.True(line.Split(' ', 2)[1].Length > 10, $"no reason: {line}"));
    }

    private static IEnumerable<(int Number, string Markdown, string Html)> Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        foreach (var example in json.RootElement.EnumerateArray())
        {
            yield return (example.GetProperty("example").GetInt32(), example.GetProperty("markdown").GetString()!, example.GetProperty("html").GetString()!);
        }
    }
}
