using Blog.Scriban.Syntax;

namespace Blog.Scriban.Runtime;

/// <summary>Reads a chain of names again, for a message: nothing is called and nothing is changed.</summary>
internal static class Peek
{
    /// <summary>False when a name in it does not exist, or when only evaluating it would tell.</summary>
    public static bool TryRead(Frame frame, Expression expression, out Value value)
    {
        var hint = -1;
        switch (expression)
        {
            case Parenthesis parenthesis:
                return TryRead(frame, parenthesis.Inner, out value);
            case Variable variable:
                return frame.TryGetVariable(variable.Name, ref hint, out value);
            case Local local:
                return frame.Local.TryGet(local.Name, out value);
            case ArgumentsVariable:
                value = frame.Local.Arguments;
                return true;
            case This:
                value = frame.CurrentObject;
                return true;
            case Member member when TryRead(frame, member.Target, out var owner):
                return Members.TryGet(frame, owner, member.Name, out value);
            case PositionalArgument argument:
                value = argument.EvalTarget(frame);
                return true;
            default:
                value = default;
                return false;
        }
    }
}
