using Blog.Scriban.Syntax;

namespace Blog.Scriban;

// Which loops stand around a place: their variables are found by counting levels instead of looking for names.
internal sealed partial class Parser
{
    private readonly List<EnclosingLoop> _loops = [];

    // Loops in front of this one are out of sight: a function, "with", "wrap" or an object literal begins behind them.
    private int _firstLoop;

    private readonly record struct EnclosingLoop(LoopKind Kind, string? Variable, string? Local);

    private T Within<T>(LoopKind kind, Target? variable, Func<T> body)
    {
        _loops.Add(new(kind, (variable as Variable)?.Name, (variable as Local)?.Name));
        var result = body();
        _loops.RemoveAt(_loops.Count - 1);
        return result;
    }

    /// <summary>What is parsed here runs where other loops may be running, or where other names may stand in front of theirs.</summary>
    private T Apart<T>(Func<T> body)
    {
        var outer = _firstLoop;
        _firstLoop = _loops.Count;
        var result = body();
        _firstLoop = outer;
        return result;
    }

    private int HopsTo(Predicate<EnclosingLoop> isMeant)
    {
        for (var i = _loops.Count - 1; i >= _firstLoop; i--)
        {
            if (isMeant(_loops[i]))
            {
                return _loops.Count - 1 - i;
            }
        }

        return -1;
    }

    private Variable VariableNamed(Token token) => HopsTo(loop => loop.Variable == token.Name) is >= 0 and var hops
        ? new LoopVariable(token.Name, hops) { Span = token.Span }
        : new Variable(token.Name) { Span = token.Span };

    private Local LocalNamed(Token token) => HopsTo(loop => loop.Local == token.Name) is >= 0 and var hops
        ? new LoopLocal(token.Name, hops) { Span = token.Span }
        : new Local(token.Name) { Span = token.Span };
}
