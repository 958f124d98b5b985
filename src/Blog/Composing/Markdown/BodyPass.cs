using Blog.Composing.Markdown.Code;
using Blog.Composing.Markdown.Directives;
using Blog.Composing.Markdown.Footnotes;
using Blog.Composing.Markdown.Formulas;
using Blog.Composing.Markdown.Links;
using Blog.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Blog.Composing.Markdown;

/// <summary>One walk over the parsed body: final addresses, checked attributes and directives, and what there is of headings.</summary>
internal sealed class BodyPass(SiteLinks links, Findings findings, bool hasLineNumbers)
{
    private int _tabs;
    private readonly CodePass _code = new(findings, hasLineNumbers);

    public List<HeadingBlock> Headings { get; } = [];

    public void Run(ContainerBlock container)
    {
        for (var i = 0; i < container.Count; i++)
        {
            var block = container[i];
            switch (block)
            {
                case FencedCodeBlock fenced:
                    _code.Run(fenced);
                    break;
                case LeafDirective { Name: "include" } directive:
                    if (Included(directive) is { } included)
                    {
                        _code.RunIncluded(included);
                        container[i] = block = included;
                    }

                    break;
                case LeafDirective directive:
                    Check(directive);
                    break;
                case ContainerDirective directive:
                    Check(directive);
                    break;
                case Footnote footnote:
                    findings.Anchors.Add(FootnoteIds.Of(footnote));
                    break;
                case HeadingBlock heading:
                    Headings.Add(heading);
                    break;
            }

            CheckAttributes(block);
            if (block is ContainerBlock inner)
            {
                Run(inner);
            }
            else if (block is LeafBlock { Inline: { } inlines })
            {
                Run(inlines, isInLink: false);
            }
        }
    }

    private FencedCodeBlock? Included(LeafDirective directive)
    {
        var place = findings.Place(directive.Span);
        return DirectiveTable.Check(directive.Name, 2, directive.Arguments, place, findings) ? new IncludedCode(links, findings).Of(directive, place) : null;
    }

    private void Check(LeafDirective directive)
    {
        var place = findings.Place(directive.Span);
        if (!DirectiveTable.Check(directive.Name, 2, directive.Arguments, place, findings))
        {
            return;
        }

        Adopt(directive, directive.Arguments);
        var address = directive.Argument("src") ?? "";
        if (directive.Name == "figure")
        {
            ImageFrame.Fill(directive.Arguments, links.FileAt(address)?.ImageSize);
        }

        directive.Url = links.Resolve(address, place, isImage: true);
        directive.PosterUrl = directive.Argument("poster") is { } poster ? links.Resolve(poster, place, isImage: true) : null;
    }

    private void Check(ContainerDirective directive)
    {
        var place = findings.Place(directive.Opening);
        if (directive.IsForeign && !DirectiveTable.Has(directive.Name))
        {
            ShowAsDivision(directive, place);
        }
        else if (DirectiveTable.Check(directive.Name, directive.Colons, directive.Arguments, place, findings))
        {
            Adopt(directive, directive.Arguments);
        }

        CheckTabs(directive, place);
        if (!directive.IsClosed)
        {
            findings.Report(Problems.DirectiveLeftOpen(findings.Source, place, directive.Name, directive.Colons, directive.IsDivision));
        }
    }

    private void CheckTabs(ContainerDirective directive, TextSpan place)
    {
        var isRight = directive.Name switch
        {
            DirectiveTable.Tab => directive.Parent is ContainerDirective { Name: "tabs" } && directive.Label is not null,
            "tabs" => directive.Count > 0 && directive.All(child => child is ContainerDirective { Name: DirectiveTable.Tab }),
            _ => true,
        };
        if (!isRight)
        {
            findings.Report(Problems.DirectiveForm(findings.Source, place, directive.Name, DirectiveTable.ExampleOf(directive.Name)));
        }

        if (directive.Name == "tabs")
        {
            directive.GetAttributes().AddClass("tabs");
        }

        directive.Group = directive.Name == "tabs" ? ++_tabs : directive.Parent is ContainerDirective { Name: "tabs" } around ? around.Group : 0;
    }

    // What other tools do with the name cannot be known; what stands inside is the author's text.
    private void ShowAsDivision(ContainerDirective directive, TextSpan place)
    {
        directive.IsDivision = true;
        Adopt(directive, directive.Arguments);
        if (directive.Name.Length > 0)
        {
            directive.GetAttributes().AddClass(directive.Name);
            findings.Report(Problems.ForeignDirective(findings.Source, place, directive.Name, DirectiveTable.HelpFor(directive.Name)));
        }
    }

    // An id and classes are the element's own; the rest are words of the directive.
    private static void Adopt(Block block, HtmlAttributes arguments)
    {
        var attributes = block.GetAttributes();
        attributes.Id = arguments.Id;
        attributes.Classes = arguments.Classes;
    }

    private void Run(ContainerInline container, bool isInLink)
    {
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            CheckAttributes(inline);
            switch (inline)
            {
                case FootnoteLink { IsBackLink: false } link:
                    findings.Anchors.Add(FootnoteIds.Of(link));
                    break;
                case AutolinkInline link when Href.UnsafeScheme(link.Url, isImage: false) is { } scheme:
                    findings.Report(Problems.UnsafeAddress(findings.Source, findings.Place(link.Span), scheme));
                    break;
                case LinkInline link:
                    Check(link, isInLink);
                    Run(link, isInLink || !link.IsImage);
                    break;
                case ContainerInline inner:
                    Run(inner, isInLink);
                    break;
            }
        }
    }

    private void Check(LinkInline link, bool isInLink)
    {
        // A bare address in the text of a link is text: links cannot be nested.
        if (link.IsAutoLink && isInLink)
        {
            link.Url = null;
            return;
        }

        if (link.IsImage && links.FileAt(TablePipes.Show(link.Url ?? ""))?.ImageSize is { } size)
        {
            ImageFrame.Fill(link.GetAttributes(), size);
        }

        var span = link.Reference is { } reference ? reference.UrlSpan : link.UrlSpan;
        link.Url = links.Resolve(TablePipes.Show(link.Url ?? ""), findings.Place(span.IsEmpty ? link.Span : span), link.IsImage);
    }

    private void CheckAttributes(MarkdownObject node)
    {
        if (node.TryGetAttributes() is not { } attributes)
        {
            return;
        }

        // Only attributes that an author wrote have a place.
        if (!attributes.Span.IsEmpty)
        {
            AttributeCheck.Run(attributes, findings);
        }

        if (attributes.Id is { } id && !findings.Anchors.Add(id))
        {
            findings.Report(Problems.DuplicateId(findings.Source, findings.Place(attributes.Span.IsEmpty ? node.Span : attributes.Span), id));
            attributes.Id = null;
        }
    }
}
