using System.Collections.Immutable;
using Blog.Reading;
using Blog.Text;

namespace Blog.Cli.Commands;

/// <summary>The zone in which the dates of a site are meant, for commands that need nothing else of it.</summary>
internal static class SiteZone
{
    /// <param name="root">Absolute; holds <c>content</c>.</param>
    /// <param name="now">Of no importance to the zone, but the engine has no clock to ask.</param>
    /// <returns>The zone, and the errors in site.yaml; with an error, the zone is not to be used.</returns>
    public static (TimeZoneInfo Zone, ImmutableArray<Diagnostic> Problems) Of(string root, DateTimeOffset now)
    {
        var sources = Sources.Read(root);
        var config = SiteConfig.Read(sources.Config, sources.RootName, new BuildOptions { Now = now });
        return (config.TimeZone, [.. config.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error)]);
    }
}
