using System.Text;

namespace Blog.Text.Tex;

internal sealed partial class Parser
{
    private static bool IsScript(in Token token) =>
        token.Kind is TokenKind.Superscript or TokenKind.Subscript or TokenKind.Prime or TokenKind.RaisedRun or TokenKind.LoweredRun;

    private MathNode? WithScripts(MathNode? atom, int start)
    {
        MathNode? scripts = null;
        var nested = 0;
        while (true)
        {
            SkipSpaces();
            var token = Current;
            if (Placement(token) is { } placement)
            {
                Advance();
                scripts ??= NewScripts(atom, start);
                scripts.Limits = placement;
                continue;
            }

            if (!IsScript(token))
            {
                break;
            }

            Advance();
            scripts ??= NewScripts(atom, start);
            if (token.Kind == TokenKind.Prime)
            {
                scripts.Count++;
                scripts.Flag = scripts.Upper is not null;
                continue;
            }

            var isLower = token.Kind is TokenKind.Subscript or TokenKind.LoweredRun;
            if ((isLower ? scripts.Lower : scripts.Upper) is not null)
            {
                // The tree goes on with the result so far as the base, as deep as braces may go.
                problems.Add("double-script", $"a second '{(isLower ? '_' : '^')}' on one base", token.Span, "put what belongs together in braces");
                if (++nested > DeepestNesting)
                {
                    GiveUp("too-deep", $"scripts are nested deeper than {DeepestNesting}", token.Span);
                    break;
                }

                scripts.Span = SpanFrom(start);
                scripts = NewScripts(scripts, start);
            }

            var script = Script(token);
            (scripts.Lower, scripts.Upper) = isLower ? (script, scripts.Upper) : (scripts.Lower, script);
        }

        if (scripts is not null)
        {
            scripts.Span = SpanFrom(start);
        }

        return scripts ?? atom;
    }

    private MathNode NewScripts(MathNode? atom, int start)
    {
        var scripts = tree.New(NodeKind.Scripts, SpanFrom(start));
        scripts.First = atom;
        return scripts;
    }

    private static LimitsPlacement? Placement(in Token token) => token.Kind != TokenKind.Word ? null : token.Text.Span switch
    {
        "limits" => LimitsPlacement.AboveAndBelow,
        "nolimits" => LimitsPlacement.Beside,
        "displaylimits" => LimitsPlacement.ByStyle,
        _ => null,
    };

    private MathNode Script(in Token token)
    {
        if (token.Kind is TokenKind.RaisedRun or TokenKind.LoweredRun)
        {
            return ScriptRun(token);
        }

        SkipSpaces();
        if (Current.Kind == TokenKind.Prime)
        {
            // ^' is an error in TeX and a plain wish.
            var prime = Take();
            return tree.Atom("′", AtomClass.Ordinary, prime.Span);
        }

        return Argument(token);
    }

    // x⁻¹ is read as x^{-1}.
    private MathNode ScriptRun(in Token token)
    {
        var items = new NodeList();
        for (var rest = token.Text; !rest.IsEmpty;)
        {
            var digits = rest.Span.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : rest.Length;
            items.Add(digits > 0 ? tree.Number(rest[..digits], token.Span) : tree.Atom(rest[..1], Symbols.ClassOf(rest.Span[..1]), token.Span));
            rest = rest[Math.Max(digits, 1)..];
        }

        return tree.Row(items, token.Span);
    }
}
