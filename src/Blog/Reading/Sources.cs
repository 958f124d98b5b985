using System.Collections.Immutable;
using Blog.Text;

namespace Blog.Reading;

/// <summary>A snapshot of the input tree: which files there are. The only place that reads the disk.</summary>
/// <param name="Config"><c>content/site.yaml</c>, when there is one.</param>
/// <param name="Markdown">Posts and pages, ordered by path.</param>
/// <param name="Folders"><c>_folder.yaml</c> files.</param>
/// <param name="Data"><c>content/data/*</c>.</param>
/// <param name="Assets">Every other published file below <c>content/</c>.</param>
/// <param name="Templates">The site's own <c>templates/</c>.</param>
/// <param name="Diagnostics">Unreadable files, links out of the site, names that cannot be published.</param>
public sealed record Sources(
    string RootName,
    SourceFile? Config,
    ImmutableArray<SourceFile> Markdown,
    ImmutableArray<SourceFile> Folders,
    ImmutableArray<SourceFile> Data,
    ImmutableArray<SourceFile> Assets,
    ImmutableArray<SourceFile> Templates,
    ImmutableArray<Diagnostic> Diagnostics)
{
}
