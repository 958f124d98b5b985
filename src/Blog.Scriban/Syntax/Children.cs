namespace Blog.Scriban.Syntax;

/// <summary>The parts of an expression, in the order of evaluation.</summary>
internal static class Children
{
    public static IEnumerable<Expression> Of(Expression expression) => expression switch
    {
        Member member => [member.Target],
        IsEmpty test => [test.Target],
        Indexer index => [index.Target, index.At],
        Parenthesis parenthesis => [parenthesis.Inner],
        ArrayLiteral array => array.Items,
        ObjectLiteral literal => literal.Members.Select(m => m.Value),
        Interpolation text => text.Parts,
        Binary binary => [binary.Left, binary.Right],
        Unary unary => [unary.Operand],
        Increment increment => [increment.Operand],
        Conditional conditional => [conditional.Condition, conditional.WhenTrue, conditional.WhenFalse],
        Call call => [call.Target, .. call.Arguments.Select(a => a.Value)],
        _ => [],
    };
}
