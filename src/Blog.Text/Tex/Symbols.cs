using System.Collections.Frozen;

namespace Blog.Text.Tex;

/// <summary>What TeX knows of a piece of a formula when it sets the space around it.</summary>
internal enum AtomClass : byte
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

/// <summary>A sum, product or integral sign, and whether a script goes below it in display style.</summary>
internal readonly record struct LargeSign(string Text, bool HasLimits);

/// <summary>The tables by command name, and by character for signs that are typed directly.</summary>
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
        ("+-*−–·•", AtomClass.Binary),
        ("=<>:", AtomClass.Relation),
        ("([", AtomClass.Opening),
        (")]!?", AtomClass.Closing),
        (",;", AtomClass.Punctuation),
    ];

    public static readonly FrozenDictionary<string, Symbol> Commands =
        Tables.SelectMany(t => Read(t.Table, (text, name) => KeyValuePair.Create(name[1..], new Symbol(text, t.Class)))).ToFrozenDictionary();

    public static readonly FrozenDictionary<string, LargeSign> LargeOperators =
        Read(SymbolTables.LargeWithLimits, (text, name) => KeyValuePair.Create(name[1..], new LargeSign(text, HasLimits: true)))
            .Concat(Read(SymbolTables.LargeWithScripts, (text, name) => KeyValuePair.Create(name[1..], new LargeSign(text, HasLimits: false))))
            .ToFrozenDictionary();

    public static readonly FrozenDictionary<string, NamedFunction> Functions = ReadFunctions().ToFrozenDictionary();

    public static readonly FrozenDictionary<string, string> LongArrows =
        Read(SymbolTables.LongArrows, (text, name) => KeyValuePair.Create(name[1..], text)).ToFrozenDictionary();

    private static readonly FrozenDictionary<string, AtomClass> ByText =
        Typed.SelectMany(t => t.Characters.Select(c => (Text: c.ToString(), t.Class)))
            .Concat(Tables.SelectMany(t => Read(t.Table, (text, _) => (Text: text, t.Class))))
            .DistinctBy(symbol => symbol.Text)
            .ToFrozenDictionary(symbol => symbol.Text, symbol => symbol.Class);

    private static readonly AtomClass[] ByAsciiCharacter = [.. Enumerable.Range(0, 128).Select(c => ClassOf(((char)c).ToString()))];

    private static readonly FrozenDictionary<string, LargeSign> LargeByText =
        LargeOperators.OrderBy(sign => sign.Key, StringComparer.Ordinal).Select(sign => sign.Value).DistinctBy(sign => sign.Text).ToFrozenDictionary(sign => sign.Text);

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
        Commands.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out symbol);

    public static AtomClass ClassOf(char ascii) => ByAsciiCharacter[ascii];

    /// <summary>The class of a character typed directly; letters and all that no table names are ordinary.</summary>
    public static AtomClass ClassOf(ReadOnlySpan<char> text) =>
        ByText.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var known) ? known : AtomClass.Ordinary;

    public static bool IsKnown(ReadOnlySpan<char> text) => ByText.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(text);

    public static bool TryLarge(ReadOnlySpan<char> text, out LargeSign sign)
    {
        if (text[0] < '\u2200')
        {
            sign = default;
            return false;
        }

        return LargeByText.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out sign);
    }

    /// <summary>What <c>\not</c> makes of a sign; null when Unicode has no sign for it.</summary>
    public static string? Negate(ReadOnlySpan<char> text) => Negations.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var negated) ? negated : null;
}
