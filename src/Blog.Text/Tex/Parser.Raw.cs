namespace Blog.Text.Tex;

internal sealed partial class Parser
{
    /// <summary>An argument that is no formula, as it is written: a name, a length, a colour.</summary>
    public ReadOnlyMemory<char> RawArgument(in Token command)
    {
        SkipSpaces();
        var start = text.Length;
        if (Current.Kind == TokenKind.OpenBrace)
        {
            RawUpTo(TokenKind.CloseBrace, '}', Take());
        }
        else if (Current.Kind is TokenKind.End or TokenKind.CloseBrace)
        {
            Missing(command);
        }
        else
        {
            AppendRaw(Take());
        }

        return text.From(start);
    }

    /// <summary>What stands in brackets; empty when no brackets follow.</summary>
    public ReadOnlyMemory<char> RawOptional()
    {
        SkipSpaces();
        var start = text.Length;
        if (Current.IsCharacter('['))
        {
            RawUpTo(TokenKind.Character, ']', Take());
        }

        return text.From(start);
    }

    private void RawUpTo(TokenKind kind, char end, in Token opener)
    {
        for (var open = 0; Current.Kind != TokenKind.End && (open > 0 || kind == TokenKind.CloseBrace || Current.Kind != TokenKind.CloseBrace);)
        {
            var token = Take();
            if (open == 0 && token.Kind == kind && token.Text.Span[0] == end)
            {
                return;
            }

            open += token.Kind switch { TokenKind.OpenBrace => 1, TokenKind.CloseBrace => -1, _ => 0 };
            AppendRaw(token);
        }

        NeverClosed(opener);
    }

    private void AppendRaw(in Token token)
    {
        if (token.IsCommand)
        {
            text.Append('\\');
        }

        text.Append(token.Kind == TokenKind.Space ? " " : token.Text.Span);
    }

    /// <summary>A length in em, in braces (<c>\hspace{1em}</c>) or not (<c>\kern 3pt</c>); null when it is none.</summary>
    public double? Length(in Token command)
    {
        SkipSpaces();
        var start = text.Length;
        if (Current.Kind == TokenKind.OpenBrace)
        {
            RawArgument(command);
        }
        else
        {
            BareLength();
        }

        var source = text.From(start).Span;
        if (!Lengths.TryRead(source, out var em))
        {
            var written = source.Trim().ToString();
            problems.Add("bad-length", written.Length == 0 ? $"'{command.Spelling}' needs a length" : $"'{written}' is not a length", SpanFrom(command),
                "write a number and a unit: '1em', '3pt', '18mu'");
            return null;
        }

        if (Lengths.IsOfPage(source))
        {
            problems.Add("bad-length", $"a formula does not know '{source.Trim()}'", SpanFrom(command), "write a number and a unit: '1em', '3pt', '18mu'");
        }

        return em;
    }

    // Digits, then a unit of two letters or a command that is a length.
    private void BareLength()
    {
        while (Current is { Kind: TokenKind.Digit or TokenKind.Space } || Current.IsCharacter('.') || Current.IsCharacter('-') || Current.IsCharacter('+') || Current.IsCharacter(','))
        {
            AppendRaw(Take());
        }

        if (Current.Kind == TokenKind.Word)
        {
            AppendRaw(Take());
            return;
        }

        for (var letters = 0; letters < 2 && Current.Kind == TokenKind.Letter; letters++)
        {
            AppendRaw(Take());
        }
    }
}
