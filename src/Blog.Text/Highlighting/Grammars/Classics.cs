using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>Older languages that do not care about case.</summary>
internal static class Classics
{
    private static readonly Rule Signs = new Signs();

    public static Mode CreatePascal() => new(
        new Block("{$", "}", TokenKind.Directive),
        new Block("{", "}"),
        new Block("(*", "*)"),
        CLike.LineComment,
        new Quoted("'") { Escapes = Escapes.Doubled },
        new Prefixed("#", TokenKind.String) { Start = CharSet.NamePart | CharSet.Of("$") },
        new Prefixed("$", TokenKind.Number) { Start = CharSet.Of("0123456789abcdefABCDEF"), Part = CharSet.Of("0123456789abcdefABCDEF") },
        new Number('\0') { HasBarePoints = false },
        new Name(new Words(ignoresCase: true)
            .Keywords("and array as asm begin case class const div do downto else end except exports file finally for goto if implementation in inherited initialization inline "
                + "interface is label library mod not object of on operator or packed private protected public published raise record repeat set shl shr string then "
                + "threadvar to try type until uses var while with xor override virtual abstract overload forward external default read write finalization reintroduce out result")
            .Functions("function procedure constructor destructor program unit property")
            .Constants("true false nil")
            .Types("integer real boolean char byte word longint cardinal int64 double single extended ansistring widestring shortint smallint longword pchar variant")),
        Signs);

    public static Mode CreateVisualBasic() => new(
        new ToLineEnd("'"),
        new Special(CharSet.Of("rR"), ReadRem),
        new ToLineEnd("#", TokenKind.Directive) { Place = Place.FirstOnLine },
        new Quoted("$\"", "\"") { Escapes = Escapes.Doubled, Holes = [new CodeHole("{", '}', doubled: true)] },
        new Quoted("\"") { Escapes = Escapes.Doubled },
        new Block("<", ">", TokenKind.Decorator) { Place = Place.FirstOnLine },
        new Number('\0') { HasBarePoints = false, Suffix = CharSet.Of("!#@%&RDFSIL") },
        new Name(new Words(ignoresCase: true)
            .Keywords("dim as end if then else elseif for each next while wend do loop select case new step to until exit return goto gosub on error resume with call set let get "
                + "public private protected friend shared static const readonly byval byref optional paramarray imports inherits implements overrides overridable mustoverride "
                + "mustinherit notinheritable overloads shadows default handles addhandler removehandler raiseevent withevents and or not xor mod andalso orelse is isnot like "
                + "typeof gettype ctype directcast trycast using try catch finally throw when synclock option explicit strict compare of in continue stop print input partial "
                + "async await yield iterator delegate event operator lib declare alias redim preserve erase me mybase myclass global addressof let data read lset rset")
            .Functions("sub function property")
            .Classes("class module structure interface enum namespace type")
            .Constants("nothing true false null empty")
            .Types("boolean byte char date decimal double integer long object sbyte short single string uinteger ulong ushort variant currency")),
        Signs);

    public static Mode CreateFortran() => new(
        new ToLineEnd("!"),
        new Special(CharSet.Of("cC*"), ReadFixedComment),
        new ToLineEnd("#", TokenKind.Directive) { Place = Place.LineStart },
        new Quoted("'") { Escapes = Escapes.Doubled },
        new Quoted("\"") { Escapes = Escapes.Doubled },
        new Special(CharSet.Of("."), ReadDotted),
        new Number('\0') { Suffix = CharSet.Of("dD_") },
        new Name(new Words(ignoresCase: true)
            .Keywords("allocatable allocate assign associate backspace block call case close common contains continue cycle data deallocate dimension do else elseif elsewhere end "
                + "enddo endif entry equivalence exit external forall format go goto if implicit import in include inout inquire intent interface intrinsic kind namelist none nullify only "
                + "open operator optional out parameter pause pointer print private procedure public pure read recursive elemental result return rewind save select sequence stop "
                + "target then to use where while write abstract class extends type bind concurrent critical sync final generic impure protected value volatile wait")
            .Functions("function subroutine program")
            .Classes("module submodule")
            .Types("integer real complex logical character double precision")
            .Builtins("abs acos aimag allocated atan atan2 cos cosh dot_product exp floor int len log log10 matmul max maxval min minval mod modulo nint present product random_number "
                + "reshape shape sign sin sinh size sqrt sum tan tanh transpose trim")),
        Signs);

    public static Mode CreateAda() => new(
        new ToLineEnd("--"),
        new Quoted("\"") { Escapes = Escapes.Doubled },
        new Quoted("'") { NeedsClose = true, Escapes = Escapes.None, When = scanner => scanner.Peek(2) == '\'' && scanner.Previous != Previous.Operand },
        new Number { HasBarePoints = false, Suffix = CharSet.Of("#ABCDEF") },
        new Name(new Words(ignoresCase: true)
            .Keywords("abort abs abstract accept access aliased all and array at begin body case constant declare delay delta digits do else elsif end entry exception exit for "
                + "generic goto if in interface is limited loop mod new not null of or others out overriding pragma private protected raise range record rem renames requeue "
                + "return reverse select separate some subtype synchronized tagged task terminate then type until use when while with xor")
            .Functions("function procedure")
            .Classes("package")
            .Constants("true false")
            .Types("integer float boolean character string natural positive duration long_integer long_float")),
        Signs);

    public static Mode CreateCobol() => new(
        new ToLineEnd("*>"),
        new Special(CharSet.Of("*/"), ReadCobolComment),
        new Quoted("\"") { Escapes = Escapes.Doubled },
        new Quoted("'") { Escapes = Escapes.Doubled },
        new Number('\0') { HasBarePoints = false },
        new Name(new Words(ignoresCase: true)
            .Keywords("identification environment data procedure division section working-storage file linkage program-id author configuration input-output file-control select assign "
                + "organization access is to fd pic picture value values occurs times redefines usage comp comp-3 binary perform until varying thru through end-perform if else "
                + "end-if evaluate when end-evaluate other move add subtract multiply divide compute by from giving into display accept open close read write rewrite delete input "
                + "output i-o extend at end not stop run go exit program call using returning string unstring delimited size inspect replacing tallying search set initialize copy "
                + "and or equal greater less than zero zeros zeroes space spaces end-read end-call end-write of in")
            .Constants("true false"))
        { Part = CharSet.NamePart | CharSet.Of("-"), Call = TokenKind.Text },
        Signs);

    private static bool ReadRem(Scanner scanner)
    {
        var isRemark = scanner.Rest.StartsWith("rem", StringComparison.OrdinalIgnoreCase) && scanner.Peek(3) is ' ' or '\n' or '\0' && scanner.Behind() is ' ' or '\n' or ':' or '\t';
        if (isRemark)
        {
            scanner.TakeTo(scanner.LineEnd, TokenKind.Comment);
        }

        return isRemark;
    }

    // Fixed form: a C or a star in the first column, with no word going on behind it.
    private static bool ReadFixedComment(Scanner scanner)
    {
        if (!scanner.IsAtLineStart || (scanner.Current != '*' && scanner.Next is not (' ' or '\n' or '*' or '-' or '=')))
        {
            return false;
        }

        scanner.TakeTo(scanner.LineEnd, TokenKind.Comment);
        return true;
    }

    // .true. .and. .eq.
    private static bool ReadDotted(Scanner scanner)
    {
        var length = 1;
        while (length < 8 && char.IsAsciiLetter(scanner.Peek(length)))
        {
            length++;
        }

        if (length == 1 || scanner.Peek(length) != '.')
        {
            return false;
        }

        var word = scanner.Rest[1..length];
        scanner.Take(length + 1, word.Equals("true", StringComparison.OrdinalIgnoreCase) || word.Equals("false", StringComparison.OrdinalIgnoreCase) ? TokenKind.Constant : TokenKind.Operator);
        scanner.Previous = Previous.Operator;
        return true;
    }

    // A star or a slash in column 7.
    private static bool ReadCobolComment(Scanner scanner)
    {
        var column = 0;
        while (column < 7 && scanner.Behind(column + 1) != '\n')
        {
            column++;
        }

        if (column != 6 && column != 0)
        {
            return false;
        }

        scanner.TakeTo(scanner.LineEnd, TokenKind.Comment);
        return true;
    }
}
