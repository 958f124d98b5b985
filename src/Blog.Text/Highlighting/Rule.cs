namespace Blog.Text.Highlighting;

/// <summary>One thing that a mode knows how to read.</summary>
internal abstract class Rule
{
    /// <summary>The characters at which it is worth trying; a mode asks once.</summary>
    public abstract CharSet First { get; }

    /// <summary>Reads from the scanner's position: at least a character, or nothing at all and false.</summary>
    public abstract bool Read(Scanner scanner);
}

/// <summary>A rule that one language alone needs, as a function.</summary>
internal sealed class Special(CharSet first, Func<Scanner, bool> read) : Rule
{
    public override CharSet First => first;

    public override bool Read(Scanner scanner) => read(scanner);
}
