using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Blog.Composing.Markdown.Directives;

/// <summary><c>::name{…}</c>: one line. Its inline content is the caption.</summary>
internal sealed class LeafDirective(BlockParser? parser, string name, HtmlAttributes arguments) : LeafBlock(parser)
{
    public string Name { get; } = name;

    public HtmlAttributes Arguments { get; } = arguments;

    /// <summary>The address of the image, video or sound; null until it is known, and when it must not be published.</summary>
    public string? Url { get; set; }

    public string? PosterUrl { get; set; }

    public string? Argument(string name) => Arguments.Properties?.FirstOrDefault(property => property.Key == name).Value;

    /// <summary>Whether a word without a value, or with another one than <c>false</c>, is among the arguments.</summary>
    public bool Has(string name) => Arguments.Properties?.Exists(property => property.Key == name && property.Value != "false") == true;
}

/// <summary><c>:::name{…}</c> … <c>:::</c>. Its first child may be a <see cref="DirectiveLabel"/>.</summary>
internal sealed class ContainerDirective(BlockParser? parser, string name, int colons, HtmlAttributes arguments) : ContainerBlock(parser)
{
    public string Name { get; } = name;

    public int Colons { get; } = colons;

    public HtmlAttributes Arguments { get; } = arguments;

    /// <summary>Spelt as other tools do (<c>::: tip</c>, <c>::: {.tip}</c>): when the name means nothing here, its blocks are shown all the same.</summary>
    public bool IsForeign { get; init; }

    /// <summary>Whether it is shown as a plain division, its name as the class.</summary>
    public bool IsDivision { get; set; }

    /// <summary>The opening line.</summary>
    public SourceSpan Opening { get; init; }

    public bool IsClosed { get; set; }

    /// <summary>Of <c>tabs</c>: its number in the post. Of a <c>tab</c>: that of the tabs around it.</summary>
    public int Group { get; set; }

    public DirectiveLabel? Label => Count > 0 ? this[0] as DirectiveLabel : null;
}

/// <summary>The visible text of a container's opening line, read as inline Markdown.</summary>
internal sealed class DirectiveLabel : LeafBlock
{
    public DirectiveLabel(StringSlice text, int line)
        : base(null)
    {
        ProcessInlines = true;
        IsOpen = false;
        Line = line;
        AppendLine(ref text, 0, line, text.Start, false);
    }
}
