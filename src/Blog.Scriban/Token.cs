using Blog.Text;

namespace Blog.Scriban;

internal enum TokenKind
{
    Text, CodeEnter, CodeExit, NewLine, Semicolon, End,
    Identifier, Local, Arguments, Block, Literal,
    StringOpen, StringPart, StringClose, HoleOpen, HoleClose,
    OpenParen, CloseParen, OpenBracket, CloseBracket, OpenBrace, CloseBrace,
    Comma, Colon, Dot, QuestionDot, Question, Ellipsis, Pipe, At, Caret, Not,
    Assign, PlusAssign, MinusAssign, TimesAssign, DivideAssign, FloorAssign, ModuloAssign,
    PlusPlus, MinusMinus,
    Coalesce, NotNullThen, Or, And, Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual,
    Plus, Minus, Times, Divide, Floor, Modulo, ShiftLeft, ShiftRight, Range, RangeExclusive,
    Bad,
}

/// <summary>A piece of the source.</summary>
/// <param name="Value">The literal's value; the name of an identifier or local; the indent of a code block.</param>
/// <param name="SpaceBefore">White space stands directly in front; decides between <c>f[1]</c> and <c>f [1]</c>.</param>
internal readonly record struct Token(TokenKind Kind, TextSpan Span, Value Value = default, bool SpaceBefore = false)
{
    public string Name => (string)Value.Ref!;
}
