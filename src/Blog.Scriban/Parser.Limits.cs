using System.Runtime.CompilerServices;
using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban;

// What a source may ask of the stack, here and of all who walk its tree later, and what running its blocks will cost.
internal sealed partial class Parser
{
    private int _nesting;

    // The deepest expression of the innermost function body so far.
    private int _deepest;

    // Tokens of the blocks within the one that is being parsed.
    private int _innerTokens;

    private void Nest(TextSpan at)
    {
        if (++_nesting > options.NestingLimit || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Abort(at);
        }
    }

    private void Abort(TextSpan at)
    {
        Error(Problems.TooDeep(source, at, options.NestingLimit));
        _at = _tokens.Count - 1;
        _isAborted = true;
    }

    // A chain of operators is parsed by a loop but evaluated by recursion, hence the depth.
    private int Deeper(params ReadOnlySpan<Expression> children)
    {
        var depth = 0;
        foreach (var child in children)
        {
            depth = Math.Max(depth, child.Depth);
        }

        return Deeper(depth);
    }

    private int Deeper(int depth)
    {
        if (depth >= options.NestingLimit)
        {
            Abort(Current.Span);
        }

        _deepest = Math.Max(_deepest, depth + 1);
        return depth + 1;
    }

    /// <summary>A function in an expression is as deep as what it holds.</summary>
    private (Block Body, int Depth) ParseFunctionBody()
    {
        var outer = _deepest;
        _deepest = 0;
        var body = ParseBody();
        var depth = Deeper(_deepest);
        _deepest = Math.Max(outer, depth);
        return (body, depth);
    }

    /// <summary>What <paramref name="parse"/> reads, and its tokens without those of blocks in it.</summary>
    private T Weighed<T>(Func<T> parse, out int weight)
    {
        var (start, outer) = (_at, _innerTokens);
        _innerTokens = 0;
        var result = parse();
        weight = Math.Max(1, _at - start - _innerTokens);
        _innerTokens += outer;
        return result;
    }
}
