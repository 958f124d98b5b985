using Blog.Text;

namespace Blog.Scriban.Habits;

// The first words of statements.
internal sealed partial class Sentence
{
    private const string Parts = "write the part of the page between '{{ capture main }}' and '{{ end }}', and below it '{{ include \"base\" main: main }}'";

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "if", "for", "case", "capture", "with", "while", "unless", "block", "macro", "tablerow", "func", "function", "each", "foreach", "range", "switch", "filter",
        "call", "set", "wrap", "autoescape", "spaceless", "else", "elseif",
    };

    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal) { "raw", "verbatim", "comment" };

    /// <summary><c>endif</c>, <c>endfor</c> and the like.</summary>
    public static bool IsForeignEnd(string word) => word.StartsWith("end", StringComparison.Ordinal) && (Blocks.Contains(word[3..]) || Plain.Contains(word[3..]));

    /// <summary>Words that open a block in another language and are nothing but names here.</summary>
    public static bool OpensBlock(string word) => word is "unless" or "range" or "each" or "foreach" or "switch" or "block" or "define" or "macro" or "function" or "def" or "set";

    public static bool IsForeignElseIf(string word) => word is "elseif" or "elsif" or "elif";

    private void TranslateHead()
    {
        var head = _words[0];
        if (head.Kind == TokenKind.Identifier)
        {
            TranslateWord(head);
        }
        else if (head.Kind == TokenKind.Divide || (head.Kind == TokenKind.Not && Is(1, TokenKind.MinusMinus)))
        {
            TranslateSlash(head);
        }
        else if (head.Kind == TokenKind.Greater && IsName(1))
        {
            Found("'>' includes nothing here", head.Span);
            Replace(0, 2, Word.Name("include"), Quoted(At(1).Text));
        }
        else if (head.Kind == TokenKind.OpenBrace && IsName(1) && Is(EndOfOperand(1), TokenKind.CloseBrace))
        {
            Found("a third brace begins an object", head.Span);
            var end = EndOfOperand(1);
            Replace(end, _words.Count, [Word.Sign(TokenKind.Pipe, "|"), Word.Name("html.raw")]);
            Replace(0, 1);
        }

        TranslateWalrus();
    }

    private static Word Quoted(string text) => Word.Sign(TokenKind.Literal, $"\"{text}\"");

    private void TranslateSlash(Word head)
    {
        if (IsName(1) && _words.Count == 2 && !At(1).Space)
        {
            Found($"'/{At(1).Text}' closes nothing", TextSpan.FromBounds(head.Span.Start, At(1).Span.End));
            Replace(0, 2, Word.Name("end"));
        }
        else if (Is(1, TokenKind.Times) || head.Kind == TokenKind.Not)
        {
            Advise("a comment begins with '#'", TextSpan.FromBounds(head.Span.Start, At(1).Span.End), "write '{{ # … }}', or '{{ ## … ## }}' around several lines");
        }
    }

    private void TranslateWord(Word head)
    {
        var unknown = $"'{head.Text}' is no word of the language";
        switch (head.Text)
        {
            case "elseif" or "elsif" or "elif":
                Found(unknown, head.Span);
                Replace(0, 1, Word.Name("else"), Word.Name("if"));
                break;
            case "end" when _words.Count > 1:
                Found("'end' takes no name", At(1).Span);
                Replace(1, _words.Count);
                return;
            case var word when _words.Count == 1 && IsForeignEnd(word):
                Found(unknown, head.Span);
                Replace(0, 1, Word.Name("end"));
                return;
            case "unless" when _words.Count > 1:
                Found(unknown, head.Span);
                Replace(0, 1, [Word.Name("if"), .. Negated(Cut(1, _words.Count))]);
                break;
            case "assign" or "set" or "let" or "var" or "const" when IsName(1) && Is(2, TokenKind.Assign):
                Found(unknown, head.Span);
                Replace(0, 1);
                break;
            case "set" when IsName(1) && _words.Count == 2:
                Found(unknown, head.Span);
                Replace(0, 1, Word.Name("capture"));
                break;
            case "range" or "each" or "foreach" when _words.Count > 1:
                Found(unknown, head.Span);
                Replace(0, 1, Word.Name("for"));
                TranslateLoop(hasVariable: head.Text == "foreach");
                break;
            case "for" when _words.Count > 1:
                TranslateLoop(hasVariable: true);
                break;
            case "switch" when _words.Count > 1:
                Found(unknown, head.Span);
                Replace(0, 1, Word.Name("case"));
                break;
            case "macro" or "function" or "def" when IsName(1) && Is(2, TokenKind.OpenParen):
                Found(unknown, head.Span);
                Replace(0, 1, Word.Name("func"));
                break;
            case "return" when _words.Count > 1:
                Found(unknown, head.Span);
                Replace(0, 1, Word.Name("ret"));
                break;
            case "echo" or "print" when _words.Count > 1 && IsValue(1):
                Found("a value is printed by itself", head.Span);
                Replace(0, 1);
                break;
            case "partial" or "template" or "render" or "include" when _words.Count > 1:
                TranslateInclude(head);
                break;
            case "extends" or "layout" when At(1).IsText:
                Advise("a template has no parent", head.Span, Parts);
                break;
            case "block" or "define" when At(1).IsText || (IsName(1) && _words.Count == 2):
                TranslateBlock(head, At(1).IsText ? At(1).Content : At(1).Text);
                break;
            case "comment" when _words.Count == 1:
                Advise(unknown, head.Span, "write the comment as '{{ ## … ## }}'");
                break;
            case "raw" or "verbatim" when _words.Count == 1:
                Advise(unknown, head.Span, "put the text between '{%{' and '}%}'");
                break;
            default:
                break;
        }

        TranslateColon();
    }

    private void TranslateBlock(Word head, string name) => Advise($"'{head.Text}' is no word of the language", head.Span, head.Text == "define" || !Lexer.IsIdentifier(name)
        ? "write '{{ capture main }}' … '{{ end }}', and hand 'main' over: '{{ include \"base\" main: main }}'"
        : $"write '{{{{ $.{name} }}}}' where the part belongs, and hand it over: '{{{{ include \"base\" {name}: {name} }}}}'");

    // "if x:" and "if x then"
    private void TranslateColon()
    {
        var last = _words[^1];
        if (At(0).Text is "if" or "else" or "for" or "while" && (last.Kind == TokenKind.Colon || last.Is("then")))
        {
            Found($"no '{last.Text}' stands at the end of a statement", last.Span);
            Replace(_words.Count - 1, _words.Count);
        }
    }

    private List<Word> Negated(List<Word> condition)
    {
        var part = new Sentence(condition);
        return part.EndOfOperand(0) == condition.Count
            ? [Word.Sign(TokenKind.Not, "!"), condition[0] with { Space = false }, .. condition[1..]]
            : [Word.Sign(TokenKind.Not, "!"), Word.Sign(TokenKind.OpenParen, "(", false), condition[0] with { Space = false }, .. condition[1..], Word.Sign(TokenKind.CloseParen, ")", false)];
    }

    // "for $i, $p := .Pages", "for k, v in x", "for x of y", "for pages", "for pages as p"
    private void TranslateLoop(bool hasVariable)
    {
        var walrus = _words.FindIndex(word => word.Kind == TokenKind.Assign);
        if (walrus > 1 && Is(walrus - 1, TokenKind.Colon))
        {
            Found("a loop is written with 'in'", At(walrus - 1).Span);
            Replace(walrus - 1, walrus + 1, Word.Name("in"));
            hasVariable = true;
        }

        if (IsName(1) && Is(2, "of"))
        {
            Found("a loop is written with 'in'", At(2).Span);
            Replace(2, 3, Word.Name("in"));
        }

        var comma = At(2).Kind == TokenKind.Comma && _words.Count > 2;
        if (comma && (IsName(3) || Is(3, TokenKind.Local)))
        {
            Found("a loop has one variable; its number is 'for.index'", TextSpan.FromBounds(At(1).Span.Start, At(2).Span.End));
            Replace(1, 3);
        }

        if (Is(EndOfOperand(1), "as") && IsName(EndOfOperand(1) + 1))
        {
            var end = EndOfOperand(1);
            Found("a loop is written with 'in'", At(end).Span);
            var list = Cut(1, end + 1);
            Replace(2, 2, [Word.Name("in"), .. list[..^1]]);
        }
        else if (!hasVariable && !Is(2, "in"))
        {
            Replace(1, 1, Word.Name("item"), Word.Name("in"));
        }
    }

    private void TranslateInclude(Word head)
    {
        if (head.Text != "include" && At(1).IsText)
        {
            Found($"'{head.Text}' is no word of the language", head.Span);
            Replace(0, 1, Word.Name("include"));
        }

        if (Is(0, "include") && IsName(1) && Is(2, TokenKind.Dot) && Is(3, "html"))
        {
            Found("the name of a template stands in quotes", TextSpan.FromBounds(At(1).Span.Start, At(3).Span.End));
            Replace(1, 4, Quoted(At(1).Text));
            for (var i = 2; i < _words.Count; i++)
            {
                if (Is(i, TokenKind.Assign))
                {
                    Replace(i, i + 1, Word.Sign(TokenKind.Colon, ":", false));
                    Replace(i + 1, i + 2, At(i + 1) with { Space = true });
                }
            }
        }

        if (!Is(0, "include") || !At(1).IsText)
        {
            return;
        }

        if (Is(2, TokenKind.Dot) && _words.Count == 3)
        {
            Found("an included template sees the values of the page", At(2).Span);
            Replace(2, 3);
        }

        for (var i = 2; i < _words.Count; i++)
        {
            if (Is(i, TokenKind.Comma))
            {
                Found("arguments stand behind blanks, not behind ','", At(i).Span);
                Replace(i, i + 1);
            }
            else if (Is(i, TokenKind.Assign) && IsName(i - 1))
            {
                Found("an argument is named with ':'", At(i).Span);
                Replace(i, i + 2, Word.Sign(TokenKind.Colon, ":", false), At(i + 1) with { Space = true });
            }
            else if (IsOpening(i))
            {
                i = BehindBracket(i) - 1;
            }
        }
    }

    // "x := 1"
    private void TranslateWalrus()
    {
        if (Is(1, TokenKind.Colon) && Is(2, TokenKind.Assign) && At(0).Kind is TokenKind.Identifier or TokenKind.Local)
        {
            Found("an assignment is written '='", TextSpan.FromBounds(At(1).Span.Start, At(2).Span.End));
            Replace(1, 3, Word.Sign(TokenKind.Assign, "="));
        }
    }
}
