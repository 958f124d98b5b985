namespace Blog.Publishing;

/// <summary>Where a site's output goes, in the words of the person at the terminal, and what there is to protect around it.</summary>
/// <param name="SiteRoot">Absolute.</param>
/// <param name="Output">As it was typed; a relative one counts from <paramref name="CurrentFolder"/>.</param>
/// <param name="CurrentFolder">Absolute.</param>
/// <param name="Home">The home folder, absolute; null when there is none.</param>
/// <param name="ToolVersion">Whatever changes when the same inputs may give other bytes.</param>
public sealed record OutputPlace(string SiteRoot, string Output, string CurrentFolder, string? Home, string ToolVersion)
{
    /// <summary>Absolute; links are not resolved.</summary>
    /// <exception cref="ArgumentException">The text cannot be a path; <see cref="OutputGuard"/> asks first.</exception>
    public string OutputFolder => Path.TrimEndingDirectorySeparator(Path.GetFullPath(Output, CurrentFolder));
}
