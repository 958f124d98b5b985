namespace Blog.Text.Tex;

internal sealed partial class Parser
{
    private MathNode Box(MathNode body, string line, in Token token)
    {
        var box = tree.Around(NodeKind.Boxed, body, SpanFrom(token));
        box.Open = line;
        return box;
    }

    public MathNode Boxed(in Token token, string line) => Box(Argument(token), line, token);

    public MathNode FramedText(in Token token) => Box(Text(token, TextStyle.Plain), "box", token);

    // One line of the style sheet over the other.
    public MathNode CrossedOut(in Token token) => Box(Boxed(token, "bc"), "ca", token);

    public MathNode CancelTo(in Token token)
    {
        var value = Argument(token);
        var scripts = NewScripts(Boxed(token, "ca"), token.Span.Start);
        scripts.Upper = value;
        return scripts;
    }

    /// <summary>A colour in braces, with its model in brackets; null when it is none.</summary>
    private string? Colour(in Token token)
    {
        var model = RawOptional().Span.Trim().ToString();
        var written = RawArgument(token).Span.Trim().ToString();
        var colour = Colours.Find(model, written);
        if (colour is null)
        {
            var nearest = model.Length == 0 ? Spelling.Nearest(written, Colours.Names) : null;
            problems.Add("bad-colour", $"'{written}' is not a colour", SpanFrom(token),
                nearest is not null ? $"did you mean '{nearest}'?" : "write a name, or '#rrggbb'");
        }

        return colour;
    }

    public MathNode Coloured(in Token token)
    {
        var colour = Colour(token);
        return NewColoured(Argument(token), colour, token);
    }

    private MathNode NewColoured(MathNode body, string? colour, in Token token)
    {
        if (colour is null)
        {
            return body;
        }

        var items = new NodeList();
        AddParts(ref items, body);
        var coloured = tree.Around(NodeKind.Coloured, items.First, SpanFrom(token));
        coloured.Open = colour;
        return coloured;
    }

    /// <summary><c>\color{red}{x}</c> colours the group, as its authors expect; without one it is a switch.</summary>
    public MathNode? ColourCommand(in Token token)
    {
        var colour = Colour(token);
        SkipSpaces();
        if (Current.Kind == TokenKind.OpenBrace)
        {
            return NewColoured(Argument(token), colour, token);
        }

        if (colour is null)
        {
            return null;
        }

        var node = tree.New(NodeKind.ColourSwitch, token.Span);
        node.Open = colour;
        return node;
    }

    public MathNode ColourBox(in Token token)
    {
        var colour = Colour(token);
        return ColouredBox(Text(token, TextStyle.Plain), "pad", colour, token);
    }

    // A frame in another colour than the text is a background that looks out from behind another one.
    public MathNode FramedColourBox(in Token token)
    {
        var (frame, background) = (Colour(token), Colour(token));
        return ColouredBox(ColouredBox(Text(token, TextStyle.Plain), "pad", background, token), "edge", frame, token);
    }

    private MathNode ColouredBox(MathNode body, string line, string? background, in Token token)
    {
        var box = Box(body, line, token);
        box.Close = background ?? "";
        return box;
    }

    public MathNode? DefineColour(in Token token)
    {
        var name = RawArgument(token).Span.Trim().ToString();
        var model = RawArgument(token).Span.Trim().ToString();
        var written = RawArgument(token).Span.Trim().ToString();
        if (Colours.Find(model, written) is { } colour)
        {
            Colours.Define(name, colour);
        }
        else
        {
            problems.Add("bad-colour", $"'{written}' is not a colour of the model '{model}'", SpanFrom(token), "write '\\definecolor{name}{HTML}{RRGGBB}'");
        }

        return null;
    }

    private string? Address(in Token token)
    {
        if (Current.Kind != TokenKind.Address)
        {
            problems.Add("missing-argument", $"'{token.Spelling}' needs an address in braces", token.Span);
            return null;
        }

        var address = Take().Text.Span.Trim().ToString().Replace("\\", "", StringComparison.Ordinal);
        if (!IsHarmless(address))
        {
            problems.Add("bad-url", $"'{(address.Length > 40 ? address[..40] + "…" : address)}' is not an address that a page may link to", SpanFrom(token),
                "write one that begins with 'https:', 'http:', 'mailto:', '/' or '#'");
            return null;
        }

        return address;
    }

    private static bool IsHarmless(string address)
    {
        var colon = address.IndexOfAny([':', '/', '?', '#']);
        return address.Length > 0 && !address.Any(char.IsControl)
            && (colon < 0 || address[colon] != ':' || address[..colon].ToLowerInvariant() is "http" or "https" or "mailto");
    }

    public MathNode Link(in Token token)
    {
        var address = Address(token);
        return NewLink(address, Argument(token), token);
    }

    public MathNode? BareLink(in Token token) =>
        Address(token) is { } address ? NewLink(address, Words(address, token), token) : null;

    private MathNode NewLink(string? address, MathNode body, in Token token)
    {
        if (address is null)
        {
            return body;
        }

        var link = tree.Around(NodeKind.Link, body, SpanFrom(token));
        link.Open = address;
        return link;
    }

    public MathNode Reference(in Token token, bool hasParentheses)
    {
        var reference = tree.New(NodeKind.Reference, token.Span);
        (reference.Text, reference.Flag) = (RawArgument(token), hasParentheses);
        reference.Span = SpanFrom(token);
        return reference;
    }

    public MathNode? Refused(in Token token)
    {
        if (!token.IsWord("style"))
        {
            RawOptional();
        }

        RawArgument(token);
        problems.Add("unsupported", $"'{token.Spelling}' is not for formulas: their look is the theme's", token.Span);
        return token.IsWord("includegraphics") ? null : Argument(token);
    }

    public MathNode Phantom(in Token token, string which)
    {
        var phantom = tree.Around(NodeKind.Phantom, Argument(token), SpanFrom(token));
        phantom.Open = which;
        return phantom;
    }

    public MathNode Smash(in Token token)
    {
        var which = RawOptional().Span.Trim() switch { "t" => "height", "b" => "depth", _ => "smash" };
        return Padded(token, which);
    }

    public MathNode Padded(in Token token, string which)
    {
        var padded = tree.Around(NodeKind.Padded, Argument(token), SpanFrom(token));
        padded.Open = which;
        return padded;
    }

    /// <param name="token"><c>\raisebox{1ex}{x}</c>, <c>\raise 1ex x</c>, <c>\lower 1ex x</c>.</param>
    /// <param name="sign">-1 to lower.</param>
    public MathNode Raised(in Token token, int sign)
    {
        var height = Length(token) ?? 0;
        var padded = token.IsWord("raisebox") ? tree.Around(NodeKind.Padded, Text(token, TextStyle.Plain), SpanFrom(token)) : Padded(token, "raise");
        (padded.Open, padded.Size) = ("raise", height * sign);
        return padded;
    }

    // As high as a parenthesis, without width.
    public MathNode Strut(in Token token)
    {
        var strut = tree.Around(NodeKind.Phantom, tree.Atom("(", AtomClass.Opening, token.Span), token.Span);
        strut.Open = "v";
        return strut;
    }

    public MathNode Rule(in Token token)
    {
        var raised = Lengths.TryRead(RawOptional().Span, out var height) ? height : 0;
        return NewRule(Length(token) ?? 0, Length(token) ?? 0, -raised, token);
    }

    /// <summary><c>\Rule{width}{height}{depth}</c>.</summary>
    public MathNode SizedRule(in Token token) => NewRule(Length(token) ?? 0, Length(token) ?? 0, Length(token) ?? 0, token);

    private MathNode NewRule(double width, double height, double depth, in Token token)
    {
        var rule = tree.New(NodeKind.Rule, SpanFrom(token));
        (rule.Size, rule.OtherSize) = (Math.Max(width, 0), Math.Max(height, 0));
        if (depth != 0)
        {
            var padded = tree.Around(NodeKind.Padded, rule, rule.Span);
            (padded.Open, padded.Size) = ("raise", -depth);
            return padded;
        }

        return rule;
    }
}
