using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>ASN.1 (X.680), with the macros of SNMP's modules.</summary>
internal static class Asn1
{
    public static Mode Create() => new(
        new Special(CharSet.Of("-"), ReadDashComment),
        new Block("/*", "*/") { IsNested = true },
        new Quoted("\"") { Escapes = Escapes.Doubled, IsMultiLine = true },
        new Special(CharSet.Of("'"), ReadBits),
        new Number('\0') { HasBarePoints = false },
        new Name(new Words()
            .Keywords("SEQUENCE SET OF CHOICE OPTIONAL DEFAULT IMPLICIT EXPLICIT AUTOMATIC TAGS BEGIN END DEFINITIONS IMPORTS EXPORTS FROM SIZE ENUMERATED CLASS WITH SYNTAX COMPONENTS "
                + "COMPONENT UNIQUE CONTAINING DEFINED BY ANY ALL EXCEPT INCLUDES UNION INTERSECTION UNIVERSAL APPLICATION PRIVATE PRESENT ABSENT EXTENSIBILITY IMPLIED "
                + "CONSTRAINED ENCODED INSTANCE PATTERN ABSTRACT-SYNTAX")
            .Types("BOOLEAN INTEGER BIT STRING OCTET NULL OBJECT IDENTIFIER REAL EXTERNAL EMBEDDED PDV CHARACTER RELATIVE-OID TYPE-IDENTIFIER DATE TIME TIME-OF-DAY DATE-TIME DURATION "
                + "UTF8String PrintableString IA5String NumericString TeletexString T61String VideotexString VisibleString ISO646String GraphicString GeneralString BMPString "
                + "UniversalString UTCTime GeneralizedTime ObjectDescriptor")
            .Constants("TRUE FALSE MIN MAX PLUS-INFINITY MINUS-INFINITY"))
        { Part = CharSet.NamePart | CharSet.Of("-"), Call = TokenKind.Text, Refine = DefinedType },
        CLike.Signs);

    // To the end of the line or the next two hyphens (X.680, 12.6.3), but a row of hyphens is a ruler and closes nothing.
    private static bool ReadDashComment(Scanner scanner)
    {
        if (scanner.Next != '-')
        {
            return false;
        }

        var comment = scanner.Text.AsSpan(scanner.Position, scanner.LineEnd - scanner.Position);
        var words = comment.IndexOfAnyExcept('-') is >= 0 and var first ? first : comment.Length;
        var close = comment[words..].IndexOf("--", StringComparison.Ordinal);
        var length = close < 0 ? comment.Length : words + close + 2;
        while (close >= 0 && length < comment.Length && comment[length] == '-')
        {
            length++;
        }

        scanner.Work += length / 8 + 1;
        scanner.Take(length, TokenKind.Comment);
        return true;
    }

    // '0110'B and '1F'H
    private static bool ReadBits(Scanner scanner)
    {
        var length = 1;
        while (char.IsAsciiHexDigit(scanner.Peek(length)) || scanner.Peek(length) == ' ')
        {
            length++;
        }

        if (scanner.Peek(length) != '\'' || scanner.Peek(length + 1) is not ('B' or 'H'))
        {
            return false;
        }

        scanner.Take(length + 2, TokenKind.String);
        return true;
    }

    // Name ::= …; a value's line has its type there: id OBJECT-CLASS ::= …
    private static TokenKind DefinedType(Scanner scanner, int end)
    {
        if (!char.IsAsciiLetterUpper(scanner.Current))
        {
            return TokenKind.Text;
        }

        while (end < scanner.End && scanner.Text[end] is ' ' or '\t')
        {
            end++;
        }

        return scanner.At(end, "::=") && scanner.IsFirstOnLine ? TokenKind.ClassName : TokenKind.Text;
    }
}
