using System.Collections.Immutable;

namespace Blog.Text.Tex;

/// <summary>Commands that authors define.</summary>
/// <example><c>MathMacros.Of([new("R", @"\mathbb{R}"), new("abs", @"\left|#1\right|")])</c>: arguments are counted by their highest <c>#</c>.</example>
public sealed class MathMacros
{
    private readonly MathMacros? _parent;
    private readonly Dictionary<string, Macro> _macros = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Macro>.AlternateLookup<ReadOnlySpan<char>> _byName;

    internal MathMacros(MathMacros? parent)
    {
        _parent = parent;
        _byName = _macros.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static MathMacros None { get; } = new(null);

    /// <param name="macros">Names with or without backslash, and TeX.</param>
    /// <param name="parent">A table that also holds where this one has nothing to say: the site's for those of a page.</param>
    public static MathMacros Of(IEnumerable<KeyValuePair<string, string>> macros, MathMacros? parent = null)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var table = new MathMacros(parent) { Diagnostics = [] };
        foreach (var (name, text) in macros)
        {
            if (Problem(name.TrimStart('\\'), text) is { } problem)
            {
                diagnostics.Add(problem);
            }
            else
            {
                table.Define(name.TrimStart('\\'), Read(text));
            }
        }

        table.Diagnostics = diagnostics.ToImmutable();
        return table;
    }

    /// <summary>What is wrong with a name or a text; the messages say which. Such macros are left out.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; private set; } = [];

    internal bool IsEmpty => _macros.Count == 0 && (_parent?.IsEmpty ?? true);

    internal IEnumerable<string> Names => _macros.Keys.Concat(_parent?.Names ?? []);

    internal void Define(string name, Macro macro) => _macros[name] = macro;

    internal Macro? Find(ReadOnlySpan<char> name)
    {
        for (var table = this; table is not null; table = table._parent)
        {
            if (table._macros.Count > 0 && table._byName.TryGetValue(name, out var macro))
            {
                return macro;
            }
        }

        return null;
    }

    private static Diagnostic? Problem(string name, string text)
    {
        var isName = name.Length > 0 && (name.All(char.IsAsciiLetter) || (name.Length == 1 && !char.IsAsciiLetterOrDigit(name[0])));
        return isName ? Braces(text) switch
        {
            > 0 => Of(name, "has a '{' that is never closed"),
            < 0 => Of(name, "closes a '}' that is not open"),
            _ => null,
        }
        : Diagnostic.Warning("bad-macro", $"'{name}' cannot be the name of a macro", null, default, "use letters only, without digits and signs");

        static Diagnostic Of(string name, string what) => Diagnostic.Warning("bad-macro", $"macro '{name}' {what}", null, default);
    }

    private static int Braces(string text)
    {
        var open = 0;
        for (var i = 0; i < text.Length && open >= 0; i++)
        {
            open += text[i] switch { '{' => 1, '}' => -1, _ => 0 };
            i += text[i] == '\\' ? 1 : 0;
        }

        return open;
    }

    private static Macro Read(string text)
    {
        var tokens = new List<Token>();
        Lexer.Read(text, tokens);
        var arguments = 0;
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Hash && tokens[i + 1].Kind == TokenKind.Digit)
            {
                arguments = Math.Max(arguments, tokens[i + 1].Text.Span[0] - '0');
            }
        }

        return new(arguments, [.. tokens[..^1]]);
    }
}
