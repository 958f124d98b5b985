namespace Blog.Text.Tex;

internal sealed partial class Parser
{
    private MathNode? WithScripts(MathNode? atom, int start)
    {
        MathNode? lower = null;
        MathNode? upper = null;
        var primes = 0;
        var limits = LimitsPlacement.ByStyle;
        var nested = 0;
        while (true)
        {
            SkipSpaces();
            var token = Current;
            if (Placement(token) is { } placement)
            {
                limits = placement;
                _position++;
                continue;
            }

            if (!IsScript(token))
            {
                break;
            }

            _position++;
            if (token.Kind == TokenKind.Prime)
            {
                primes++;
                continue;
            }

            var isLower = token.Kind is TokenKind.Subscript or TokenKind.LoweredRun;
            if ((isLower ? lower : upper) is not null)
            {
                // The tree goes on with the result so far as the base, as deep as braces may go.
                Report("double-script", $"a second '{(isLower ? '_' : '^')}' on one base: use braces", token.Span);
                if (++nested > DeepestNesting)
                {
                    _position = _tokens.Count - 1;
                    break;
                }

                (atom, lower, upper, primes) = (new Scripts(atom, lower, upper, primes, limits, SpanFrom(start)), null, null, 0);
            }

            var script = Script(token);
            (lower, upper) = isLower ? (script, upper) : (lower, script);
        }

        var hasScripts = lower is not null || upper is not null || primes > 0 || limits != LimitsPlacement.ByStyle;
        return hasScripts ? new Scripts(atom, lower, upper, primes, limits, SpanFrom(start)) : atom;
    }

    private static LimitsPlacement? Placement(in Token token) =>
        token.IsWord("limits") ? LimitsPlacement.AboveAndBelow
        : token.IsWord("nolimits") ? LimitsPlacement.Beside
        : token.IsWord("displaylimits") ? LimitsPlacement.ByStyle
        : null;

    private MathNode Script(in Token token)
    {
        if (token.Kind is TokenKind.RaisedRun or TokenKind.LoweredRun)
        {
            // x⁻¹ is read as x^{-1}; the characters on the line are a formula of their own.
            var span = token.Span;
            var plain = new Parser(Lexer.Read(token.Text.ToString())).ReadRow(RowEnd.Formula);
            return new Row([.. plain.Items.Select(item => item with { Span = span })], span);
        }

        SkipSpaces();
        if (Current.Kind == TokenKind.Prime)
        {
            // ^' is an error in TeX and a plain wish.
            var prime = Take();
            return new Atom("′", AtomClass.Ordinary, prime.Span);
        }

        return Argument(token);
    }
}
