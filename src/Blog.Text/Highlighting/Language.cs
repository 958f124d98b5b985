namespace Blog.Text.Highlighting;

/// <summary>A language that code can be highlighted in. Its rules are made when the first piece of code asks for them.</summary>
public sealed class Language
{
    private readonly Func<Mode>? _grammar;
    private Mode? _root;

    /// <param name="grammar">Null for text without highlighting.</param>
    internal Language(string name, string aliases, Func<Mode>? grammar) => (Name, Aliases, _grammar) = (name, aliases.Split(' ', StringSplitOptions.RemoveEmptyEntries), grammar);

    public string Name { get; }

    public IReadOnlyList<string> Aliases { get; }

    /// <summary>Whether its text has no colours.</summary>
    public bool IsPlain => _grammar is null;

    /// <summary>Null for plain text. Two threads may both make it; the results are equal.</summary>
    internal Mode? Root => _root ??= _grammar?.Invoke();
}
