using System.Text;

namespace Blog.Scriban;

/// <summary>Where markup may stand as it is.</summary>
[Flags]
internal enum MarkupForms
{
    Html = 1,
    Xml = 2,

    /// <summary>JSON: a literal of a script.</summary>
    Script = 4,

    /// <summary>The template said so by name: <c>html.raw</c>.</summary>
    Raw = 8,
    Everywhere = Html | Xml | Script | Raw,
}

/// <summary>Markup that is safe as it stands: UTF-8 bytes that are printed unescaped.</summary>
public sealed class Html(ReadOnlyMemory<byte> utf8)
{
    private string? _text;

    public ReadOnlyMemory<byte> Utf8 { get; } = utf8;

    internal MarkupForms Forms { get; init; } = MarkupForms.Html;

    // Two threads may both decode; the results are equal.
    internal string Text => _text ??= Encoding.UTF8.GetString(Utf8.Span);

    public static Html Of(string markup) => Of(markup, MarkupForms.Html);

    internal static Html Of(string markup, MarkupForms forms) => new(Encoding.UTF8.GetBytes(markup)) { _text = markup, Forms = forms };

    /// <summary>One behind the other; safe where both are.</summary>
    internal static Html Of(Html first, Html second) => new((byte[])[.. first.Utf8.Span, .. second.Utf8.Span]) { Forms = first.Forms & second.Forms };

    public override string ToString() => Text;
}
