using Blog.Composing;
using Blog.Publishing;
using Blog.Reading;

namespace Blog.Rendering;

/// <summary>Files that are copied as they are: the author's, and those of the theme that pages ask for by hashed names.</summary>
internal static class Assets
{
    public static IEnumerable<Output> Of(Site site, Theme theme) =>
        site.Assets.Select(file => new Output(Addresses.OfAsset(file.Path), file.Fingerprint, () => Copy(file), file.Path.Value))
            .Concat(theme.Assets.Select(asset => new Output(asset.Url, asset.Fingerprint, () => new(asset.Bytes), $"the theme's {asset.Name}")));

    // Between the look at the file and the copy somebody may have taken it away.
    private static Made Copy(SourceFile file)
    {
        var bytes = file.Bytes;
        return file.Failure is { } failure ? new(default, [failure]) : new(bytes);
    }
}
