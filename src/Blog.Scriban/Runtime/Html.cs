using System.Text;

namespace Blog.Scriban;

/// <summary>Markup that is safe as it stands: UTF-8 bytes that are printed unescaped.</summary>
public sealed class Html(ReadOnlyMemory<byte> utf8)
{
    private string? _text;

    public ReadOnlyMemory<byte> Utf8 { get; } = utf8;

    // Two threads may both decode; the results are equal.
    internal string Text => _text ??= Encoding.UTF8.GetString(Utf8.Span);

    public static Html Of(string markup) => new(Encoding.UTF8.GetBytes(markup)) { _text = markup };

    public override string ToString() => Text;
}
