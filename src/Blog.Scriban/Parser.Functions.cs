using Blog.Scriban.Syntax;

namespace Blog.Scriban;

internal sealed partial class Parser
{
    private FunctionStatement ParseInlineFunction(Target name, Call head)
    {
        List<Parameter> parameters = [];
        foreach (var argument in head.Arguments)
        {
            if (argument is { Value: Variable variable, Name: null })
            {
                parameters.Add(new(variable.Name));
            }
            else
            {
                Error(Problems.BadParameter(source, argument.Value.Span));
            }
        }

        Next();
        GoOn();
        var weight = 0;
        var result = Apart(() => Weighed(ParseExpression, out weight));
        var function = new UserFunction(NameOf(name)) { Parameters = [.. parameters], Result = result, Weight = weight, Source = source };
        LookAtFunction(function);
        return new(name, function) { Span = From(name) };
    }

    private static string NameOf(Target name) => name is Variable variable ? variable.Name : "$" + ((Local)name).Name;

    private Statement? ParseFunction()
    {
        var opening = Next();
        Target? name = Current.Kind switch
        {
            TokenKind.Identifier => new Variable(Current.Name) { Span = Current.Span },
            TokenKind.Local => new Local(Current.Name) { Span = Current.Span },
            _ => null,
        };
        if (name is null)
        {
            Error(Problems.Expected(source, Current, "the name of the function", "write 'func name'"));
        }
        else
        {
            Next();
        }

        var parameters = ParseParameters();
        if (!EndsStatement(Current.Kind))
        {
            Error(Problems.Unexpected(source, Current, "the end of the line, or parameters in parentheses", "write 'func f(a, b)'"));
            while (!EndsStatement(Current.Kind))
            {
                _at++;
            }
        }

        _functionBodies++;
        var outer = _hasReturnInBody;
        _hasReturnInBody = false;
        var body = Apart(ParseBody);
        _functionBodies--;
        ExpectEnd(opening);
        if (name is null)
        {
            return null;
        }

        var function = new UserFunction(NameOf(name)) { Parameters = parameters, Body = body, Source = source };
        LookAtFunction(function);
        _hasReturnInBody = outer;
        return new FunctionStatement(name, function) { Span = opening.Span };
    }

    /// <summary>Null when there is no list.</summary>
    private Parameter[]? ParseParameters()
    {
        if (Current.Kind != TokenKind.OpenParen)
        {
            return null;
        }

        var open = Current.Span;
        List<Parameter> parameters = [];
        _brackets++;
        Next();
        while (Current.Kind is not (TokenKind.CloseParen or TokenKind.CodeExit or TokenKind.End))
        {
            if (Current.Kind != TokenKind.Identifier)
            {
                Error(Problems.BadParameter(source, Current.Span));
                break;
            }

            parameters.Add(ParseParameter(parameters));
            if (!Take(TokenKind.Comma))
            {
                break;
            }
        }

        _brackets--;
        Expect(TokenKind.CloseParen, "',' or ')'", "write 'func f(a, b)'", open);
        return [.. parameters];
    }

    private Parameter ParseParameter(List<Parameter> before)
    {
        var name = Next();
        if (before.Count > 0 && before[^1].IsRest)
        {
            Error(Problems.ParameterOrder(source, name.Span, "nothing may follow the parameter that collects the rest"));
        }

        if (Take(TokenKind.Ellipsis))
        {
            return new(name.Name, IsRequired: false, IsRest: true);
        }

        if (Take(TokenKind.Assign))
        {
            return new(name.Name, IsRequired: false, Default: ParseDefault());
        }

        if (before.Any(p => !p.IsRequired))
        {
            Error(Problems.ParameterOrder(source, name.Span, "a parameter without a default cannot follow one that has a default"));
        }

        return new(name.Name);
    }

    private Value ParseDefault()
    {
        var isNegative = Take(TokenKind.Minus);
        var token = Current;
        if (token.Kind == TokenKind.Literal)
        {
            Next();
            return isNegative && token.Value.IsNumber ? Runtime.Arithmetic.Sign(null!, TokenKind.Minus, token.Value, default) : token.Value; // a number never asks the frame
        }

        if (token.Kind == TokenKind.Identifier && token.Name is "true" or "false" or "null")
        {
            Next();
            return token.Name switch
            {
                "true" => true,
                "false" => false,
                _ => default(Value),
            };
        }

        Error(Problems.DefaultIsNoLiteral(source, token.Span));
        return default;
    }
}
