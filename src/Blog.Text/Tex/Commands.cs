using System.Collections.Frozen;

namespace Blog.Text.Tex;

/// <summary>Reads what belongs to a command, which is taken itself; null when nothing is to be seen of it.</summary>
internal delegate MathNode? Command(Parser parser, in Token token);

/// <summary>All commands by name. A new one is a line in a table and, if need be, a construct of the parser.</summary>
internal static partial class Commands
{
    private static readonly FrozenDictionary<string, Command> ByName = Tables().SelectMany(table => table).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Command>.AlternateLookup<ReadOnlySpan<char>> ByNameSpan = ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Commands that are read where they may stand, by those whom they end or part.</summary>
    private static string[] Structure =>
    [
        "limits", "nolimits", "displaylimits", "over", "atop", "choose", "brace", "brack", "above", "overwithdelims", "atopwithdelims", "abovewithdelims",
        "newcommand", "renewcommand", "providecommand", "def", "gdef", "edef", "xdef", "let", "DeclareMathOperator",
    ];

    /// <summary>Without the backslash; control words and signs.</summary>
    public static IEnumerable<string> Names => ByName.Keys.Union(Structure);

    public static Command? Find(ReadOnlySpan<char> name) => ByNameSpan.TryGetValue(name, out var command) ? command : null;

    public static bool Has(string name) => ByName.ContainsKey(name) || Structure.Contains(name);

    private static IEnumerable<IEnumerable<KeyValuePair<string, Command>>> Tables() =>
    [
        Signs(), Spaces(), Letters(), Words(), Fractions(), Fences(), Stacks(), Boxes(), Switches(), Tabular(), Equations(), Layout(), Ignored(), Refused(),
    ];

    private static IEnumerable<KeyValuePair<string, Command>> Signs() =>
    [
        .. Symbols.Commands.Select(symbol => Of(symbol.Key, (p, in t) => p.Tree.Atom(symbol.Value.Text, symbol.Value.Class, t.Span))),
        .. Symbols.Functions.Select(function => Of(function.Key, (p, in t) => p.Tree.Function(function.Value.Text.AsMemory(), function.Value.HasLimits, t.Span))),
        .. Symbols.LargeOperators.Select(sign => Of(sign.Key, (p, in t) => p.LargeOperator(sign.Value, t))),
        Of("dots", (p, in t) => p.Dots(t)),
        Of("not", (p, in t) => p.Negation(t)),
        Of("iff", (p, in t) => p.LongArrow("⟺", t)),
        Of("implies", (p, in t) => p.LongArrow("⟹", t)),
        Of("impliedby", (p, in t) => p.LongArrow("⟸", t)),
        Of("varlimsup", (p, in t) => p.DecoratedLimit("overline", t)),
        Of("varliminf", (p, in t) => p.DecoratedLimit("underline", t)),
        Of("varinjlim", (p, in t) => p.DecoratedLimit("underrightarrow", t)),
        Of("varprojlim", (p, in t) => p.DecoratedLimit("underleftarrow", t)),
        Of("bmod", (p, in t) => p.Tree.Atom("mod", AtomClass.Binary, t.Span)),
        Of("mod", (p, in t) => p.Modulus(t, "mod", hasParentheses: false)),
        Of("pmod", (p, in t) => p.Modulus(t, "mod", hasParentheses: true)),
        Of("pod", (p, in t) => p.Modulus(t, "", hasParentheses: true)),
        Of("operatorname", (p, in t) => p.OperatorName(t, hasLimits: false)),
        Of("operatorname*", (p, in t) => p.OperatorName(t, hasLimits: true)),
        Of("operatornamewithlimits", (p, in t) => p.OperatorName(t, hasLimits: true)),
        Of("textcircled", (p, in t) => p.Circled(t)),
        .. new[] { "TeX", "LaTeX", "KaTeX" }.Select(name => Of(name, (p, in t) => p.Words(name, t))),
    ];

    private static KeyValuePair<string, Command> Of(string name, Command command) => new(name, command);

    private static KeyValuePair<string, Command> Of(string name, double widthInMu) => Of(name, (p, in t) => p.Tree.Space(widthInMu / 18, t.Span));

    private static IEnumerable<KeyValuePair<string, Command>> Spaces() =>
    [
        Of(",", 3), Of("thinspace", 3), Of(":", 4), Of(">", 4), Of("medspace", 4), Of(";", 5), Of("thickspace", 5),
        Of("!", -3), Of("negthinspace", -3), Of("negmedspace", -4), Of("negthickspace", -5),
        Of("enspace", 9), Of("enskip", 9), Of("quad", 18), Of("qquad", 36),
        Of(" ", 4.5), Of("\t", 4.5), Of("\n", 4.5), Of("\r", 4.5), Of("space", 4.5), Of("nobreakspace", 4.5), Of("/", 0), Of("-", 0),
        .. new[] { "hspace", "hspace*", "mspace", "hskip", "kern", "mkern", "mskip" }.Select(name => Of(name, (p, in t) => p.MeasuredSpace(t))),
    ];

    private static IEnumerable<KeyValuePair<string, Command>> Letters() =>
    [
        .. Alphabets.WithArgument.Select(entry => Of(entry.Key, (p, in t) => p.Styled(t, entry.Value))),
        .. Alphabets.Switches.Select(entry => Of(entry.Key, (p, in t) => p.AlphabetSwitch(t, entry.Value))),
        .. AccentSign.ByCommand.Select(entry => Of(entry.Key, (p, in t) => p.Accent(t, entry.Value))),
    ];

    private static IEnumerable<KeyValuePair<string, Command>> Words() =>
    [
        .. TextCommands.StyleNames.Select(name => Of(name, (p, in t) => p.Text(t, TextCommands.Style(name)!(TextStyle.Plain)))), // its own names
        Of("intertext", (p, in t) => p.Text(t, TextStyle.Plain)),
        Of("shortintertext", (p, in t) => p.Text(t, TextStyle.Plain)),
        Of("verb", (p, in t) => p.Skip("missing-argument", "'\\verb' never finds its second mark", t, "write '\\verb|…|'")),
    ];

    private static IEnumerable<KeyValuePair<string, Command>> Fractions() =>
    [
        Of("frac", (p, in t) => p.Fraction(t, null)),
        Of("dfrac", (p, in t) => p.Fraction(t, MathStyle.Display)),
        Of("cfrac", (p, in t) => p.ContinuedFraction(t)),
        Of("tfrac", (p, in t) => p.Fraction(t, MathStyle.Text)),
        Of("binom", (p, in t) => p.Binomial(t, null)),
        Of("dbinom", (p, in t) => p.Binomial(t, MathStyle.Display)),
        Of("tbinom", (p, in t) => p.Binomial(t, MathStyle.Text)),
        Of("genfrac", (p, in t) => p.GeneralFraction(t)),
        Of("sqrt", (p, in t) => p.Root(t)),
    ];

    private static IEnumerable<KeyValuePair<string, Command>> Fences() =>
    [
        Of("left", (p, in t) => p.Fence(t)),
        Of("middle", (p, in t) => p.SizedDelimiter(t, 0, AtomClass.Ordinary)),
        Of("right", (p, in t) => p.StrayRight(t)),
        .. from size in new (string Name, double Em)[] { ("big", 1.2), ("Big", 1.8), ("bigg", 2.4), ("Bigg", 3.0) }
           from side in new (string Name, AtomClass Class)[] { ("", AtomClass.Ordinary), ("l", AtomClass.Opening), ("r", AtomClass.Closing), ("m", AtomClass.Relation) }
           select Of(size.Name + side.Name, (p, in t) => p.SizedDelimiter(t, size.Em, side.Class)),
        Of("abs", (p, in t) => p.FencedArgument(t, "|", "|")),
        Of("norm", (p, in t) => p.FencedArgument(t, "‖", "‖")),
        Of("ket", (p, in t) => p.FencedArgument(t, "|", "⟩")),
        Of("bra", (p, in t) => p.FencedArgument(t, "⟨", "|")),
        Of("braket", (p, in t) => p.FencedArgument(t, "⟨", "⟩")),
        Of("set", (p, in t) => p.FencedArgument(t, "{", "}")),
    ];

    private static IEnumerable<KeyValuePair<string, Command>> Stacks() =>
    [
        Of("overset", (p, in t) => p.Stack(t, hasUpper: true, hasLower: false)),
        Of("stackrel", (p, in t) => p.StackedRelation(t)),
        Of("underset", (p, in t) => p.Stack(t, hasUpper: false, hasLower: true)),
        Of("underoverset", (p, in t) => p.LowerFirstStack(t)),
        Of("overunderset", (p, in t) => p.Stack(t, hasUpper: true, hasLower: true)),
        Of("buildrel", (p, in t) => p.BuiltRelation(t)),
        Of("sideset", (p, in t) => p.SideSet(t)),
        Of("prescript", (p, in t) => p.Prescript(t)),
        .. Symbols.LongArrows.Select(arrow => Of(arrow.Key, (p, in t) => p.Arrow(t, arrow.Value))),
        .. new (string Name, AtomClass Class)[]
        {
            ("mathop", AtomClass.Operator), ("mathbin", AtomClass.Binary), ("mathrel", AtomClass.Relation), ("mathopen", AtomClass.Opening),
            ("mathclose", AtomClass.Closing), ("mathpunct", AtomClass.Punctuation), ("mathord", AtomClass.Ordinary), ("mathinner", AtomClass.Inner),
        }.Select(entry => Of(entry.Name, (p, in t) => p.WithClass(t, entry.Class))),
    ];
}
