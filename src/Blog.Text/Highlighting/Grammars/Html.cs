using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>HTML and XML: text, tags, and in HTML the languages of scripts and styles.</summary>
internal sealed class Html
{
    private static readonly CharSet TagNamePart = CharSet.NamePart | CharSet.Of("-:.");

    private readonly Mode _text;
    private readonly Mode _tag;
    private readonly bool _isXml;
    private readonly string _script;

    private Html(bool isXml, ReadOnlySpan<Rule> templates, ReadOnlySpan<Rule> attributes = default, string script = "javascript")
    {
        (_isXml, _script) = (isXml, script);
        Rule[] holes = [.. templates, new Special(CharSet.Of("&"), ReadEntity)];
        _text = new(
        [
            .. templates,
            new Block("<!--", "-->"),
            new Block("<![CDATA[", "]]>", TokenKind.String),
            new Block("<!", ">", TokenKind.Directive),
            new Block("<?", "?>", TokenKind.Directive),
            new Special(CharSet.Of("<"), ReadTag),
            new Special(CharSet.Of("&"), ReadEntity),
        ])
        { TakesLineEnds = true };
        _tag = new(
        [
            .. templates,
            .. attributes,
            new Special(CharSet.Of("/>"), ReadTagEnd),
            new Quoted("\"") { Escapes = Escapes.None, IsMultiLine = true, Holes = holes },
            new Quoted("'") { Escapes = Escapes.None, IsMultiLine = true, Holes = holes },
            new Special(CharSet.Of("="), ReadBareValue),
            new Special(CharSet.NameStart | CharSet.Of("@:#v-"), ReadAttribute),
        ])
        { TakesLineEnds = true };
    }

    public static Mode Create() => new Html(isXml: false, [])._text;

    public static Mode CreateXml() => new Html(isXml: true, [])._text;

    /// <summary>HTML with something between: <paramref name="templates"/> are tried first everywhere.</summary>
    public static Mode Of(params ReadOnlySpan<Rule> templates) => new Html(isXml: false, templates)._text;

    /// <summary>HTML of component files: code in braces, in text and for values.</summary>
    public static Mode OfComponents(string script, params ReadOnlySpan<Rule> templates) => new Html(isXml: false, templates, script: script)._text;

    private static bool ReadEntity(Scanner scanner)
    {
        var length = 1;
        while (length < 32 && scanner.Peek(length) is var c && (char.IsAsciiLetterOrDigit(c) || (c == '#' && length == 1)))
        {
            length++;
        }

        if (length < 2 || scanner.Peek(length) != ';')
        {
            return false;
        }

        scanner.Take(length + 1, TokenKind.Escape);
        return true;
    }

    private bool ReadTag(Scanner scanner)
    {
        var start = scanner.Next == '/' ? 2 : 1;
        var first = scanner.Peek(start);
        if (first == 0 || !CharSet.NameStart.Contains(first) || !scanner.CanNest)
        {
            return false;
        }

        var end = start;
        while (scanner.Peek(end) is not '\0' and var c && TagNamePart.Contains(c))
        {
            end++;
        }

        TakeBracket(scanner, start);
        var name = scanner.Text.AsSpan(scanner.Position, end - start);
        var embedded = !_isXml && start == 1
            ? name.Equals("script", StringComparison.OrdinalIgnoreCase) ? 1 : name.Equals("style", StringComparison.OrdinalIgnoreCase) ? 2 : 0
            : 0;
        scanner.Take(end - start, TokenKind.Tag);
        scanner.Push(new Frame { Mode = _tag, Number = embedded, Depth = scanner.Position, OuterEnd = -1 });
        return true;
    }

    private bool ReadTagEnd(Scanner scanner)
    {
        if (scanner.Current == '/' && scanner.Next != '>')
        {
            scanner.TakeSign(1, TokenKind.Punctuation);
            return true;
        }

        var (embedded, start) = (scanner.Top.Number, scanner.Top.Depth);
        var isEmpty = scanner.Current == '/';
        var attributes = scanner.Text.AsSpan(start, scanner.Position - start);
        var language = isEmpty || embedded == 0 ? null : embedded == 1 ? ScriptLanguage(attributes) : StyleLanguage(attributes);
        TakeBracket(scanner, isEmpty ? 2 : 1);
        scanner.Pop();
        if (language is not null)
        {
            Embed(scanner, language, embedded == 1 ? "</script" : "</style");
        }

        return true;
    }

    // In XML, where tags are most of the text, the brackets belong to them.
    private void TakeBracket(Scanner scanner, int length)
    {
        if (_isXml)
        {
            scanner.Take(length, TokenKind.Tag);
        }
        else
        {
            scanner.TakeSign(length, TokenKind.Punctuation);
        }
    }

    // The closing tag ends the script even within one of its strings.
    private static void Embed(Scanner scanner, string language, string close)
    {
        var end = scanner.Find(close, scanner.Position);
        end = end < 0 ? scanner.End : end;
        if (language.Length == 0)
        {
            scanner.TakeTo(end, TokenKind.Text);
        }
        else
        {
            scanner.Embed(Languages.Root(language), end);
        }
    }

    private string ScriptLanguage(ReadOnlySpan<char> attributes) =>
        attributes.Contains("json", StringComparison.OrdinalIgnoreCase) || attributes.Contains("importmap", StringComparison.OrdinalIgnoreCase) ? "json"
        : attributes.Contains("lang=\"ts\"", StringComparison.Ordinal) || attributes.Contains("typescript", StringComparison.Ordinal) ? "typescript"
        : attributes.Contains("text/template", StringComparison.Ordinal) || attributes.Contains("text/html", StringComparison.Ordinal) ? "html"
        : attributes.Contains("math/tex", StringComparison.Ordinal) ? ""
        : _script;

    private static string StyleLanguage(ReadOnlySpan<char> attributes) =>
        attributes.Contains("scss", StringComparison.Ordinal) || attributes.Contains("less", StringComparison.Ordinal) ? "scss" : "css";

    private static bool ReadAttribute(Scanner scanner)
    {
        var length = 1;
        while (scanner.Peek(length) is not ('\0' or '=' or '>' or '/' or ' ' or '\t' or '\n' or '"' or '\'' or '<' or '{'))
        {
            length++;
        }

        scanner.Take(length, TokenKind.Attribute);
        return true;
    }

    // a=b without quotes.
    private static bool ReadBareValue(Scanner scanner)
    {
        scanner.TakeSign(1);
        var length = 0;
        while (scanner.Peek(length) is not ('\0' or '>' or ' ' or '\t' or '\n' or '"' or '\'' or '{' or '<'))
        {
            length++;
        }

        scanner.Take(length, TokenKind.String);
        return true;
    }
}
