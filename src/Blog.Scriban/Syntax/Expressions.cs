using System.Runtime.CompilerServices;
using Blog.Scriban.Runtime;
using Blog.Text;

namespace Blog.Scriban.Syntax;

internal sealed class Literal(Value value) : Expression
{
    public Value Value { get; } = value;

    public override Value? Constant => Value;

    public override Value Eval(Frame frame) => Value;
}

/// <summary><c>name</c></summary>
internal class Variable(string name) : Target
{
    private int _hint = -1;

    public string Name { get; } = name;

    public override Value Eval(Frame frame) => CallIfFunction(frame, EvalTarget(frame));

    public override Value EvalTarget(Frame frame)
    {
        if (!frame.TryGetVariable(Name, ref _hint, out var value))
        {
            frame.MissingVariable(this, Name);
        }

        return value;
    }

    public override void Assign(Frame frame, Value value) => frame.SetVariable(Name, value, this);
}

/// <summary>The variable of a loop around this place, found without looking for its name.</summary>
/// <param name="hops">Loops between this place and that loop.</param>
internal sealed class LoopVariable(string name, int hops) : Variable(name)
{
    public int Hops { get; } = hops;

    public override Value Eval(Frame frame) => CallIfFunction(frame, LoopLayer.At(frame, Hops).Value);

    public override Value EvalTarget(Frame frame) => LoopLayer.At(frame, Hops).Value;
}

/// <summary><c>$name</c></summary>
internal class Local(string name) : Target
{
    public string Name { get; } = name;

    public override Value Eval(Frame frame) => CallIfFunction(frame, EvalTarget(frame));

    public override Value EvalTarget(Frame frame)
    {
        if (!frame.Local.TryGet(Name, out var value))
        {
            frame.MissingVariable(this, "$" + Name);
        }

        return value;
    }

    public override void Assign(Frame frame, Value value) => frame.Local.Set(Name, value, frame, this);
}

/// <summary>The <c>$</c> variable of a loop around this place.</summary>
internal sealed class LoopLocal(string name, int hops) : Local(name)
{
    public override Value Eval(Frame frame) => CallIfFunction(frame, LoopLayer.At(frame, hops).Value);

    public override Value EvalTarget(Frame frame) => LoopLayer.At(frame, hops).Value;
}

/// <summary><c>$</c>, the arguments of the running function or include.</summary>
internal sealed class ArgumentsVariable : Expression
{
    public override Value Eval(Frame frame)
    {
        if (!frame.Local.HasArguments && frame.Options.StrictVariables)
        {
            throw frame.Fail(Problems.NoArguments(frame.Source, Span));
        }

        // Arguments vanish with the call, but not when somebody holds on to them.
        frame.Budget.Memory(Budget.SizeOfList(frame.Local.Arguments?.Count ?? 0), this);
        return frame.Local.Arguments;
    }
}

/// <summary><c>this</c>, the current object.</summary>
internal sealed class This : Expression
{
    public override Value Eval(Frame frame) => frame.CurrentObject;
}

/// <summary><c>target.name</c> and <c>target?.name</c></summary>
internal class Member(Expression target, string name, bool isForgiving, TextSpan nameSpan) : Target
{
    private readonly int _loop = target is LoopVariable variable ? variable.Hops : -1;
    private int _hint = -1;

    public Expression Target { get; } = target;

    public string Name { get; } = name;

    /// <summary>It, or something in front of it, was written with <c>?.</c>.</summary>
    public bool IsForgiving { get; } = isForgiving;

    public TextSpan NameSpan { get; } = nameSpan;

    public override Value Eval(Frame frame) => CallIfFunction(frame, EvalTarget(frame));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override Value EvalTarget(Frame frame)
    {
        // The hottest read of all, a member of the item of a list, goes without a call.
        if (_loop >= 0 && LoopLayer.At(frame, _loop).Value.Ref is ScriptObject item && frame.Current(item).TryGet(Name, ref _hint, out var value))
        {
            return value;
        }

        var target = Target.Eval(frame);
        return target.Ref is ScriptObject found && frame.Current(found).TryGet(Name, ref _hint, out value) ? value : Otherwise(frame, target);
    }

    private Value Otherwise(Frame frame, Value target)
    {
        if (target.IsNull)
        {
            return IsForgiving || frame.Options.RelaxedTargetAccess ? default
                : throw frame.Fail(Problems.MemberOfNull(frame, this));
        }

        if (Members.TryGet(frame, target, Name, out var value))
        {
            return value;
        }

        if (!frame.Options.RelaxedMemberAccess)
        {
            throw frame.Fail(Problems.MissingMember(frame, this, target));
        }

        if (!IsTolerant && !IsForgiving && frame.Options.UndefinedMembers != UndefinedMembers.Off)
        {
            frame.WarnOnce(this, (Member: this, target), static (frame, missing) => Problems.MissingMember(frame, missing.Member, missing.target));
        }

        return default;
    }

    public override void Assign(Frame frame, Value value)
    {
        var target = Target.Eval(frame);
        switch (target.Ref)
        {
            case ScriptObject found:
                frame.SetMember(found, Name, value, NameSpan);
                break;
            case ScriptArray { IsFrozen: false } array:
                frame.Store(array.Properties ??= new(), Name, value);
                break;
            case null:
                throw frame.Fail(Problems.MemberOfNull(frame, this));
            default:
                throw frame.Fail(Problems.CannotSetMember(frame.Source, NameSpan, Name, target));
        }
    }
}

/// <summary><c>target.empty?</c></summary>
internal sealed class IsEmpty(Expression target) : Expression
{
    public Expression Target { get; } = target;

    public override Value Eval(Frame frame)
    {
        var value = Target.Eval(frame);
        return value.Kind switch
        {
            ValueKind.Null => default(Value),
            ValueKind.Text => ((string)value.Ref!).Length == 0,
            ValueKind.Html => ((Html)value.Ref!).Utf8.IsEmpty,
            ValueKind.Array => ((ScriptArray)value.Ref!).Count == 0,
            ValueKind.Range => ((ScriptRange)value.Ref!).Count == 0,
            ValueKind.Object => frame.Current((ScriptObject)value.Ref!).Count == 0,
            ValueKind.Empty => true,
            _ => false,
        };
    }
}

/// <summary><c>target[index]</c>; <c>$1</c> is one too.</summary>
internal class Indexer(Expression target, Expression at, bool isForgiving) : Target
{
    public Expression Target { get; } = target;

    public Expression At { get; } = at;

    public bool IsForgiving { get; } = isForgiving;

    public override Value Eval(Frame frame) => CallIfFunction(frame, EvalTarget(frame));

    public override Value EvalTarget(Frame frame)
    {
        var target = Target.Eval(frame);
        if (target.IsNull)
        {
            return IsForgiving || frame.Options.RelaxedTargetAccess ? default
                : throw frame.Fail(Problems.IndexOfNull(frame, this));
        }

        var index = At.Eval(frame);
        if (index.IsNull)
        {
            return IsForgiving || frame.Options.AllowNullIndex ? default : throw frame.Fail(Problems.NullIndex(frame, this));
        }

        return Members.AtIndex(frame, target, index, this);
    }

    public override void Assign(Frame frame, Value value)
    {
        var target = Target.Eval(frame);
        var index = At.Eval(frame);
        if (target.IsNull)
        {
            throw frame.Fail(Problems.IndexOfNull(frame, this));
        }

        if (index.IsNull)
        {
            throw frame.Fail(Problems.NullIndex(frame, this));
        }

        switch (target.Ref)
        {
            case ScriptObject found:
                frame.SetMember(found, Printer.Text(frame, index), value, At.Span);
                break;
            case ScriptArray { IsFrozen: true }:
                throw frame.Fail(Problems.FrozenArray(frame.Source, Target.Span));
            case ScriptArray array when index.IsText:
                frame.Store(array.Properties ??= new(), Printer.Text(frame, index), value);
                break;
            case ScriptArray array:
                var at = Members.ToIndex(frame, index, At.Span);
                frame.Budget.Grow(array.Count, at + 1L, At);
                array.Set(at, value);
                break;
            default:
                throw frame.Fail(Problems.CannotIndex(frame.Source, Target.Span, target));
        }
    }
}

/// <summary><c>(expression)</c></summary>
internal sealed class Parenthesis(Expression inner) : Target
{
    public Expression Inner { get; } = inner;

    public override Value? Constant => Inner.Constant;

    public override Value Eval(Frame frame) => Inner is FunctionLiteral ? CallIfFunction(frame, Inner.Eval(frame)) : Inner.Eval(frame);

    public override Value EvalTarget(Frame frame) => Inner.EvalTarget(frame);

    public override void Tolerate()
    {
        base.Tolerate();
        Inner.Tolerate();
    }

    public override void Assign(Frame frame, Value value) => ((Target)Inner).Assign(frame, value);
}

/// <summary><c>[a, b]</c></summary>
internal sealed class ArrayLiteral(Expression[] items) : Expression
{
    public Expression[] Items { get; } = items;

    public override Value Eval(Frame frame)
    {
        frame.Budget.Memory(Budget.SizeOfList(Items.Length), this);
        var values = new List<Value>(Items.Length);
        foreach (var item in Items)
        {
            values.Add(item.Eval(frame));
        }

        return new ScriptArray(values);
    }
}

/// <summary><c>{name: value}</c>; the new object is the current one while its members are evaluated.</summary>
internal sealed class ObjectLiteral((string Name, Expression Value)[] members) : Expression
{
    public (string Name, Expression Value)[] Members { get; } = members;

    public override Value Eval(Frame frame)
    {
        frame.Budget.Memory(Budget.SizeOfObject(Members.Length), this);
        var result = new ScriptObject(Members.Length);
        frame.PushGlobal(result, this);
        foreach (var (name, value) in Members)
        {
            result.Store(name, value.Eval(frame));
            frame.HideWhileCurrent(name);
        }

        frame.PopGlobal();
        return result;
    }
}

/// <summary><c>$"text {expression}"</c></summary>
internal sealed class Interpolation(Expression[] parts) : Expression
{
    public Expression[] Parts { get; } = parts;

    public override Value Eval(Frame frame)
    {
        var text = new TextBuilder(frame);
        foreach (var part in Parts)
        {
            text.Append(Printer.Text(frame, part.Eval(frame)));
        }

        return text.Finish();
    }
}

/// <summary><c>do … end</c></summary>
internal sealed class FunctionLiteral(UserFunction function) : Expression
{
    public UserFunction Function { get; } = function;

    public override Value Eval(Frame frame) => Function;
}
