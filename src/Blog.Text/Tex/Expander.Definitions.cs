namespace Blog.Text.Tex;

internal sealed partial class Expander
{
    private static bool IsDefinition(in Token token) => token.Kind == TokenKind.Word && token.Text.Span is "newcommand" or "newcommand*" or "renewcommand"
        or "renewcommand*" or "providecommand" or "providecommand*" or "def" or "gdef" or "edef" or "xdef" or "let" or "DeclareMathOperator" or "DeclareMathOperator*";

    private void Define(in Token command)
    {
        HasDefinitions = true;
        var (name, macro) = command.Text.Span switch
        {
            "let" => Let(command),
            "def" or "gdef" or "edef" or "xdef" => Def(command),
            "DeclareMathOperator" => Operator(command, "operatorname"),
            "DeclareMathOperator*" => Operator(command, "operatorname*"),
            _ => NewCommand(command),
        };
        var isKept = command.Text.Span.StartsWith("providecommand") && name is not null && (_macros.Find(name) is not null || Commands.Has(name));
        if (name is not null && macro is not null && !isKept)
        {
            _macros.Define(name, macro);
        }
    }

    private (string?, Macro?) Let(in Token command)
    {
        var name = Name(command);
        SkipSpaces();
        if (Current.IsCharacter('='))
        {
            Take();
            SkipSpaces();
        }

        if (Current.Kind == TokenKind.End)
        {
            Incomplete(command);
            return default;
        }

        var meaning = Take();
        return (name, meaning.IsCommand && _macros.Find(meaning.Text.Span) is { } known ? known : new(0, [meaning with { IsBuiltIn = true }]));
    }

    private (string?, Macro?) Def(in Token command)
    {
        var name = Name(command);
        var arguments = 0;
        while (Current.Kind is not (TokenKind.OpenBrace or TokenKind.End))
        {
            var token = Take();
            if (token.Kind == TokenKind.Digit)
            {
                arguments = Math.Max(arguments, token.Text.Span[0] - '0');
            }
            else if (token.Kind is not (TokenKind.Hash or TokenKind.Space))
            {
                problems.Add("unsupported-definition", $"'{command.Spelling}' takes plain arguments, not '{token.Spelling}' between them", token.Span,
                    "write '\\newcommand{\\name}[1]{…}'");
                name = null;
            }
        }

        return (name, new(arguments, Body(command)));
    }

    private (string?, Macro?) NewCommand(in Token command)
    {
        var name = Name(command);
        var arguments = 0;
        Token[]? @default = null;
        if (Bracketed() is { } count)
        {
            arguments = count is [{ Kind: TokenKind.Digit } digit] ? digit.Text.Span[0] - '0' : 0;
            @default = Bracketed();
        }

        return (name, new(arguments, Body(command), arguments > 0 ? @default : null));
    }

    private (string?, Macro?) Operator(in Token command, string operatorName)
    {
        var name = Name(command);
        var body = Body(command);
        return (name, new(0,
        [
            new(TokenKind.Word, operatorName.AsMemory(), command.Span, IsBuiltIn: true), new(TokenKind.OpenBrace, "{".AsMemory(), command.Span), .. body,
            new(TokenKind.CloseBrace, "}".AsMemory(), command.Span),
        ]));
    }

    /// <summary>The name that is to be defined, in braces or not.</summary>
    private string? Name(in Token command)
    {
        SkipSpaces();
        var isBraced = Current.Kind == TokenKind.OpenBrace;
        if (isBraced)
        {
            Take();
            SkipSpaces();
        }

        string? name = null;
        if (Current is { IsCommand: true, Text.IsEmpty: false })
        {
            name = Take().Text.ToString();
        }
        else
        {
            problems.Add("missing-argument", $"'{command.Spelling}' needs the name of a command", command.Span, $"write '{command.Spelling}{{\\name}}{{…}}'");
        }

        SkipSpaces();
        if (isBraced && Current.Kind == TokenKind.CloseBrace)
        {
            Take();
            SkipSpaces();
        }

        return name;
    }

    private Token[]? Bracketed()
    {
        SkipSpaces();
        if (!Current.IsCharacter('['))
        {
            return null;
        }

        Take();
        return Collected(static token => token.IsCharacter(']'));
    }

    private Token[] Body(in Token command)
    {
        SkipSpaces();
        if (Current.Kind == TokenKind.OpenBrace)
        {
            Take();
            return Collected(static token => token.Kind == TokenKind.CloseBrace);
        }

        if (Current.Kind is TokenKind.End or TokenKind.CloseBrace)
        {
            Incomplete(command);
            return [];
        }

        return [Take()];
    }

    private Token[] Collected(Func<Token, bool> isEnd)
    {
        _argument.Clear();
        BalancedUpTo(isEnd);
        return [.. _argument];
    }

    private void Incomplete(in Token command) => problems.Add("missing-argument", $"'{command.Spelling}' has nothing to define", command.Span);
}
