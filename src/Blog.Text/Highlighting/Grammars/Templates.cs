using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>Languages of page templates: HTML with tags of their own between.</summary>
internal static class Templates
{
    private const string JinjaWords = "and or not in is if else elif for as by with without context import from recursive contains reversed limit offset cols ignore missing";

    public static Mode CreateJinja() => Html.Of(
        new Block("{#", "#}"),
        new Tag("{%", "%}", JinjaWords, startsWithKeyword: true),
        new Tag("{{", "}}", JinjaWords));

    public static Mode CreateLiquid() => Html.Of(
        new RawPart("comment", TokenKind.Comment),
        new RawPart("raw", TokenKind.Text),
        new Tag("{%", "%}", JinjaWords, startsWithKeyword: true),
        new Tag("{{", "}}", JinjaWords));

    public static Mode CreateGo() => Html.Of(
        new Block("{{/*", "*/}}"),
        new Block("{{- /*", "*/ -}}"),
        new Tag("{{", "}}", "if else end range with define template block break continue nil", hasDollars: true));

    /// <summary>The language of our own templates: whole statements between the braces, with comments.</summary>
    public static Mode CreateScriban() => Html.Of(
        new Tag("{{", "}}", "if else end for in while break continue func ret include capture with case when wrap import readonly tablerow do this and or", hasDollars: true, hasComments: true));

    public static Mode CreateHandlebars() => Html.Of(
        new Block("{{!--", "--}}"),
        new Block("{{!", "}}"),
        new Tag("{{{", "}}}", "else as this"),
        new Tag("{{", "}}", "else as this if each unless with"));

    public static Mode CreateEjs() => Html.Of(
        new Block("<%#", "%>"),
        new Script("<%", "%>", "javascript"));

    public static Mode CreateErb() => Html.Of(
        new Block("<%#", "%>"),
        new Script("<%", "%>", "ruby"));

    /// <summary>A tag with the small language of expressions that these have in common.</summary>
    private sealed class Tag : Rule
    {
        private readonly string _open;
        private readonly string _close;
        private readonly Mode _mode;

        public Tag(string open, string close, string words, bool startsWithKeyword = false, bool hasDollars = false, bool hasComments = false)
        {
            (_open, _close) = (open, close);
            var known = new Words().Keywords(words).Constants("true false none null nil True False None blank empty");
            _mode = new(
            [
                new Special(CharSet.Of("-~%}"), ReadClose),
                .. hasComments ? new Rule[] { new Block("##", "##"), new Special(CharSet.Of("#"), ReadComment) } : [],
                new Quoted("\"") { IsMultiLine = true },
                new Quoted("'") { IsMultiLine = true },
                .. hasDollars ? new Rule[] { new Quoted("`") { Escapes = Escapes.None, IsMultiLine = true } } : [],
                new Prefixed("$", TokenKind.Variable) { Part = CharSet.NamePart | CharSet.Of(".") },
                new Prefixed(".", TokenKind.Variable) { Part = CharSet.NamePart | CharSet.Of(".") },
                new Prefixed("#", TokenKind.Keyword),
                new Prefixed("/", TokenKind.Keyword),
                new Prefixed("@", TokenKind.Variable),
                new Number('\0') { HasBarePoints = false },
                new Name(known) { Refine = (scanner, _) => KindOf(scanner, startsWithKeyword) },
                new Signs("()[]{}.,;:+-*/%=<>!&|^~?@#$\\"),
            ])
            { TakesLineEnds = true };
        }

        public override CharSet First => CharSet.Of([_open[0]]);

        public override bool Read(Scanner scanner)
        {
            if (!scanner.At(_open) || !scanner.CanNest)
            {
                return false;
            }

            var hasDash = scanner.Peek(_open.Length) is '-' or '~' or '+';
            scanner.Take(_open.Length + (hasDash ? 1 : 0), TokenKind.Directive);
            scanner.Push(_mode);
            scanner.Previous = Previous.Start;
            scanner.Expected = TokenKind.Text;
            return true;
        }

        private bool ReadClose(Scanner scanner)
        {
            var length = scanner.Current is '-' or '~' ? 1 : 0;
            if (!scanner.At(scanner.Position + length, _close))
            {
                return false;
            }

            scanner.Take(length + _close.Length, TokenKind.Directive);
            scanner.Pop();
            return true;
        }

        // To the end of its line or of the tag.
        private bool ReadComment(Scanner scanner)
        {
            var close = scanner.Find(_close, scanner.Position);
            var end = scanner.LineEnd;
            end = close >= 0 && close < end ? close : end;
            while (end > scanner.Position && scanner.Text[end - 1] is ' ' or '-' or '~')
            {
                end--;
            }

            scanner.TakeTo(end, TokenKind.Comment);
            return true;
        }

        // The first word of a tag says what it does; one behind a bar is a filter.
        private static TokenKind KindOf(Scanner scanner, bool startsWithKeyword)
        {
            if (startsWithKeyword && scanner.Previous == Previous.Start)
            {
                return TokenKind.Keyword;
            }

            return scanner.Behind() == '|' || (scanner.Behind() == ' ' && scanner.Behind(2) == '|') ? TokenKind.FunctionName : TokenKind.Text;
        }
    }

    /// <summary><c>{% raw %} … {% endraw %}</c>: what is between is no template.</summary>
    private sealed class RawPart(string name, TokenKind kind) : Rule
    {
        public override CharSet First => CharSet.Of("{");

        public override bool Read(Scanner scanner)
        {
            var start = $"{{% {name} %}}";
            var end = $"{{% end{name} %}}";
            if (!scanner.At(start))
            {
                return false;
            }

            scanner.Take(2, TokenKind.Directive);
            scanner.Take(name.Length + 1, TokenKind.Keyword);
            scanner.Take(3, TokenKind.Directive);
            var close = scanner.Find(end, scanner.Position);
            scanner.TakeTo(close < 0 ? scanner.End : close, kind);
            return true;
        }
    }

    /// <summary>A part in a whole language, to its closing mark.</summary>
    private sealed class Script(string open, string close, string language) : Rule
    {
        public override CharSet First => CharSet.Of([open[0]]);

        public override bool Read(Scanner scanner)
        {
            if (!scanner.At(open))
            {
                return false;
            }

            var length = open.Length + (scanner.Peek(open.Length) is '=' or '-' or '_' ? 1 : 0);
            var end = scanner.Find(close, scanner.Position + length);
            scanner.Take(length, TokenKind.Directive);
            if (!scanner.Embed(Languages.Root(language), end < 0 ? scanner.End : end, end < 0 ? 0 : close.Length, TokenKind.Directive))
            {
                scanner.TakeTo(end < 0 ? scanner.End : end, TokenKind.Text);
            }

            return true;
        }
    }
}
