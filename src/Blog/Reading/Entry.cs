using System.Collections.Immutable;
using Blog.Text;

namespace Blog.Reading;

public enum EntryKind
{
    Post,
    Page,
}

/// <summary>Front matter, body and address of a Markdown file; not rendered.</summary>
/// <param name="Body">Where the Markdown stands in <c>File.Text</c>.</param>
/// <param name="Date">Key, else file name; null: none, the entry is listed last.</param>
/// <param name="Categories">Key, else folders; each a path of names, outermost first.</param>
public sealed record Entry(
    SourceFile File,
    EntryKind Kind,
    FrontMatter Meta,
    TextSpan Body,
    UrlPath Url,
    PostDate? Date,
    ImmutableArray<ImmutableArray<string>> Categories,
    ImmutableArray<Diagnostic> Diagnostics)
{
    public SitePath Path => File.Path;

    public SourceText Source => File.Text;

    public ReadOnlySpan<char> BodyText => Source.Text.AsSpan(Body.Start, Body.Length);
}
