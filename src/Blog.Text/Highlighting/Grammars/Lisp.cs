using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>The languages of brackets: the first word behind an opening one is special.</summary>
internal static class Lisp
{
    private static readonly CharSet SymbolStart = CharSet.NameStart | CharSet.Of("!$%&*/:<=>?^~+-.");

    private static readonly CharSet SymbolPart = SymbolStart | CharSet.Digits | CharSet.Of("#'|");

    private const string Shared = "lambda let let* letrec if cond case when unless do loop begin progn set! setq quote and or not";

    public static Mode Create() => Of(new Words(ignoresCase: true)
        .Keywords(Shared)
        .Keywords("defparameter defconstant defstruct defclass defgeneric defmethod deftype defpackage in-package dolist dotimes flet labels macrolet block return return-from "
            + "setf setq push pop funcall apply mapcar prog1 prog2 unwind-protect handler-case multiple-value-bind destructuring-bind ecase typecase declare require provide "
            + "eval-when interactive save-excursion use-package defcustom defgroup defface with-eval-after-load pcase dlet if-let when-let while function")
        .Functions("defun defmacro defvar defsubst define-minor-mode cl-defun")
        .Constants("t nil"));

    public static Mode CreateScheme() => Of(new Words()
        .Keywords(Shared)
        .Keywords("define-syntax define-record-type define-values let-values let*-values let-syntax letrec* letrec-syntax syntax-rules delay delay-force else import export library "
            + "define-library parameterize guard case-lambda dynamic-wind call/cc call-with-current-continuation quasiquote unquote named-lambda use-modules define-module"
            + " => raise assert")
        .Functions("define"));

    public static Mode CreateRacket() => Of(new Words()
        .Keywords(Shared)
        .Keywords("define-syntax define-values define-syntax-rule struct define-struct module module+ require provide else for for/list for/fold for/hash for*/list in-range match "
            + "match-define let-values parameterize with-handlers class send new super-new field init public override begin0 λ all-defined-out contract-out ->")
        .Functions("define"));

    public static Mode CreateClojure() => Of(
        new Words()
            .Keywords("ns let if if-not if-let when when-not when-let when-first cond condp case do fn loop recur for doseq dotimes while try catch finally throw quote var "
                + "and or not defmulti defmethod defprotocol defrecord deftype reify extend-type extend-protocol proxy import require use refer -> ->> as-> some-> some->> doto letfn "
                + "binding with-open declare new set! monitor-enter monitor-exit in-ns")
            .Functions("def defn defn- defmacro defonce defstruct")
            .Constants("nil true false"),
        new Quoted("#\"", "\"") { IsMultiLine = true, Kind = TokenKind.Regex, EscapeKind = TokenKind.Regex },
        new Literal(TokenKind.Operator, "@", "^", "~@", "#_", "#'"));

    private static Mode Of(Words words, params Rule[] more) => new(
    [
        new Block("#|", "|#") { IsNested = true },
        new ToLineEnd("#!") { Place = Place.LineStart },
        new ToLineEnd("#lang", TokenKind.Directive) { Place = Place.LineStart },
        new ToLineEnd(";"),
        .. more,
        new Quoted("\"") { IsMultiLine = true },
        new Special(CharSet.Of("#\\"), ReadHash),
        new Special(CharSet.Of(":'"), ReadKeyword),
        new Special(CharSet.Of("("), ReadOpening),
        new Number('\0') { HasSign = true, HasBarePoints = false, Suffix = CharSet.Of("/NM0123456789") },
        new Special(SymbolStart | CharSet.Of("λ"), scanner => ReadSymbol(scanner, words)),
        new Signs("()[]{},`@^\\"),
    ])
    { LineEndsStatement = false };

    // The start of an expression is told by an expected name that any symbol may be.
    private static bool ReadOpening(Scanner scanner)
    {
        var isFunction = scanner.Behind() is not ('\'' or '`' or '(') && scanner.Expected == TokenKind.Text;
        var announced = scanner.Expected;
        scanner.TakeSign(1, TokenKind.Punctuation);
        scanner.Previous = isFunction ? Previous.Start : Previous.Operand;
        scanner.Expected = announced; // (define (f x) …)
        return true;
    }

    private static bool ReadSymbol(Scanner scanner, Words words)
    {
        var length = 1;
        while (scanner.Peek(length) is not '\0' and var c && SymbolPart.Contains(c))
        {
            length++;
        }

        var isFirst = scanner.Previous == Previous.Start && scanner.Behind() is '(' or ' ' or '\n';
        var isKnown = words.TryFind(scanner.Text.AsSpan(scanner.Position, length), out var word);
        var kind = scanner.Expected != TokenKind.Text ? scanner.Expected
            : isKnown && (word.Kind == TokenKind.Constant || scanner.Behind() is '(' or '[' or ' ' && isFirst) ? word.Kind
            : scanner.Behind() == '(' && isFirst ? TokenKind.FunctionName
            : TokenKind.Text;
        scanner.Take(length, kind);
        scanner.Expected = isKnown && kind == TokenKind.Keyword ? word.Announces : TokenKind.Text;
        scanner.Previous = Previous.Operand;
        return true;
    }

    // #t #f #\a #:key
    private static bool ReadHash(Scanner scanner)
    {
        if (scanner.Current == '\\')
        {
            var name = 2;
            while (char.IsAsciiLetter(scanner.Peek(name)))
            {
                name++;
            }

            scanner.Take(name, TokenKind.String);
            return true;
        }

        var length = scanner.Next == '\\' ? 3 : scanner.Next is 't' or 'f' or ':' ? 2 : 0;
        if (length == 0)
        {
            scanner.TakeSign(1);
            return true;
        }

        while (char.IsAsciiLetterOrDigit(scanner.Peek(length)) || (scanner.Next == ':' && scanner.Peek(length) == '-'))
        {
            length++;
        }

        scanner.Take(length, scanner.Next == '\\' ? TokenKind.String : TokenKind.Constant);
        scanner.Previous = Previous.Operand;
        return true;
    }

    // :key and 'symbol
    private static bool ReadKeyword(Scanner scanner)
    {
        var length = 1;
        while (scanner.Peek(length) is not '\0' and var c && SymbolPart.Contains(c))
        {
            length++;
        }

        scanner.Take(length, length > 1 ? TokenKind.Constant : TokenKind.Text);
        scanner.Previous = Previous.Operand;
        return true;
    }
}
