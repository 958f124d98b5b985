using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

internal static class Vim
{
    public static Mode Create() => new(
        new Special(CharSet.Of("\""), ReadComment),
        new Quoted("\"") { NeedsClose = true },
        new Quoted("'") { Escapes = Escapes.Doubled, NeedsClose = true },
        new Special(CharSet.Of("<"), ReadKey),
        new Quoted("/") { Kind = TokenKind.Regex, EscapeKind = TokenKind.Regex, NeedsClose = true, When = scanner => scanner.Behind() == ' ' && scanner.Next is not (' ' or '/') },
        new Special(CharSet.Of("gslabwvt"), ReadScoped),
        new Prefixed("$", TokenKind.Variable),
        new Prefixed("&", TokenKind.Attribute) { Start = CharSet.Of("abcdefghijklmnopqrstuvwxyz"), NotBehind = CharSet.NamePart | CharSet.Of(".&"), Part = CharSet.NamePart | CharSet.Of(":") },
        new Prefixed("@", TokenKind.Variable) { Start = CharSet.NamePart },
        new Number('\0'),
        new Name(new Words()
            .Keywords("let set setlocal setl if else elseif endif for endfor while endwhile endfunction endfunc endf fu return call execute exe normal command autocmd au "
                + "augroup map nmap nnoremap nn inoremap ino vnoremap vn vmap imap noremap cnoremap cmap onoremap omap xnoremap xmap snoremap smap tnoremap syntax syn highlight hi source so try catch finally endtry "
                + "silent echo echom echomsg echoerr unlet const finish break continue colorscheme colo filetype runtime packadd Plug Plugin Bundle in is isnot throw "
                + "abort range dict closure unmap nunmap iunmap def enddef export import cabbrev iabbrev abbrev sign wincmd delcommand doautocmd runtime scriptencoding match menu amenu an unmenu tabnew tabedit edit enew write quit bdelete bnext split vsplit only close copen cclose cnext make grep vimgrep help noh nohlsearch setf setfiletype redir delfunction lockvar unlockvar browse confirm display")
            .Functions("function func fun")
            .Builtins("has exists expand line col getline setline strlen substitute printf empty filereadable fnamemodify bufname winnr system input join split get add extend "
                + "keys values map filter matchstr mode")),
        new Special(CharSet.Of("="), ReadOptionValue),
        CLike.Signs);

    // A quote at the start of a line begins a comment, and so does one behind blanks that has no partner.
    private static bool ReadComment(Scanner scanner)
    {
        if (!scanner.IsFirstOnLine)
        {
            if (scanner.Behind() is not (' ' or '\t') || scanner.Previous is Previous.Operator)
            {
                return false;
            }

            var line = scanner.Text.AsSpan(scanner.Position + 1, scanner.LineEnd - scanner.Position - 1);
            scanner.Work += line.Length;
            if (line.Contains('"'))
            {
                return false;
            }
        }

        scanner.TakeTo(scanner.LineEnd, TokenKind.Comment);
        return true;
    }

    // <CR>, <leader>, <C-w>
    private static bool ReadKey(Scanner scanner)
    {
        var length = 1;
        while (length < 20 && scanner.Peek(length) is var c && (char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ':'))
        {
            length++;
        }

        if (length < 2 || scanner.Peek(length) != '>')
        {
            return false;
        }

        scanner.Take(length + 1, TokenKind.Escape);
        return true;
    }

    // g:name
    private static bool ReadScoped(Scanner scanner)
    {
        if (scanner.Next != ':' || CharSet.NamePart.Contains(scanner.Behind()) || !CharSet.NameStart.Contains(scanner.Peek(2)) || scanner.Peek(2) == 0)
        {
            return false;
        }

        var length = 3;
        while (scanner.Peek(length) is not '\0' and var c && (CharSet.NamePart.Contains(c) || c == '#'))
        {
            length++;
        }

        scanner.Take(length, scanner.Peek(length) == '(' ? TokenKind.FunctionName : TokenKind.Variable);
        scanner.Previous = Previous.Operand;
        scanner.Expected = TokenKind.Text;
        return true;
    }

    private static bool ReadOptionValue(Scanner scanner)
    {
        scanner.TakeSign(1);
        scanner.Previous = Previous.Operator;
        return true;
    }
}
