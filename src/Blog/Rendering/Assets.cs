using Blog.Composing;
using Blog.Publishing;
using Blog.Reading;
using Blog.Text;

namespace Blog.Rendering;

/// <summary>Files that are copied as they are: the author's, and those of the theme that pages ask for by hashed names.</summary>
internal static class Assets
{
    public static IEnumerable<Output> Of(Site site, Theme theme) =>
        site.Assets.Where(file => !IsHidden(file.Path, site.Addresses))
            .Select(file => new Output(Addresses.OfAsset(file.Path), () => file.Fingerprint, () => Copy(file), file.Path.Value))
            .Concat(theme.Assets.Select(asset => new Output(asset.Url, asset.Fingerprint, () => new(asset.Bytes), $"the theme's {asset.Name}")));

    // Between the look at the file and the copy somebody may have taken it away.
    private static Made Copy(SourceFile file)
    {
        var bytes = file.Bytes;
        return file.Failure is { } failure ? new(default, [failure]) : new(bytes);
    }

    // The pictures of a bundle that is not published (content/posts/draft/index.md) are not published either. A folder whose other pages are
    // published is no bundle; its files may be theirs.
    private static bool IsHidden(SitePath file, Addresses addresses)
    {
        for (var folder = file.Folder; folder.Value.Contains('/'); folder = folder.Folder)
        {
            var index = new SitePath($"{folder}/index.md");
            if (addresses.Find(index) is not null)
            {
                return false;
            }

            if (addresses.WhyUnpublished(index) is not null)
            {
                return !addresses.Paths.Any(path => path.Extension == ".md" && path.IsUnder(folder.Value));
            }
        }

        return false;
    }
}
