using System.Collections.Immutable;
using Blog.Reading;
using Blog.Text;

namespace Blog.Rendering;

/// <summary>The files of the theme that travels inside the library.</summary>
internal static class DefaultTheme
{
    private static readonly Lazy<ImmutableArray<SourceFile>> Loaded = new(() =>
        [.. typeof(DefaultTheme).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("templates/", StringComparison.Ordinal))
            .Select(name => name.Replace('\\', '/')).Order(StringComparer.Ordinal).Select(name => new SourceFile(new(name), default, () => Load(name)))]);

    public static ImmutableArray<SourceFile> Files => Loaded.Value;

    private static byte[] Load(string name)
    {
        using var stream = typeof(DefaultTheme).Assembly.GetManifestResourceStream(name)!; // a name that the assembly itself gave
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
