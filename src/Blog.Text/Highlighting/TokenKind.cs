namespace Blog.Text.Highlighting;

/// <summary>What a run of code is, as far as a theme can show it.</summary>
public enum TokenKind : byte
{
    Text,
    Keyword,
    Constant,
    Type,
    ClassName,
    Builtin,
    Label,
    FunctionName,
    Decorator,
    Variable,
    Attribute,
    Tag,
    String,
    Escape,
    Regex,
    Number,
    Comment,
    DocComment,
    Directive,
    Operator,
    Punctuation,
    Error,
    Inserted,
    Deleted,
    Heading,
    Subheading,
    Strong,
    Emphasis,
    Prompt,
    Output,
    Traceback,
}

/// <summary>The class names of kinds: the short ones that colour themes for Pygments, Rouge and Chroma know.</summary>
public static class TokenClass
{
    private static readonly string[] Names =
    [
        "", "k", "kc", "kt", "nc", "nb", "nl", "nf", "nd", "nv", "na", "nt", "s", "se", "sr", "m", "c", "cs", "cp", "o", "p", "err", "gi", "gd", "gh", "gu",
        "gs", "ge", "gp", "go", "gt",
    ];

    /// <summary>Empty for plain text, which has no span.</summary>
    public static string Of(TokenKind kind) => Names[(int)kind];
}
