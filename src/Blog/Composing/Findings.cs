using Blog.Reading;
using Blog.Text;
using Markdig.Syntax;

namespace Blog.Composing;

/// <summary>What one look through a body brings to light besides its HTML.</summary>
internal sealed class Findings(Entry entry)
{
    private readonly List<Diagnostic> _diagnostics = [];

    public SourceText Source => entry.Source;

    public List<InternalLink> Links { get; } = [];

    public HashSet<string> Anchors { get; } = new(StringComparer.Ordinal);

    public bool HasMath { get; set; }

    /// <summary>In the order of the text.</summary>
    public IEnumerable<Diagnostic> Diagnostics => _diagnostics.OrderBy(diagnostic => diagnostic.Span.Start);

    public void Report(Diagnostic diagnostic) => _diagnostics.Add(diagnostic);

    /// <summary>The rest of the line from a place in the body on.</summary>
    public string LineAt(int place)
    {
        var rest = entry.BodyText[Math.Min(place, entry.BodyText.Length)..];
        var end = rest.IndexOfAny('\r', '\n');
        return (end < 0 ? rest : rest[..end]).ToString();
    }

    /// <summary>A place in the body as a place in the file.</summary>
    public TextSpan Place(SourceSpan span) =>
        span.IsEmpty ? new(entry.Body.Start, 0) : Place(new TextSpan(span.Start, span.Length));

    public TextSpan Place(TextSpan span) => span.Shift(entry.Body.Start);
}
