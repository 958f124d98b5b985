namespace Blog.Text.Tex;

/// <summary>From TeX to a tree, with buffers that are kept from formula to formula.</summary>
internal sealed class FormulaReader
{
    private const int LongestFormula = 100_000;

    private const int MostKept = 1 << 12;

    private readonly MathTree _tree = new();
    private readonly TextBuffer _text = new();
    private readonly Expander _expander;
    private readonly Parser _parser;
    private List<Token> _tokens = [];

    public FormulaReader()
    {
        _expander = new(Problems);
        _parser = new(_tree, _text, Problems);
    }

    public ProblemList Problems { get; } = new();

    public EquationNotes Notes => _parser.Notes;

    /// <summary>Whether the formula last read defined a macro.</summary>
    public bool HasDefinitions { get; private set; }

    /// <summary>The tree, valid until the next formula is read; null when the problems say that the source has to be shown.</summary>
    /// <param name="tex">Without delimiters.</param>
    /// <param name="macros">Definitions of the formula are added to them.</param>
    public MathNode? Read(string tex, MathMacros macros)
    {
        Problems.Clear();
        _tree.Clear();
        _text.Clear();
        HasDefinitions = false;
        if (tex.Length > LongestFormula)
        {
            Problems.AddFatal("too-long", $"formula is longer than {LongestFormula} characters", new(0, tex.Length));
            return null;
        }

        _tokens.Clear();
        Lexer.Read(tex, _tokens);
        var formula = _parser.Parse(_expander.Expand(_tokens, macros));
        HasDefinitions = _expander.HasDefinitions;
        if (_tokens.Capacity > MostKept)
        {
            _tokens = [];
        }

        return Problems.Fatal is null ? formula : null;
    }
}
