using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>MATLAB and Octave.</summary>
internal static class Matlab
{
    private static readonly Words Words = new Words()
        .Keywords("break case catch continue else elseif end for global if otherwise parfor persistent return spmd switch try while endif endfor endwhile endfunction end_try_catch "
            + "endswitch until do unwind_protect properties methods events enumeration")
        .Functions("function")
        .Classes("classdef")
        .Constants("true false pi Inf NaN inf nan eps ans");

    public static Mode Create() => Of(hasNumberSigns: false);

    public static Mode CreateOctave() => Of(hasNumberSigns: true);

    private static Mode Of(bool hasNumberSigns) => new(
    [
        new Special(CharSet.Of("%#"), ReadBlockComment),
        new ToLineEnd("%"),
        .. hasNumberSigns ? new Rule[] { new ToLineEnd("#") } : [],
        new ToLineEnd("...", TokenKind.Comment),
        new ToLineEnd("!", TokenKind.Directive) { Place = Place.LineStart },
        new Quoted("\"") { Escapes = hasNumberSigns ? Escapes.BackslashOrDoubled : Escapes.Doubled, EscapeKind = TokenKind.String },
        new Quoted("'") { Escapes = Escapes.Doubled, EscapeKind = TokenKind.String, When = IsString },
        new Number('\0') { Suffix = CharSet.Of("ij") },
        new Name(Words),
        new Signs("()[]{}.,;:+-*/\\^=<>&|~'@!"),
    ]);

    // ' is a transpose behind a value, and a string everywhere else; in brackets a blank before it makes it a string.
    private static bool IsString(Scanner scanner) => scanner.Previous != Previous.Operand || (scanner.Behind() == ' ' && scanner.Next is not (' ' or ';' or ')' or ',' or '*' or '+' or '-'));

    // %{ … %} on lines of their own.
    private static bool ReadBlockComment(Scanner scanner)
    {
        if (scanner.Next != '{' || !scanner.IsFirstOnLine || !scanner.Text.AsSpan(scanner.Position + 2, scanner.LineEnd - scanner.Position - 2).IsWhiteSpace())
        {
            return false;
        }

        var close = scanner.Find(scanner.Current == '%' ? "%}" : "#}", scanner.Position);
        scanner.TakeTo(close < 0 ? scanner.End : close + 2, TokenKind.Comment);
        return true;
    }
}
