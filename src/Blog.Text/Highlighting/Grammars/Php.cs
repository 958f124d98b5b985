using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>PHP, alone or between the lines of a page.</summary>
internal static class Php
{
    private static readonly Mode Code = MakeCode();

    private static readonly Mode Page = Html.Of(new Special(CharSet.Of("<"), ReadOpening));

    private static readonly Mode RawText = new() { Default = TokenKind.String, TakesLineEnds = true, IsString = true };

    private static readonly Mode Text = new(
        new Special(CharSet.Of("\\"), scanner =>
        {
            scanner.Take(EscapeLength.Of(scanner), TokenKind.Escape);
            return true;
        }),
        new BraceVariable(),
        new VariableHole('$', CharSet.NameStart, CharSet.NamePart))
    { Default = TokenKind.String, TakesLineEnds = true, IsString = true };

    /// <summary>A piece of code without an opening tag is PHP from its first character.</summary>
    public static Mode Create() => new(new Special(CharSet.All, scanner =>
    {
        var isCode = scanner.Position == scanner.Start && scanner.Find("<?php", scanner.Position) < 0 && scanner.Find("<?=", scanner.Position) < 0;
        scanner.Push(isCode ? Code : Page);
        return true;
    }))
    { TakesLineEnds = true };

    private static Mode MakeCode() => new(
    [
        new Special(CharSet.Of("?"), ReadClosing),
        new Block("/**", "*/", TokenKind.DocComment) { NotBefore = CharSet.Of("/") },
        CLike.BlockComment,
        new Special(CharSet.Of("#/"), ReadLineComment),
        new Block("#[", "]", TokenKind.Decorator),
        new Quoted("\"") { IsMultiLine = true, Holes = [new BraceVariable(), new VariableHole('$', CharSet.NameStart, CharSet.NamePart)] },
        new Quoted("'") { IsMultiLine = true },
        new Special(CharSet.Of("<"), ReadHeredoc),
        new Prefixed("$", TokenKind.Variable),
        new Number(),
        new Name(new Words(ignoresCase: true)
            .Keywords("abstract and array as break callable case catch clone const continue declare default do echo else elseif empty enddeclare endfor endforeach endif "
                + "endswitch endwhile exit extends final finally fn for foreach global goto if implements include include_once instanceof insteadof isset list match "
                + "namespace or print private protected public readonly require require_once return static switch throw try unset use var while xor yield die from "
                + "parent self")
            .Functions("function")
            .Classes("class enum interface trait new")
            .Types("int float string bool void mixed iterable object never")
            .Constants("true false null"))
        { HasWordsBehindDots = true },
        CLike.Signs,
    ]);

    private static bool ReadOpening(Scanner scanner)
    {
        var length = scanner.At("<?php") ? 5 : scanner.At("<?=") ? 3 : scanner.At("<?") && !scanner.At("<?xml") ? 2 : 0;
        if (length == 0 || !scanner.CanNest)
        {
            return false;
        }

        scanner.Take(length, TokenKind.Directive);
        scanner.Push(Code);
        scanner.Previous = Previous.Start;
        return true;
    }

    private static bool ReadClosing(Scanner scanner)
    {
        if (scanner.Next != '>')
        {
            return false;
        }

        scanner.Take(2, TokenKind.Directive);
        scanner.Pop();
        return true;
    }

    // A comment ends at the end of its line or of the PHP part, whichever comes first.
    private static bool ReadLineComment(Scanner scanner)
    {
        if (scanner.Current == '#' ? scanner.Next == '[' : scanner.Next != '/')
        {
            return false;
        }

        var close = scanner.Find("?>", scanner.Position);
        var end = scanner.LineEnd;
        scanner.TakeTo(close >= 0 && close < end ? close : end, TokenKind.Comment);
        return true;
    }

    private static bool ReadHeredoc(Scanner scanner)
    {
        if (!scanner.At("<<<"))
        {
            return false;
        }

        var start = 3;
        while (scanner.Peek(start) == ' ')
        {
            start++;
        }

        var quote = scanner.Peek(start) is '\'' or '"' ? scanner.Peek(start++) : '\0';
        var length = start;
        while (scanner.Peek(length) is not '\0' and var c && CharSet.NamePart.Contains(c))
        {
            length++;
        }

        if (length == start)
        {
            return false;
        }

        scanner.Await(new(scanner.Text.Substring(scanner.Position + start, length - start), quote == '\'' ? RawText : Text, IsIndented: true, MayGoOn: true));
        scanner.Take(quote != 0 && scanner.Peek(length) == quote ? length + 1 : length, TokenKind.String);
        return true;
    }

    // {$x->y} in a string: the brace is a hole, the variable begins the code.
    private sealed class BraceVariable : Rule
    {
        public override CharSet First => CharSet.Of("{");

        public override bool Read(Scanner scanner)
        {
            if (scanner.Next != '$' || !scanner.CanNest)
            {
                return false;
            }

            scanner.Take(1, TokenKind.Escape);
            scanner.PushHole(Code, '{', '}', TokenKind.Escape);
            return true;
        }
    }
}
