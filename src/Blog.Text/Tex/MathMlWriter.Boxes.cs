namespace Blog.Text.Tex;

internal sealed partial class MathMlWriter
{
    /// <summary>Height and depth of a line, in em: what raised content is taken to be.</summary>
    private const double LineHeight = 0.75;
    private const double LineDepth = 0.25;

    private void Coloured(MathNode coloured)
    {
        output.Append("<mstyle");
        ColourAttribute("mathcolor", coloured.Open);
        output.Append('>');
        if (coloured.Only is { } only && IsAtom(only))
        {
            Base(only);
        }
        else
        {
            Emit(Plan(coloured.First, default));
        }

        Close("mstyle");
    }

    private void ColourAttribute(string name, string colour)
    {
        if (colour.Length > 0)
        {
            output.Append(' ');
            output.Append(name);
            output.Append("=\"");
            output.AppendEscaped(colour);
            output.Append('"');
        }
    }

    private void Boxed(MathNode boxed)
    {
        output.Append("<mrow class=\"");
        output.Append(boxed.Open);
        output.Append('"');
        if (boxed.Close.Length > 0)
        {
            // On a colour of its own a text is black, as its author saw it, also where the page is dark.
            ColourAttribute("mathcolor", "black");
            ColourAttribute("mathbackground", boxed.Close);
        }

        output.Append('>');
        ImpliedRow(boxed.First!); // a box is around something
        Close("mrow");
    }

    private void Phantom(MathNode phantom)
    {
        output.Append(phantom.Open switch
        {
            "h" => "<mpadded height=\"0\" depth=\"0\">",
            "v" => "<mpadded width=\"0\">",
            _ => "",
        });
        Open("mphantom");
        ImpliedRow(phantom.First!); // a phantom is of something
        Close("mphantom");
        output.Append(phantom.Open.Length > 0 ? "</mpadded>" : "");
    }

    private void Padded(MathNode padded)
    {
        switch (padded.Open)
        {
            case "raise":
                output.Append("<mpadded");
                Attribute("voffset", padded.Size);
                if (padded.Size > 0)
                {
                    Attribute("height", LineHeight + padded.Size);
                }
                else
                {
                    Attribute("depth", LineDepth - padded.Size);
                }

                output.Append('>');
                break;
            case "smash":
                output.Append("<mpadded height=\"0\" depth=\"0\">");
                break;
            case "height" or "depth":
                output.Append("<mpadded ");
                output.Append(padded.Open);
                output.Append("=\"0\">");
                break;
            default:
                output.Append("<mpadded width=\"0\">");
                break;
        }

        // What stands to the left or in the middle is shifted by the style sheet.
        var isShifted = padded.Open is "llap" or "clap";
        if (isShifted)
        {
            output.Append("<mrow class=\"");
            output.Append(padded.Open);
            output.Append("\">");
        }

        ImpliedRow(padded.First!); // the argument
        output.Append(isShifted ? "</mrow></mpadded>" : "</mpadded>");
    }

    private void Rule(MathNode rule)
    {
        output.Append("<mspace class=\"rule\"");
        Attribute("width", rule.Size);
        Attribute("height", rule.OtherSize);
        output.Append("/>");
    }

    // Links of MathML do nothing in one engine; HTML's do within words.
    private void Link(MathNode link)
    {
        output.Append("<mtext>");
        OpenAnchor();
        output.AppendEscaped(link.Open);
        output.Append("\">");
        if (link.First is { Kind: NodeKind.Text } words)
        {
            Blanks(words.Text.Span);
        }
        else
        {
            output.Append(options.IsXml ? "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">" : "<math>");
            Argument(link.First, MathStyle.Text);
            Close("math");
        }

        output.Append("</a></mtext>");
    }

    private void OpenAnchor() => output.Append(options.IsXml ? "<a xmlns=\"http://www.w3.org/1999/xhtml\" href=\"" : "<a href=\"");

    /// <summary>The number may be further down on the page, so its place is only marked here.</summary>
    private void Reference(MathNode reference)
    {
        output.Append("<mtext>");
        _references.Add(new(output.Length, reference.Text.Span.Trim().ToString(), reference.Flag, reference.Span));
        output.Append("</mtext>");
    }
}
