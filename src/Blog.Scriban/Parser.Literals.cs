using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban;

// Literals that hold expressions: texts with holes, arrays, objects.
internal sealed partial class Parser
{
    private Interpolation ParseInterpolation()
    {
        var open = Current.Span;
        List<Expression> parts = [];
        var (isFirstBranch, brackets, bracket) = (_isFirstBranch, _brackets, _bracket);
        (_isFirstBranch, _brackets, _bracket) = (false, 0, null);
        Next();
        while (Current.Kind is TokenKind.StringPart or TokenKind.HoleOpen)
        {
            var token = Next();
            if (token.Kind == TokenKind.StringPart)
            {
                parts.Add(new Literal(token.Value) { Span = token.Span });
                continue;
            }

            parts.Add(ParseExpression());
            Expect(TokenKind.HoleClose, "'}'", "write '\\{' for a brace that is text", token.Span);
        }

        (_isFirstBranch, _brackets, _bracket) = (isFirstBranch, brackets, bracket);
        Expect(TokenKind.StringClose, "the end of the text", "a text ends with the quote that it began with", open);
        return new([.. parts]) { Span = From(open), Depth = Deeper([.. parts]) };
    }

    private Expression[] ParseItems()
    {
        List<Expression> items = [];
        while (Current.Kind != TokenKind.CloseBracket)
        {
            items.Add(ParseExpression());
            if (!Take(TokenKind.Comma))
            {
                break;
            }
        }

        return [.. items];
    }

    private (string, Expression)[] ParseMembers()
    {
        List<(string, Expression)> members = [];
        while (Current.Kind is not (TokenKind.CloseBrace or TokenKind.CodeExit or TokenKind.End))
        {
            var name = Current.Kind is TokenKind.Identifier or TokenKind.Literal ? Current.Value.Ref as string : null;
            var isReserved = Current.Kind == TokenKind.Identifier && name is ("null" or "true" or "false");
            if (string.IsNullOrEmpty(name) || isReserved || source.Text[Current.Span.Start] == '`')
            {
                SyntaxError(Problems.BadKey(source, Current.Span));
                break;
            }

            Next();
            Expect(TokenKind.Colon, $"':' and the value of '{name}'", $"write {{{name}: value}}");
            members.Add((options.Intern(name), ParseExpression()));
            if (!Take(TokenKind.Comma))
            {
                break;
            }
        }

        return [.. members];
    }
}
