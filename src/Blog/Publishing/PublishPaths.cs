using Blog.Text;

namespace Blog.Publishing;

/// <summary>The paths on disk that belong to one output folder; all absolute.</summary>
/// <param name="Output">Without links on the way.</param>
/// <param name="Cache">The site's <c>.blog</c>.</param>
/// <param name="StagingBeside">The same in every run, so that the next one finds what a killed one left; so is <paramref name="StagingInside"/>.</param>
internal sealed record PublishPaths(string Output, string Cache, string Manifest, string Journal, string StagingBeside, string StagingInside)
{
    public static PublishPaths Of(string siteRoot, string output)
    {
        // Within the site, the name comes from the relative path: so it follows the site to another folder or machine.
        var relative = Path.GetRelativePath(siteRoot, output).Replace(Path.DirectorySeparatorChar, '/');
        var name = Fingerprint.Of(OutputName.IsInside(relative) ? relative : output).Short(16);
        var staging = $"staging-{Fingerprint.OfTexts(siteRoot, output).Short(8)}";
        var cache = Path.Combine(siteRoot, ".blog");
        return new(output, cache, Path.Combine(cache, $"manifest-{name}"), Path.Combine(cache, $"journal-{name}"),
            Path.Combine(Path.GetDirectoryName(output) ?? output, $".{Path.GetFileName(output)}.{staging}"), Path.Combine(output, $".{staging}"));
    }

    /// <summary>Where a file of the site lies in the output.</summary>
    public string this[string file] => Path.Combine(Output, file);

    /// <summary>The name of a file of the site, from where it lies.</summary>
    public string FileOf(string path) => path[(Output.Length + 1)..].Replace(Path.DirectorySeparatorChar, '/');
}
