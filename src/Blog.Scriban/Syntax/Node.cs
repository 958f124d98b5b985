using Blog.Scriban.Runtime;
using Blog.Text;

namespace Blog.Scriban.Syntax;

/// <summary>A piece of a parsed template. Immutable but for caches that may race without harm; shared by threads.</summary>
internal abstract class Node
{
    public required TextSpan Span { get; init; }
}

/// <summary>How a statement ended.</summary>
internal enum Flow
{
    Next,
    Break,
    Continue,
    Return,
}

internal abstract class Statement : Node
{
    public abstract Flow Run(Frame frame);
}

internal abstract class Expression : Node
{
    /// <summary>Levels of nesting below, so that evaluation cannot exhaust the stack.</summary>
    public int Depth { get; init; }

    /// <summary>The author expects that this may be missing (it stands behind <c>??</c> or in a condition): no warning.</summary>
    public bool IsTolerant { get; set; }

    /// <summary>The value when it is the same in every rendering; null when that is not known.</summary>
    public virtual Value? Constant => null;

    /// <summary>The value; functions reached by name are called.</summary>
    public abstract Value Eval(Frame frame);

    /// <summary>The value without calling it: the target of a call, or behind <c>@</c>.</summary>
    public virtual Value EvalTarget(Frame frame) => Eval(frame);

    /// <summary>Prints the value; overridden where it need not be made first.</summary>
    public virtual void Write(Frame frame, Output output) => Printer.Write(frame, Eval(frame), output);

    /// <summary>Marks what the author visibly expects to be missing at times.</summary>
    public virtual void Tolerate() => IsTolerant = true;
}

/// <summary>An expression that can be assigned to.</summary>
internal abstract class Target : Expression
{
    public abstract void Assign(Frame frame, Value value);

    protected Value CallIfFunction(Frame frame, Value value) => value.IsFunction ? Call(frame, value) : value;

    private Value Call(Frame frame, Value function) => frame.Call((ScriptFunction)function.Ref!, [], this); // CallIfFunction asked
}
