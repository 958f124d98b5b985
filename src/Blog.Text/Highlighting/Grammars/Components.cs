using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>Files that hold a page's markup, script and style in one: Vue, Svelte, Astro.</summary>
internal static class Components
{
    private static readonly CodeHole Braces = new("{", '}') { Mode = () => Languages.Root("typescript"), Kind = TokenKind.Punctuation };

    public static Mode CreateVue() => Html.OfComponents("javascript", new CodeHole("{{", '}') { Mode = () => Languages.Root("typescript"), Kind = TokenKind.Directive });

    public static Mode CreateSvelte() => Html.OfComponents("javascript", new Special(CharSet.Of("{"), ReadBlockWord), Braces);

    /// <summary>Between two lines of dashes stands TypeScript, below them the page.</summary>
    public static Mode CreateAstro()
    {
        var page = Html.OfComponents("typescript", Braces);
        return new(new Special(CharSet.All, scanner =>
        {
            if (scanner.Position != scanner.Start || !scanner.At("---\n"))
            {
                scanner.Push(page);
                return true;
            }

            scanner.Take(4, TokenKind.Directive);
            var end = scanner.Find("\n---", scanner.Position - 1);
            scanner.Embed(Languages.Root("typescript"), end < 0 ? scanner.End : end + 1, tail: end < 0 ? 0 : 3, TokenKind.Directive);
            return true;
        }))
        { TakesLineEnds = true };
    }

    // {#if x} {:else} {/if} {@html x}
    private static bool ReadBlockWord(Scanner scanner)
    {
        if (scanner.Next is not ('#' or ':' or '/' or '@') || !scanner.CanNest)
        {
            return false;
        }

        var length = 2;
        while (char.IsAsciiLetter(scanner.Peek(length)))
        {
            length++;
        }

        scanner.TakeSign(1, TokenKind.Punctuation);
        scanner.Take(length - 1, TokenKind.Keyword);
        scanner.PushHole(Languages.Root("typescript"), '{', '}', TokenKind.Punctuation);
        return true;
    }
}
