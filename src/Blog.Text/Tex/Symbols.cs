using System.Collections.Frozen;

namespace Blog.Text.Tex;

/// <summary>What TeX knows of a piece of a formula when it sets the space around it.</summary>
internal enum AtomClass
{
    Ordinary,
    Operator,
    Binary,
    Relation,
    Opening,
    Closing,
    Punctuation,
    Inner,
}

internal readonly record struct Symbol(string Text, AtomClass Class);

/// <summary>A named function as it is printed, and whether a script goes below it in display style.</summary>
internal readonly record struct NamedFunction(string Text, bool HasLimits);

/// <summary>Lookups over the tables: by command name, and by character for signs that are typed directly.</summary>
internal static class Symbols
{
    private static readonly (string Table, AtomClass Class)[] Tables =
    [
        (SymbolTables.Letters, AtomClass.Ordinary),
        (SymbolTables.Ordinary, AtomClass.Ordinary),
        (SymbolTables.Binary, AtomClass.Binary),
        (SymbolTables.Relations, AtomClass.Relation),
        (SymbolTables.Opening, AtomClass.Opening),
        (SymbolTables.Closing, AtomClass.Closing),
        (SymbolTables.Punctuation, AtomClass.Punctuation),
        (SymbolTables.Inner, AtomClass.Inner),
    ];

    // What the keys of a keyboard mean in a formula; the text stays as typed, each writer chooses its − and ∗.
    private static readonly (string Characters, AtomClass Class)[] Typed =
    [
        ("./|\"@`", AtomClass.Ordinary),
        ("+-*", AtomClass.Binary),
        ("=<>:", AtomClass.Relation),
        ("([", AtomClass.Opening),
        (")]!?", AtomClass.Closing),
        (",;", AtomClass.Punctuation),
    ];

    private static readonly FrozenDictionary<string, Symbol> ByCommand =
        Tables.SelectMany(t => Read(t.Table, (text, name) => KeyValuePair.Create(name[1..], new Symbol(text, t.Class)))).ToFrozenDictionary();

    private static readonly FrozenDictionary<string, AtomClass> ByText =
        Typed.SelectMany(t => t.Characters.Select(c => (Text: c.ToString(), t.Class)))
            .Concat(Tables.SelectMany(t => Read(t.Table, (text, _) => (Text: text, t.Class))))
            .DistinctBy(symbol => symbol.Text)
            .ToFrozenDictionary(symbol => symbol.Text, symbol => symbol.Class);

    private static readonly FrozenDictionary<string, LargeSign> LargeByCommand =
        Read(SymbolTables.LargeWithLimits, (text, name) => KeyValuePair.Create(name[1..], new LargeSign(text, HasLimits: true)))
            .Concat(Read(SymbolTables.LargeWithScripts, (text, name) => KeyValuePair.Create(name[1..], new LargeSign(text, HasLimits: false))))
            .ToFrozenDictionary();

    private static readonly FrozenDictionary<string, LargeSign> LargeByText =
        LargeByCommand.Values.DistinctBy(sign => sign.Text).ToFrozenDictionary(sign => sign.Text);

    private static readonly FrozenDictionary<string, NamedFunction> Functions = ReadFunctions().ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Negations = Read(SymbolTables.Negations, KeyValuePair.Create).ToFrozenDictionary();

    private static IEnumerable<T> Read<T>(string table, Func<string, string, T> entry) =>
        from line in table.Split([" ; ", "\n"], StringSplitOptions.RemoveEmptyEntries)
        let words = line.Split(' ')
        from name in words.Skip(1)
        select entry(words[0], name);

    private static IEnumerable<KeyValuePair<string, NamedFunction>> ReadFunctions() =>
    [
        .. SymbolTables.Functions.Split(' ').Select(name => KeyValuePair.Create(name, new NamedFunction(name, HasLimits: false))),
        .. SymbolTables.FunctionsWithLimits.Split(' ').Select(name => KeyValuePair.Create(name, new NamedFunction(name, HasLimits: true))),
        .. SymbolTables.FunctionsOfTwoWords.Split(' ').Select(words =>
            KeyValuePair.Create(words.Replace("+", ""), new NamedFunction(words.Replace('+', ' '), HasLimits: true))),
    ];

    public static bool TryCommand(ReadOnlySpan<char> name, out Symbol symbol) =>
        ByCommand.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out symbol);

    /// <summary>The class of a character typed directly; letters and all that no table names are ordinary.</summary>
    public static AtomClass ClassOf(ReadOnlySpan<char> text) =>
        ByText.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var known) ? known : AtomClass.Ordinary;

    public static bool TryLarge(in Token token, out LargeSign sign) =>
        (token.IsCommand ? LargeByCommand : LargeByText).GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(token.Text.Span, out sign);

    public static bool TryFunction(ReadOnlySpan<char> name, out NamedFunction function) =>
        Functions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out function);

    /// <summary>What <c>\not</c> makes of a sign.</summary>
    public static string Negate(string text) => Negations.TryGetValue(text, out var negated) ? negated : text + '\u0338';

    /// <summary>The delimiter that a token after <c>\left</c> or <c>\big</c> stands for; <c>.</c> is the empty one.</summary>
    public static bool TryDelimiter(in Token token, out string text)
    {
        text = token.Text.ToString();
        if (token.Kind == TokenKind.Character)
        {
            text = text switch { "." => "", "<" => "⟨", ">" => "⟩", _ => text };
            return text.Length == 0 || IsDelimiter(text);
        }

        if (!token.IsCommand || !TryCommand(text, out var symbol))
        {
            return false;
        }

        text = symbol.Text switch { "<" => "⟨", ">" => "⟩", var other => other };
        return IsDelimiter(text);
    }

    private static bool IsDelimiter(string text) =>
        text is "/" or "\\" or "|" or "‖" or "↑" or "↓" or "↕" or "⇑" or "⇓" or "⇕"
        || (ClassOf(text) is AtomClass.Opening or AtomClass.Closing && text is not ("!" or "?"));
}

/// <summary>A sum, product or integral sign, and whether a script goes below it in display style.</summary>
internal readonly record struct LargeSign(string Text, bool HasLimits);
