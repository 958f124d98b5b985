using System.Text.RegularExpressions;
using Blog.Tests.Kit;

namespace Blog.Tests.Text.Highlighting;

/// <summary>A fence of the demo's page that shows every language.</summary>
public sealed partial record GallerySample(string Language, string Code)
{
    public static IReadOnlyList<GallerySample> All { get; } =
    [
        .. Fence().Matches(File.ReadAllText(Path.Combine(Repository.Root, "content", "posts", "gallery", "code.md")).ReplaceLineEndings("\n"))
            .Select(match => new GallerySample(match.Groups["language"].Value, match.Groups["code"].Value)),
    ];

    [GeneratedRegex("^(?<fence>`{3,})(?<language>[^\\s`{]+)[^\n]*\n(?<code>.*?)^\\k<fence>$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Fence();
}
