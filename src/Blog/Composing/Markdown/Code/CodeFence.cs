using System.Collections.Immutable;
using Blog.Text.Highlighting;

namespace Blog.Composing.Markdown.Code;

/// <summary>What the words behind a fence ask for.</summary>
internal sealed record CodeFence
{
    /// <summary>As written, in lower case, without <c>diff-</c>; null when there is none.</summary>
    public string? Language { get; init; }

    /// <summary>A file name or a title to show above; null for none.</summary>
    public string? Title { get; init; }

    public LineStyle Lines { get; init; } = new();

    public ImmutableArray<string> Classes { get; init; } = [];

    /// <summary>Words that mean nothing here, for scripts and style sheets of others: <c>data-…</c>.</summary>
    public ImmutableArray<(string Name, string Value)> Rest { get; init; } = [];

    public Language? Known => Language is null ? null : Languages.Find(Language);
}
