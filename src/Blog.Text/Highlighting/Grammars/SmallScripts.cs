using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>Script languages that need little more than comments, strings and words.</summary>
internal static class SmallScripts
{
    public static Mode CreateAwk() => new(
        new ToLineEnd("#"),
        CLike.DoubleQuoted,
        new SlashRegex(""),
        new Prefixed("$", TokenKind.Variable) { Start = CharSet.NamePart },
        new Number('\0'),
        new Name(new Words()
            .Keywords("BEGIN END if else while for do break continue next exit return delete in getline print printf nextfile")
            .Functions("function func")
            .Constants("NR NF FS OFS RS ORS FNR FILENAME ARGC ARGV ENVIRON SUBSEP RSTART RLENGTH")
            .Builtins("length substr index split sub gsub match sprintf tolower toupper sin cos atan2 exp log sqrt int rand srand system close")),
        CLike.Signs);

    public static Mode CreateSed() => new(
        new ToLineEnd("#") { Place = Place.FirstOnLine },
        new Special(CharSet.Of("sy"), ReadSubstitution),
        new Quoted("/") { Kind = TokenKind.Regex, EscapeKind = TokenKind.Regex, NeedsClose = true },
        new Number('\0'),
        new Prefixed(":", TokenKind.Label) { Place = Place.FirstOnLine },
        new Special(CharSet.Letters, scanner =>
        {
            scanner.Take(1, char.IsAsciiLetter(scanner.Next) ? TokenKind.Text : TokenKind.Keyword);
            return true;
        }));

    public static Mode CreateTcl() => new(
    [
        new ToLineEnd("#") { Place = Place.FirstOnLine },
        new Quoted("\"") { IsMultiLine = true, Holes = [new VariableHole('$', CharSet.NameStart, CharSet.NamePart | CharSet.Of(":"))] },
        new Prefixed("$", TokenKind.Variable) { Part = CharSet.NamePart | CharSet.Of(":") },
        new Number('\0'),
        new Name(new Words()
            .Keywords("set if else elseif for foreach while switch break continue return catch error eval expr global upvar uplevel variable namespace package source unset "
                + "incr try throw finally default")
            .Functions("proc")
            .Builtins("puts gets open close read list lindex llength lappend lsort lrange lsearch lreplace join split string regexp regsub array dict format scan after exec "
                + "file glob info append concat"))
        { Call = TokenKind.Text },
        CLike.Signs,
    ]);

    public static Mode CreateAppleScript() => new(
        new Block("(*", "*)") { IsNested = true },
        new ToLineEnd("--"),
        new ToLineEnd("#"),
        CLike.DoubleQuoted,
        new Number('\0'),
        new Name(new Words()
            .Keywords("tell end if then else repeat with from to of in on return set get copy try error considering ignoring using terms my its it me times while until exit as "
                + "and or not is equals contains the a an by whose where every some first last property local global script use version given")
            .Constants("true false missing value result")
            .Builtins("display dialog alert activate application delay log run launch quit count make new delete open close say beep choose file folder do shell"))
        { Call = TokenKind.Text },
        CLike.Signs);

    public static Mode CreateFish() => new(
        new ToLineEnd("#") { Place = Place.AfterBlank },
        new Quoted("\"") { IsMultiLine = true, Holes = [new VariableHole('$', CharSet.NameStart, CharSet.NamePart)] },
        new Quoted("'") { IsMultiLine = true },
        new Prefixed("$", TokenKind.Variable),
        new Prefixed("--", TokenKind.Attribute) { Part = CharSet.NamePart | CharSet.Of("-"), Place = Place.AfterBlank },
        new Prefixed("-", TokenKind.Attribute) { Part = CharSet.NamePart | CharSet.Of("-"), Place = Place.AfterBlank },
        new Number('\0'),
        new Name(new Words()
            .Keywords("end if else switch case for in while begin and or not set return break continue")
            .Functions("function")
            .Builtins("echo printf cd test string math count contains status source read eval exec type alias abbr builtin command random set_color bind complete commandline "
                + "emit functions history ls cat grep sed git mkdir rm cp mv"))
        { Part = CharSet.NamePart | CharSet.Of("-."), Call = TokenKind.Text },
        CLike.Signs);

    public static Mode CreateSas() => new(
        new Special(CharSet.Of("*"), ReadStatementComment),
        CLike.BlockComment,
        new Quoted("\"") { Escapes = Escapes.Doubled, IsMultiLine = true, Holes = [new VariableHole('&', CharSet.NameStart, CharSet.NamePart)] },
        new Quoted("'") { Escapes = Escapes.Doubled, IsMultiLine = true },
        new Prefixed("%", TokenKind.Directive),
        new Prefixed("&", TokenKind.Variable) { Part = CharSet.NamePart | CharSet.Of(".") },
        new Number('\0'),
        new Name(new Words(ignoresCase: true)
            .Keywords("data proc run quit set merge by if then else do end output keep drop where var class model input cards datalines infile file put length format informat label "
                + "retain array to while until rename select when otherwise delete stop return libname filename options title title1 title2 footnote table tables update modify "
                + "attrib and or not in eq ne gt lt ge le out create as from group order having union join on left right inner full into values insert")
            .Constants("_null_ _n_ _all_ _numeric_ _character_")),
        CLike.Signs);

    // s/x/y/g in a line of a script.
    private static bool ReadSubstitution(Scanner scanner)
    {
        var separator = scanner.Next;
        if (separator is '\0' or '\n' or ' ' || char.IsAsciiLetterOrDigit(separator) || char.IsAsciiLetter(scanner.Behind()))
        {
            return false;
        }

        var rest = scanner.Text.AsSpan(scanner.Position, scanner.LineEnd - scanner.Position);
        var parts = 0;
        var end = 2;
        for (; end < rest.Length && parts < 2; end++)
        {
            if (rest[end] == '\\')
            {
                end++;
            }
            else if (rest[end] == separator)
            {
                parts++;
            }
        }

        scanner.Work += end;
        end = Math.Min(end, rest.Length);
        while (end < rest.Length && char.IsAsciiLetterOrDigit(rest[end]))
        {
            end++;
        }

        scanner.Take(end, TokenKind.Regex);
        return true;
    }

    // * … ; where a statement begins.
    private static bool ReadStatementComment(Scanner scanner)
    {
        if (scanner.Previous == Previous.Operand || !(scanner.IsFirstOnLine || scanner.Behind() == ';' || scanner.Behind(2) == ';'))
        {
            return false;
        }

        var end = scanner.Find(';', scanner.Position);
        scanner.TakeTo(end < 0 ? scanner.End : end + 1, TokenKind.Comment);
        return true;
    }
}
