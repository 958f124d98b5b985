namespace Blog.Text.Tex;

internal sealed partial class Parser
{
    public MathNode Fence(in Token token)
    {
        var open = Delimiter(token);
        var start = Current.Span.Start;
        var content = ReadGroup(RowEnd.Right, token);
        var close = Current.IsWord("right") ? Delimiter(Take()) : "";
        var items = new NodeList();
        if (content.Kind == NodeKind.Row)
        {
            AddParts(ref items, content);
        }
        else
        {
            items.Add(content);
        }

        return NewFence(open, items, close, TextSpan.FromBounds(token.Span.Start, SpanFrom(start).End));
    }

    private MathNode NewFence(string open, in NodeList items, string close, TextSpan span)
    {
        var fence = tree.New(NodeKind.Fenced, span);
        (fence.Open, fence.First, fence.Close, fence.Class) = (open, items.First, close, AtomClass.Inner);
        return fence;
    }

    public MathNode FencedArgument(in Token token, string open, string close)
    {
        var items = new NodeList();
        AddParts(ref items, Argument(token));
        return NewFence(open, items, close, SpanFrom(token));
    }

    public MathNode? StrayRight(in Token token)
    {
        Delimiter(token);
        return Skip("unbalanced", "'\\right' without '\\left'", token, "write '\\left.' where nothing is to be drawn");
    }

    public MathNode SizedDelimiter(in Token token, double size, AtomClass atomClass)
    {
        var text = Delimiter(token);
        var delimiter = tree.New(NodeKind.Delimiter, SpanFrom(token));
        (delimiter.Text, delimiter.Size, delimiter.Class) = (text.AsMemory(), size, atomClass);
        return delimiter;
    }

    private string Delimiter(in Token command)
    {
        SkipSpaces();
        var isBraced = Current.Kind == TokenKind.OpenBrace && Following.Kind != TokenKind.CloseBrace && Tex.Delimiters.TryRead(Following, out _);
        if (isBraced)
        {
            // \big{(} is what some write.
            Advance();
        }

        var token = Current;
        if (!Tex.Delimiters.TryRead(token, out var delimiter))
        {
            problems.Add("bad-delimiter", $"'{command.Spelling}' needs a delimiter such as '(', '|' or '.'", token.Kind == TokenKind.End ? command.Span : token.Span,
                token.Kind == TokenKind.OpenBrace ? "write '\\{' for a brace" : null);
            return "";
        }

        Advance();
        if (isBraced && Current.Kind == TokenKind.CloseBrace)
        {
            Advance();
        }

        return delimiter;
    }

    // \genfrac{(}{)}: braces around a delimiter, or around none.
    private string OptionalDelimiter(in Token command)
    {
        SkipSpaces();
        if (Current.Kind != TokenKind.OpenBrace)
        {
            return Delimiter(command);
        }

        if (Following.Kind == TokenKind.CloseBrace)
        {
            Advance();
            Advance();
            return "";
        }

        return Delimiter(command);
    }
}
