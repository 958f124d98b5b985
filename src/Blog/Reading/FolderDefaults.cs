using System.Collections.Immutable;

namespace Blog.Reading;

/// <summary>What <c>_folder.yaml</c> says of a folder itself; for a category's folder, of the category.</summary>
public sealed record FolderText(string? Title, string? Description);

/// <summary>The <c>_folder.yaml</c> files of a site.</summary>
public sealed record FolderDefaults
{
    /// <param name="path">Folded names from the outermost category to this one.</param>
    public FolderText? OfCategory(ImmutableArray<string> path) => null;
}
