namespace Blog.Text.Tex;

internal sealed partial class Parser
{
    private static string NameOf(in Token token) => token.Text.ToString();

    public MathNode LargeOperator(in LargeSign sign, in Token token)
    {
        var large = tree.New(NodeKind.LargeOperator, token.Span);
        (large.Text, large.Flag, large.Class) = (sign.Text.AsMemory(), sign.HasLimits, AtomClass.Operator);
        return large;
    }

    /// <summary>On the line before a comma or a delimiter, raised before an operator.</summary>
    public MathNode Dots(in Token token)
    {
        SkipSpaces();
        var next = Current;
        var after = next.IsCommand
            ? Symbols.TryCommand(next.Text.Span, out var symbol) ? symbol.Class : Symbols.LargeOperators.ContainsKey(NameOf(next)) ? AtomClass.Operator : AtomClass.Ordinary
            : next.Kind == TokenKind.Character ? Symbols.ClassOf(next.Text.Span) : AtomClass.Ordinary;
        var isRaised = after is AtomClass.Binary or AtomClass.Relation or AtomClass.Operator;
        return tree.Atom(isRaised ? "⋯" : "…", AtomClass.Inner, token.Span);
    }

    /// <summary>The next sign struck through; of several in braces, or in a macro's text, it is the first, as in TeX.</summary>
    public MathNode? Negation(in Token token)
    {
        MathNode argument;
        do
        {
            // \not\!\perp moves the stroke to the middle of the sign, where it is anyhow.
            SkipSpaces();
            argument = OwnArgument(token);
        }
        while (argument.Kind == NodeKind.Space);
        if (argument is { Kind: NodeKind.Row, First: null })
        {
            return null;
        }

        if (FirstSign(argument) is not { } negated)
        {
            problems.Add("missing-argument", "'\\not' strikes a single sign", token.Span, "write '\\cancel{…}' for more");
            return argument;
        }

        negated.Text = (Symbols.Negate(negated.Text.Span) ?? $"{negated.Text}\u0338").AsMemory();
        negated.Span = SpanFrom(token);
        if (argument.Kind != NodeKind.Row || argument.Only is not null)
        {
            return argument.Kind == NodeKind.Row ? argument.Only : argument;
        }

        // Several signs are still the relation that the first one is.
        var whole = tree.Around(NodeKind.Classed, argument, SpanFrom(token));
        whole.Class = negated.Class;
        return whole;
    }

    private static MathNode? FirstSign(MathNode? node) => node?.Kind switch
    {
        NodeKind.Atom or NodeKind.Number or NodeKind.Arrow => node,
        NodeKind.Row or NodeKind.Classed or NodeKind.Styled or NodeKind.Coloured or NodeKind.Scripts or NodeKind.Stack => FirstSign(node.First),
        _ => null,
    };

    /// <summary><c>\iff</c>: a relation with a thick space more on both sides.</summary>
    public MathNode LongArrow(string arrow, in Token token)
    {
        var atom = tree.Atom(arrow, AtomClass.Relation, token.Span);
        atom.Size = 5 / 18.0;
        return atom;
    }

    public MathNode DecoratedLimit(string sign, in Token token)
    {
        var limit = tree.Around(NodeKind.Accent, tree.Function("lim".AsMemory(), hasLimits: true, token.Span), token.Span);
        limit.Sign = AccentSign.ByCommand[sign];
        var whole = tree.Around(NodeKind.Classed, limit, token.Span);
        (whole.Class, whole.Flag) = (AtomClass.Operator, true);
        return whole;
    }

    public MathNode Modulus(in Token token, string word, bool hasParentheses)
    {
        var argument = Argument(token);
        var span = SpanFrom(token);
        var items = new NodeList();
        items.Add(tree.Space(1, span, hasParentheses ? 8 / 18.0 : 12 / 18.0));
        if (hasParentheses)
        {
            items.Add(tree.Atom("(", AtomClass.Opening, span));
        }

        if (word.Length > 0)
        {
            items.Add(tree.Function(word.AsMemory(), hasLimits: false, span, AtomClass.Ordinary));
            items.Add(tree.Space(6 / 18.0, span));
        }

        AddParts(ref items, argument);
        if (hasParentheses)
        {
            items.Add(tree.Atom(")", AtomClass.Closing, span));
        }

        return tree.Row(items, span);
    }

    private static void AddParts(ref NodeList items, MathNode argument)
    {
        if (argument.Kind != NodeKind.Row)
        {
            items.Add(argument);
            return;
        }

        foreach (var item in argument.Items)
        {
            items.Add(item);
        }
    }

    public MathNode OperatorName(in Token token, bool hasLimits)
    {
        var argument = Argument(token);
        var start = text.Length;
        if (Spell(argument))
        {
            return tree.Function(text.From(start), hasLimits, SpanFrom(token));
        }

        // More than a name: whatever it is, it is set as an operator.
        var styled = tree.Around(NodeKind.Styled, argument, argument.Span);
        styled.Alphabet = Alphabet.Upright;
        var whole = tree.Around(NodeKind.Classed, styled, SpanFrom(token));
        (whole.Class, whole.Flag) = (AtomClass.Operator, hasLimits);
        whole.Limits = hasLimits ? LimitsPlacement.ByStyle : LimitsPlacement.Beside;
        return whole;
    }

    private bool Spell(MathNode node)
    {
        switch (node.Kind)
        {
            case NodeKind.Row:
                foreach (var item in node.Items)
                {
                    if (!Spell(item))
                    {
                        return false;
                    }
                }

                return true;
            case NodeKind.Styled when node.Alphabet is Alphabet.Upright:
                return Spell(node.First!); // always has its argument
            case NodeKind.Atom or NodeKind.Number or NodeKind.Function:
            case NodeKind.Text when node.TextStyle == TextStyle.Plain:
                text.Append(node.Text.Span);
                return true;
            case NodeKind.Space:
                text.Append(node.Size <= 0 ? "" : node.Size < 0.2 ? "\u2009" : " ");
                return true;
            case NodeKind.AlphabetSwitch:
                return node.Alphabet == Alphabet.Upright;
            default:
                return false;
        }
    }

    private const int LastOfCircledTwenty = 20;

    /// <summary>Unicode has circles with numbers to 20 and with letters; other words get theirs from the style sheet.</summary>
    public MathNode Circled(in Token token)
    {
        var words = Text(token, TextStyle.Plain);
        var inside = words.Kind == NodeKind.Text ? words.Text.Span.Trim() : default;
        var circled = inside switch
        {
            [>= 'A' and <= 'Z'] => 'Ⓐ' + inside[0] - 'A',
            [>= 'a' and <= 'z'] => 'ⓐ' + inside[0] - 'a',
            "0" => '⓪',
            _ => int.TryParse(inside, out var number) && number is > 0 and <= LastOfCircledTwenty ? '①' + number - 1 : 0,
        };
        if (circled == 0)
        {
            return Box(words, "circ", token);
        }

        words.Text = ((char)circled).ToString().AsMemory();
        return words;
    }

    public MathNode Words(string words, in Token token)
    {
        var node = tree.New(NodeKind.Text, token.Span);
        node.Text = words.AsMemory();
        return node;
    }

    public MathNode? MeasuredSpace(in Token token) => Length(token) is { } em ? tree.Space(em, SpanFrom(token)) : null;

    public MathNode Styled(in Token token, Alphabet alphabet)
    {
        var styled = tree.Around(NodeKind.Styled, Argument(token), SpanFrom(token));
        styled.Alphabet = alphabet;
        return styled;
    }

    public MathNode AlphabetSwitch(in Token token, Alphabet alphabet)
    {
        var node = tree.New(NodeKind.AlphabetSwitch, token.Span);
        node.Alphabet = alphabet;
        return node;
    }

    public MathNode StyleSwitch(in Token token, MathStyle style)
    {
        var node = tree.New(NodeKind.StyleSwitch, token.Span);
        node.Style = style;
        return node;
    }

    public MathNode SizeSwitch(in Token token, int percent)
    {
        var node = tree.New(NodeKind.SizeSwitch, token.Span);
        node.Size = percent;
        return node;
    }

    public MathNode Accent(in Token token, AccentSign sign)
    {
        var accent = tree.Around(NodeKind.Accent, Argument(token), SpanFrom(token));
        accent.Sign = sign;
        return accent;
    }

    public MathNode Fraction(in Token token, MathStyle? style)
    {
        var fraction = tree.Around(NodeKind.Fraction, Argument(token), token.Span);
        fraction.Lower = Argument(token);
        (fraction.Size, fraction.Style, fraction.Span) = (double.NaN, style, SpanFrom(token));
        return fraction;
    }

    public MathNode ContinuedFraction(in Token token)
    {
        // [l] and [r] say where the numerator stands; in the middle is good enough.
        RawOptional();
        return Fraction(token, MathStyle.Display);
    }

    public MathNode Binomial(in Token token, MathStyle? style)
    {
        var binomial = Fraction(token, style);
        (binomial.Size, binomial.Open, binomial.Close) = (0, "(", ")");
        return binomial;
    }

    public MathNode GeneralFraction(in Token token)
    {
        var (open, close) = (OptionalDelimiter(token), OptionalDelimiter(token));
        var thickness = RawArgument(token).Span.Trim();
        var size = double.NaN;
        if (!thickness.IsEmpty && !Lengths.TryRead(thickness, out size))
        {
            problems.Add("bad-length", $"'{thickness}' is not a length", SpanFrom(token), "write '0pt' for no line");
        }

        MathStyle? style = RawArgument(token).Span.Trim() switch
        {
            "0" => MathStyle.Display,
            "1" => MathStyle.Text,
            "2" => MathStyle.Script,
            "3" => MathStyle.ScriptOfScript,
            _ => null,
        };
        var fraction = Fraction(token, style);
        (fraction.Size, fraction.Open, fraction.Close) = (size, open, close);
        return fraction;
    }

    public MathNode Root(in Token token)
    {
        var degree = OptionalArgument();
        var root = tree.Around(NodeKind.Root, Argument(token), SpanFrom(token));
        root.Lower = degree;
        root.Span = SpanFrom(token);
        return root;
    }

    public MathNode WithClass(in Token token, AtomClass atomClass)
    {
        var classed = tree.Around(NodeKind.Classed, Argument(token), SpanFrom(token));
        (classed.Class, classed.Flag) = (atomClass, atomClass == AtomClass.Operator);
        return classed;
    }

    public MathNode Choice(in Token token)
    {
        var items = new NodeList();
        for (var i = 0; i < 4; i++)
        {
            var part = new NodeList();
            AddParts(ref part, Argument(token));
            items.Add(tree.Row(part, SpanFrom(token)));
        }

        return tree.Around(NodeKind.Choice, items.First, SpanFrom(token));
    }

    public MathNode Group(in Token token) => ReadGroup(RowEnd.EndGroup, token);

    public MathNode? IgnoredWithArgument(in Token token)
    {
        RawOptional();
        RawArgument(token);
        return null;
    }

    public MathNode? StrayEnd(in Token token)
    {
        RawArgument(token);
        return Skip("unbalanced", "'\\end' without '\\begin'", token);
    }

    public MathNode? MisplacedLine(in Token token) => Skip("misplaced-line", $"'{token.Spelling}' stands at the start of a row", token, "put it behind '\\\\'");
}
