namespace Blog.Cli.Preview;

/// <summary><c>preview.js</c>, which pages get in a preview and nowhere else.</summary>
internal static class PreviewScript
{
    public static ReadOnlyMemory<byte> Text { get; } = Read();

    private static byte[] Read()
    {
        using var resource = typeof(PreviewScript).Assembly.GetManifestResourceStream("preview.js")!; // embedded by the project file
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
