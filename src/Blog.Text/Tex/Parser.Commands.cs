using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Blog.Text.Tex;

internal sealed partial class Parser
{
    /// <summary>Reads a command's arguments; the command itself is taken.</summary>
    private delegate MathNode? Construct(Parser parser, Token command);

    /// <summary>Commands that are not a symbol of a table. A new construct is a line here and, if need be, a node.</summary>
    private static readonly FrozenDictionary<string, Construct> Constructs = new Dictionary<string, Construct>
    {
        ["frac"] = (p, t) => p.Fraction(t, FractionStyle.ByContext),
        ["dfrac"] = (p, t) => p.Fraction(t, FractionStyle.Display),
        ["cfrac"] = (p, t) => p.Fraction(t, FractionStyle.Display),
        ["tfrac"] = (p, t) => p.Fraction(t, FractionStyle.Text),
        ["binom"] = (p, t) => p.Binomial(t, FractionStyle.ByContext),
        ["dbinom"] = (p, t) => p.Binomial(t, FractionStyle.Display),
        ["tbinom"] = (p, t) => p.Binomial(t, FractionStyle.Text),
        ["sqrt"] = (p, t) => p.Root(t),
        ["left"] = (p, t) => p.Fence(t),
        ["middle"] = (p, t) => new SizedDelimiter(p.Delimiter(t), 0, AtomClass.Ordinary, p.SpanFrom(t.Span.Start)),
        ["right"] = (p, t) => p.Skip("unbalanced", "'\\right' without '\\left'", t),
        ["not"] = (p, t) => p.Negation(t),
        ["operatorname"] = (p, t) => p.OperatorName(t, hasLimits: false),
        ["operatorname*"] = (p, t) => p.OperatorName(t, hasLimits: true),
        ["operatornamewithlimits"] = (p, t) => p.OperatorName(t, hasLimits: true),
        ["mathop"] = (p, t) => p.WithClass(t, AtomClass.Operator),
        ["mathbin"] = (p, t) => p.WithClass(t, AtomClass.Binary),
        ["mathrel"] = (p, t) => p.WithClass(t, AtomClass.Relation),
        ["mathopen"] = (p, t) => p.WithClass(t, AtomClass.Opening),
        ["mathclose"] = (p, t) => p.WithClass(t, AtomClass.Closing),
        ["mathpunct"] = (p, t) => p.WithClass(t, AtomClass.Punctuation),
        ["mathord"] = (p, t) => p.WithClass(t, AtomClass.Ordinary),
        ["mathinner"] = (p, t) => p.WithClass(t, AtomClass.Inner),
        ["ensuremath"] = (p, t) => p.Argument(t),
        ["bmod"] = (_, t) => new Atom("mod", AtomClass.Binary, t.Span),
        ["mod"] = (p, t) => p.Modulus(t, "mod", "", ""),
        ["pmod"] = (p, t) => p.Modulus(t, "mod", "(", ")"),
        ["pod"] = (p, t) => p.Modulus(t, "", "(", ")"),
        ["displaystyle"] = (_, t) => new StyleSwitch(0, t.Span),
        ["textstyle"] = (_, t) => new StyleSwitch(1, t.Span),
        ["scriptstyle"] = (_, t) => new StyleSwitch(2, t.Span),
        ["scriptscriptstyle"] = (_, t) => new StyleSwitch(3, t.Span),
        ["hspace"] = (p, t) => p.MeasuredSpace(t),
        ["hspace*"] = (p, t) => p.MeasuredSpace(t),
        ["mspace"] = (p, t) => p.MeasuredSpace(t),
    }.ToFrozenDictionary();

    /// <summary>Widths in em.</summary>
    private static readonly FrozenDictionary<string, double> Spaces = new Dictionary<string, double>
    {
        [","] = 3 / 18.0,
        ["thinspace"] = 3 / 18.0,
        [":"] = 4 / 18.0,
        [">"] = 4 / 18.0,
        ["medspace"] = 4 / 18.0,
        [";"] = 5 / 18.0,
        ["thickspace"] = 5 / 18.0,
        ["!"] = -3 / 18.0,
        ["negthinspace"] = -3 / 18.0,
        ["negmedspace"] = -4 / 18.0,
        ["negthickspace"] = -5 / 18.0,
        ["enspace"] = 0.5,
        ["enskip"] = 0.5,
        ["quad"] = 1,
        ["qquad"] = 2,
        [" "] = 0.25,
        ["\t"] = 0.25,
        ["\n"] = 0.25,
        ["space"] = 0.25,
        ["nobreakspace"] = 0.25,
    }.ToFrozenDictionary();

    private MathNode? Command(in Token token)
    {
        var name = token.Text.Span;
        if (Symbols.TryCommand(name, out var symbol))
        {
            return new Atom(symbol.Text, symbol.Class, token.Span);
        }

        if (Symbols.TryFunction(name, out var function))
        {
            return new FunctionName(function.Text, function.HasLimits, token.Span);
        }

        if (Symbols.TryLarge(token, out var sign))
        {
            return new LargeOperator(sign.Text, sign.HasLimits, token.Span);
        }

        if (Spaces.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var width))
        {
            return new Space(width, token.Span);
        }

        return token.Kind == TokenKind.Word ? WordCommand(token) : Unknown(token);
    }

    private MathNode? WordCommand(in Token token)
    {
        var name = token.Text.Span;
        if (Alphabets.TryCommand(name, out var alphabet))
        {
            return new Styled(alphabet, Argument(token), SpanFrom(token.Span.Start));
        }

        if (Alphabets.TrySwitch(name, out alphabet))
        {
            return new AlphabetSwitch(alphabet, token.Span);
        }

        if (Accents.TryCommand(name, out var accent))
        {
            return new Accent(accent.Mark, accent.IsWide, Argument(token), SpanFrom(token.Span.Start));
        }

        if (IsTextCommand(name))
        {
            return Text(token);
        }

        if (DelimiterSize(name) is { } size)
        {
            return new SizedDelimiter(Delimiter(token), size.Em, size.Class, SpanFrom(token.Span.Start));
        }

        return Constructs.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var construct) ? construct(this, token) : Unknown(token);
    }

    private MathNode? Unknown(in Token token) =>
        token.Text.IsEmpty
            ? Skip("unexpected-end", "a backslash at the end of the formula", token)
            : Skip("unknown-command", $"'\\{token.Text}' is not a command", token);

    private Fraction Fraction(in Token token, FractionStyle style)
    {
        var numerator = Argument(token);
        return new(numerator, Argument(token), FractionBar.Line, style, "", "", SpanFrom(token.Span.Start));
    }

    private Fraction Binomial(in Token token, FractionStyle style)
    {
        var upper = Argument(token);
        return new(upper, Argument(token), FractionBar.None, style, "(", ")", SpanFrom(token.Span.Start));
    }

    private static bool IsInfix(in Token token) => token.Kind == TokenKind.Word && token.Text.Span is "over" or "atop" or "choose" or "brace" or "brack";

    private static Fraction Split(in Token command, Row before, Row after, TextSpan span)
    {
        var bar = command.IsWord("over") ? FractionBar.Line : FractionBar.None;
        var (open, close) = command.Text.Span switch { "choose" => ("(", ")"), "brace" => ("{", "}"), "brack" => ("[", "]"), _ => ("", "") };
        return new(before, after, bar, FractionStyle.ByContext, open, close, span);
    }

    private Root Root(in Token token)
    {
        var degree = OptionalArgument();
        return new(Argument(token), degree, SpanFrom(token.Span.Start));
    }

    private Fenced Fence(in Token token)
    {
        var open = Delimiter(token);
        var content = ReadRow(RowEnd.Right);
        var close = "";
        if (Current.IsWord("right"))
        {
            close = Delimiter(Take());
        }

        return new(open, content.Items, close, SpanFrom(token.Span.Start));
    }

    private string Delimiter(in Token command)
    {
        SkipSpaces();
        var token = Current;
        if (Symbols.TryDelimiter(token, out var text))
        {
            _position++;
            return text;
        }

        Report("bad-delimiter", $"'{Spelling(command)}' needs a delimiter such as '(', '|' or '.'", token.Span);
        return "";
    }

    private static (double Em, AtomClass Class)? DelimiterSize(ReadOnlySpan<char> name)
    {
        var side = name.Length > 3 && name[^1] is 'l' or 'r' or 'm' ? name[^1] : ' ';
        double? em = (side == ' ' ? name : name[..^1]) switch { "big" => 1.2, "Big" => 1.8, "bigg" => 2.4, "Bigg" => 3.0, _ => null };
        var sideClass = side switch
        {
            'l' => AtomClass.Opening,
            'r' => AtomClass.Closing,
            'm' => AtomClass.Relation,
            _ => AtomClass.Ordinary,
        };
        return em is { } size ? (size, sideClass) : null;
    }

    private MathNode? Negation(in Token token)
    {
        var negated = Argument(token) is var argument && argument is Row { Items: [Atom only] } ? only : argument;
        return negated is Atom atom
            ? atom with { Text = Symbols.Negate(atom.Text), Span = SpanFrom(token.Span.Start) }
            : Skip("missing-argument", "'\\not' strikes a single sign", token);
    }

    private FunctionName OperatorName(in Token token, bool hasLimits)
    {
        var name = new StringBuilder();
        Spell(Argument(token), name);
        return new(name.ToString(), hasLimits, SpanFrom(token.Span.Start));
    }

    private void Spell(MathNode node, StringBuilder name)
    {
        switch (node)
        {
            case Row row:
                foreach (var item in row.Items)
                {
                    Spell(item, name);
                }

                break;
            case Styled styled:
                Spell(styled.Body, name);
                break;
            case Atom or Number or TextRun or FunctionName:
                name.Append(node switch { Atom a => a.Text, Number n => n.Text, TextRun t => t.Text, _ => ((FunctionName)node).Text });
                break;
            case Space space:
                name.Append(space.Width > 0 ? " " : "");
                break;
            case AlphabetSwitch or StyleSwitch:
                break;
            default:
                Report("bad-operator-name", "an operator's name is letters, digits and spaces", node.Span);
                break;
        }
    }

    private Classed WithClass(in Token token, AtomClass atomClass) => new(atomClass, Argument(token), SpanFrom(token.Span.Start));

    private Row Modulus(in Token token, string word, string open, string close)
    {
        var argument = Argument(token);
        var span = SpanFrom(token.Span.Start);
        var items = new List<MathNode> { new Space(1, span), new Atom(open, AtomClass.Opening, span) };
        if (word.Length > 0)
        {
            items.Add(new FunctionName(word, HasLimits: false, span));
            items.Add(new Space(6 / 18.0, span));
        }

        items.AddRange(argument is Row row ? row.Items : [argument]);
        items.Add(new Atom(close, AtomClass.Closing, span));
        return new([.. items], span);
    }

    private MathNode? MeasuredSpace(in Token token)
    {
        SkipSpaces();
        var start = _position;
        if (Argument(token) is not Row)
        {
            return Skip("bad-length", $"'{Spelling(token)}' needs a length in braces", token);
        }

        var length = string.Concat(_tokens.Skip(start + 1).Take(_position - start - 2).Select(t => t.Text.ToString())).Replace(" ", "");
        var unit = length.Length > 2 ? length[^2..] : "";
        double? unitInEm = unit switch
        {
            "em" => 1,
            "mu" => 1 / 18.0,
            "ex" => 0.43,
            "pt" or "bp" or "px" => 0.1,
            "pc" => 1.2,
            "mm" => 0.285,
            "cm" => 2.85,
            "in" => 7.2,
            _ => null,
        };
        return unitInEm is { } em && double.TryParse(length[..^2], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new Space(Math.Clamp(number * em, -100, 100), SpanFrom(token.Span.Start))
            : Skip("bad-length", $"'{length}' is not a length", token);
    }
}
