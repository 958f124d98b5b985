using Blog.Text;

namespace Blog.Reading;

/// <summary>What a name says about a file: which part of the site it is, or that it is none.</summary>
internal static class SourceNames
{
    public enum Part
    {
        Nothing,
        Config,
        Markdown,
        Folder,
        Data,
        Asset,
        Template,
    }

    /// <summary>Names that are never read: hidden ones, private ones (<c>_drafts</c>), and what editors, caches and systems leave behind.</summary>
    public static bool IsSkipped(string name) => name switch
    {
        ".well-known" or "_folder.yaml" or "_folder.yml" => false,
        ['.', ..] or ['_', ..] or [.., '~'] or ['#', .., '#'] or ['~', '$', ..] => true,
        "4913" or "Thumbs.db" or "ehthumbs.db" or "desktop.ini" or "Icon\r" or "__MACOSX" or "node_modules" => true,
        _ => Path.GetExtension(name).ToLowerInvariant() is ".swp" or ".swo" or ".swx" or ".bak" or ".tmp" or ".temp" or ".orig" or ".rej" or ".crdownload" or ".part"
            || name.Contains("___jb_", StringComparison.Ordinal),
    };

    /// <summary>Files that nobody means to publish, and that are worth a word when they lie among those one does.</summary>
    public static bool IsSecret(string name) => name.ToLowerInvariant() is "id_rsa" or "id_dsa" or "id_ecdsa" or "id_ed25519" or ".env" or ".netrc" or ".npmrc" or ".htpasswd"
        || name.StartsWith(".env.", StringComparison.OrdinalIgnoreCase)
        || Path.GetExtension(name).ToLowerInvariant() is ".pem" or ".pfx" or ".p12" or ".kdbx";

    public static Part PartOf(SitePath path) =>
        path.IsUnder("templates") ? Part.Template
        : path.Value is "content/site.yaml" or "content/site.yml" ? Part.Config
        : path.Name is "_folder.yaml" or "_folder.yml" ? (path.IsUnder("content/data") ? Part.Nothing : Part.Folder)
        : path.IsUnder("content/data") ? (path.Extension is ".yaml" or ".yml" or ".json" ? Part.Data : Part.Nothing)
        : path.Extension is ".md" or ".markdown" ? Part.Markdown
        : Part.Asset;
}
