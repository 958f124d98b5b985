using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Blog.Text;

namespace Blog.Cli.Explaining;

/// <summary>
/// The manual's page of diagnostics, which travels inside the program: what a person reads there and what <c>blog explain</c> says is one text.
/// </summary>
internal static partial class ManualPage
{
    private const string Name = "docs/diagnostics.md";

    private static readonly Lazy<ImmutableArray<Explanation>> Loaded = new(() => Read(Text()));

    /// <summary>Every code, in the order of the page.</summary>
    public static ImmutableArray<Explanation> Explanations => Loaded.Value;

    /// <summary>
    /// A group begins with a paragraph <c>**Title.** Remark</c>, an entry with a heading that is its code; the entry's first paragraph is
    /// <c>Error: `a message` or `another`.</c>, the others explain it.
    /// </summary>
    public static ImmutableArray<Explanation> Read(string page)
    {
        var found = ImmutableArray.CreateBuilder<Explanation>();
        var group = new ExplanationGroup("", "");
        var blocks = page.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var i = 0; i < blocks.Length; i++)
        {
            if (GroupTitle().Match(blocks[i]) is { Success: true } title)
            {
                group = new(title.Groups["title"].Value, PlainLine(title.Groups["remark"].Value.Replace('\n', ' ')));
            }
            else if (CodeHeading().Match(blocks[i]) is { Success: true } heading && i + 1 < blocks.Length)
            {
                var paragraphs = blocks[(i + 2)..].TakeWhile(block => !block.StartsWith('#') && !block.StartsWith("***", StringComparison.Ordinal));
                found.Add(new(
                    heading.Groups["code"].Value,
                    blocks[i + 1].StartsWith("Warning", StringComparison.Ordinal) ? Severity.Warning : Severity.Error,
                    [.. CodeSpan().Matches(blocks[i + 1]).Select(message => message.Groups["code"].Value.Trim())],
                    [.. paragraphs.Select(PlainText)],
                    group));
            }
        }

        return found.ToImmutable();
    }

    // Lines of code and items of a list stay lines; those of a paragraph are the page's business.
    private static string PlainText(string block)
    {
        var lines = block.Split('\n');
        return block.StartsWith("```", StringComparison.Ordinal) ? string.Join('\n', lines[1..].Where(line => !line.StartsWith("```", StringComparison.Ordinal)).Select(line => "    " + line))
            : block.StartsWith("- ", StringComparison.Ordinal) ? string.Join('\n', lines.Select(PlainLine))
            : PlainLine(string.Join(' ', lines));
    }

    /// <summary>Markdown as a terminal shows it: code in quotes, links by their text and the page of the manual that they lead to.</summary>
    public static string PlainLine(string markdown) => Inline().Replace(markdown, found =>
        found.Groups["code"] is { Success: true } code ? Quoted(code.Value.Trim())
        : found.Groups["link"] is { Success: true } link ? PlainLine(link.Value) + (found.Groups["page"] is { Length: > 0 } page ? $" (manual: {Path.GetFileNameWithoutExtension(page.Value)})" : "")
        : found.Groups["stress"].Value);

    private static string Quoted(string code) => code.Contains('\'') ? $"`{code}`" : $"'{code}'";

    private static string Text()
    {
        using var stream = typeof(ManualPage).Assembly.GetManifestResourceStream(Name)!; // the project file puts it there
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^\*\*(?<title>[^*]+)\.\*\*\s*(?<remark>.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex GroupTitle();

    [GeneratedRegex("^## (?<code>B[0-9]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex CodeHeading();

    [GeneratedRegex("(?<mark>`+)(?<code>.+?)\\k<mark>(?!`)", RegexOptions.CultureInvariant)]
    private static partial Regex CodeSpan();

    // Code first: what stands in it is neither a link nor stressed.
    [GeneratedRegex(
        """
        (?<mark>`+)(?<code>.+?)\k<mark>(?!`)
        | \[(?<link>(?:[^\[\]`]|`[^`]*`)+)\]\((?<page>[^)\#\s]*)(?:\#[^)\s]*)?\)
        | (?<![\w*])(?<stars>\*{1,2})(?<stress>[^*\s][^*]*)\k<stars>(?![\w*])
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Inline();
}
