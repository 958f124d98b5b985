using System.Text;
using Blog.Scriban.Escaping;
using Blog.Scriban.Runtime;

namespace Blog.Scriban.Syntax;

/// <summary>A statement of a code block that has blanks in front: further lines of its output get them too.</summary>
internal sealed class Indented(Statement inner, string? indent) : Statement
{
    private readonly byte[]? _indent = indent is null ? null : Encoding.UTF8.GetBytes(indent);

    public Statement Inner { get; } = inner;

    public override Flow Run(Frame frame)
    {
        var output = frame.Output;
        var before = output.Indent;
        output.Indent = _indent;
        var flow = Inner.Run(frame);
        output.Indent = before;
        return flow;
    }
}

/// <summary><c>x = e</c> and <c>x += e</c></summary>
internal sealed class Assignment(Target target, TokenKind op, Expression value, Binary? compound) : Statement
{
    public Target Target { get; } = target;

    public TokenKind Operator { get; } = op;

    public Expression Value { get; } = value;

    public override Flow Run(Frame frame)
    {
        frame.Here = this;
        Target.Assign(frame, compound is null ? Value.Eval(frame) : compound.Eval(frame));
        return Flow.Next;
    }
}

/// <summary><c>if … else if … else … end</c>; the last branch may have no condition.</summary>
internal sealed class If((Expression? Condition, Block Body)[] branches) : Statement
{
    public (Expression? Condition, Block Body)[] Branches { get; } = branches;

    public override Flow Run(Frame frame)
    {
        foreach (var (condition, body) in Branches)
        {
            if (condition is null || frame.Holds(condition, condition.Eval(frame)))
            {
                return body.Run(frame);
            }
        }

        return Flow.Next;
    }
}

/// <summary><c>case e … when a, b … else … end</c></summary>
internal sealed class Case(Expression value, (Expression[] Values, Block Body)[] branches, Block? otherwise) : Statement
{
    public Expression Value { get; } = value;

    public (Expression[] Values, Block Body)[] Branches { get; } = branches;

    public Block? Otherwise { get; } = otherwise;

    public override Flow Run(Frame frame)
    {
        frame.Here = this;
        var value = Value.Eval(frame);
        foreach (var (values, body) in Branches)
        {
            foreach (var candidate in values)
            {
                if (Arithmetic.AreEqual(frame, value, candidate.Eval(frame), candidate))
                {
                    return body.Run(frame);
                }
            }
        }

        return Otherwise?.Run(frame) ?? Flow.Next;
    }
}

/// <summary><c>capture x … end</c></summary>
internal sealed class Capture(Target target, Block body) : Statement
{
    public Target Target { get; } = target;

    public Block Body { get; } = body;

    public override Flow Run(Frame frame)
    {
        var indent = frame.Output.Indent;
        var outer = frame.BeginCapture();
        frame.Output.Indent = indent;
        var flow = Body.Run(frame);
        Target.Assign(frame, frame.EndCapture(outer));
        return flow;
    }
}

/// <summary><c>with e … end</c></summary>
internal sealed class With(Expression value, Block body) : Statement
{
    public Expression Value { get; } = value;

    public Block Body { get; } = body;

    public override Flow Run(Frame frame)
    {
        frame.Here = this;
        var value = Value.Eval(frame);
        var scope = value.Ref as ScriptObject ?? (value.Ref is ScriptArray array ? array.Properties ??= new() : null);
        if (scope is null)
        {
            throw frame.Fail(Problems.NotAnObject(frame.Source, Value.Span, "with", value));
        }

        var local = frame.Local;
        frame.Local = frame.RentScope();
        frame.Local.Block = local.Block;
        frame.PushGlobal(scope, this);
        var flow = Body.Run(frame);
        frame.PopGlobal();
        frame.ReturnScope(frame.Local);
        frame.Local = local;
        return flow;
    }
}

/// <summary><c>import e</c></summary>
internal sealed class Import(Expression value) : Statement
{
    public Expression Value { get; } = value;

    public override Flow Run(Frame frame)
    {
        var value = Value.Eval(frame);
        if (value.IsNull)
        {
            return Flow.Next;
        }

        if (value.Ref is not ScriptObject source)
        {
            throw frame.Fail(Problems.NotAnObject(frame.Source, Value.Span, "import", value));
        }

        source = frame.Current(source);
        foreach (var name in source.Names.ToList())
        {
            frame.Import(name, source[name]);
        }

        return Flow.Next;
    }
}

/// <summary><c>readonly x</c></summary>
internal sealed class ReadOnly(Expression target) : Statement
{
    public Expression Target { get; } = target;

    public override Flow Run(Frame frame)
    {
        if (Target is Variable variable)
        {
            frame.MarkReadOnly(variable.Name);
        }
        else if (Target is Local local)
        {
            frame.Local.MarkReadOnly(local.Name);
        }

        return Flow.Next;
    }
}

/// <summary><c>func f … end</c> and <c>f(x) = e</c>: stores the function when it runs.</summary>
internal sealed class FunctionStatement(Target target, UserFunction function) : Statement
{
    public Target Target { get; } = target;

    public UserFunction Function { get; } = function;

    public override Flow Run(Frame frame)
    {
        Target.Assign(frame, Function);
        return Flow.Next;
    }
}

/// <summary><c>ret e</c></summary>
internal sealed class Ret(Expression? value) : Statement
{
    public Expression? Value { get; } = value;

    public override Flow Run(Frame frame)
    {
        frame.Here = this;
        frame.Returned = Value?.Eval(frame) ?? default;
        return Flow.Return;
    }
}

/// <summary><c>break</c> and <c>continue</c></summary>
internal sealed class Jump(Flow flow) : Statement
{
    public override Flow Run(Frame frame) => frame.LoopDepth > 0 ? flow
        : throw frame.Fail(Problems.JumpOutsideLoop(frame.Source, Span, flow == Flow.Break ? "break" : "continue"));
}

/// <summary><c>wrap f a … end</c></summary>
internal sealed class Wrap(Expression function, Block body) : Statement
{
    public Expression Function { get; } = function;

    public Block Body { get; } = body;

    public override Flow Run(Frame frame)
    {
        frame.Here = this;
        if (Function is not Call call)
        {
            throw frame.Fail(Problems.NotWrappable(frame.Source, Function.Span));
        }

        var value = call.Eval(frame);
        if (!value.IsNull)
        {
            Escaper.Write(frame, value, frame.Output.Place);
        }

        return Flow.Next;
    }
}

/// <summary><c>$$</c>, the block handed over by <c>wrap</c>.</summary>
internal sealed class WrappedBlock : Statement
{
    public override Flow Run(Frame frame)
    {
        if (frame.Local.Block is not { } block)
        {
            return Flow.Next;
        }

        // The block runs in the scope of the function, but its own "$$" is that of the place where it was written.
        var local = frame.Local;
        local.Block = block.Outer;
        var outer = frame.BeginApart();
        var flow = block.Body.Run(frame);
        frame.EndApart(outer, this);
        local.Block = block;
        return flow;
    }
}

/// <summary>The block of a <c>wrap</c> on its way to the function.</summary>
/// <param name="Outer">What <c>$$</c> is inside the block: the block of the function that wraps.</param>
internal sealed record HandedBlock(Statement Body, HandedBlock? Outer);
