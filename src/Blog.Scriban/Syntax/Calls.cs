using Blog.Scriban.Escaping;
using Blog.Scriban.Functions;
using Blog.Scriban.Runtime;
using Blog.Text;

namespace Blog.Scriban.Syntax;

/// <summary>An argument of a call: its value, its name when it has one, and whether it is a list to be spread.</summary>
internal sealed record Argument(Expression Value, string? Name = null, bool IsSpread = false, TextSpan NameSpan = default);

/// <param name="Before">Positional arguments in front of it.</param>
internal readonly record struct NamedValue(string Name, Value Value, TextSpan Span, int Before);

/// <summary><c>f a b</c>, <c>f(a, b)</c> and <c>a | f b</c>: one node, for a pipe only puts its left side first.</summary>
internal sealed class Call(Expression target, Argument[] arguments, bool isPipe, Statement? block = null) : Expression
{
    private readonly bool _isPlain = arguments.All(a => a.Name is null && !a.IsSpread);
    private readonly bool _hasSpread = arguments.Any(a => a.IsSpread);

    // What the call means unless a variable hides it.
    private readonly ScriptFunction? _builtin = Builtins.Find(target);

    public Expression Target { get; } = target;

    public Argument[] Arguments { get; } = arguments;

    /// <summary>The first argument came through a pipe.</summary>
    public bool IsPipe { get; } = isPipe;

    /// <summary>What <c>wrap</c> hands over as <c>$$</c>.</summary>
    public Statement? Block { get; } = block;

    /// <summary>Where in the HTML the text of this include goes; null: it begins in text. Set once, right after parsing.</summary>
    public HtmlState? Place { get; set; }

    /// <summary>The name of the template comes first and by itself, so that it can be rendered into the page.</summary>
    public bool IsPlainInclude => Target is Variable { Name: "include" } && !IsPipe && !_hasSpread;

    public TextSpan SpanOfArgument(int index) =>
        index >= 0 && index < Arguments.Length ? Arguments[index].Value.Span : new(Span.End, 0);

    public override Value Eval(Frame frame)
    {
        // The piped value is made first, then the function is looked up.
        var piped = IsPipe ? Arguments[0].Value.Eval(frame) : default;
        var function = Function(frame);
        return function is null ? default : Invoke(frame, function, piped);
    }

    public override void Write(Frame frame, Output output)
    {
        if (!TryIncludeInPlace(frame, out var value))
        {
            Printer.Write(frame, value, output);
        }
    }

    /// <summary>Renders an included template into the output; for any other call its value.</summary>
    public bool TryIncludeInPlace(Frame frame, out Value value)
    {
        var piped = IsPipe ? Arguments[0].Value.Eval(frame) : default;
        var function = Function(frame);
        value = default;
        if (function is IncludeFunction && !_hasSpread && !IsPipe && (!frame.Options.AutoIndent || Place is not null))
        {
            frame.IncludeInPlace(this);
            return true;
        }

        value = function is null ? default : Invoke(frame, function, piped);
        return false;
    }

    private ScriptFunction? Function(Frame frame) => _builtin is not null && frame.SeesBuiltins ? _builtin : Find(frame);

    private ScriptFunction? Find(Frame frame)
    {
        var value = Target is Unary { Operator: TokenKind.At } at ? at.Operand.EvalTarget(frame) : Target.EvalTarget(frame);
        if (value.Ref is ScriptFunction function)
        {
            return function;
        }

        if (value.Ref is ScriptObject { Callable: { } callable })
        {
            return callable;
        }

        if (value.IsNull && frame.Options.RelaxedFunctionAccess && !IsPipe)
        {
            return null;
        }

        throw frame.Fail(value.IsNull ? Problems.UnknownFunction(frame, this) : Problems.NotAFunction(frame, this, value));
    }

    public Value Invoke(Frame frame, ScriptFunction function, Value piped)
    {
        if (!_isPlain)
        {
            return InvokeNamed(frame, function, piped);
        }

        // A builtin gets its optional parameters right here, so that nothing need be matched.
        var builtin = function as BuiltinFunction;
        var count = builtin is not null && builtin.Takes(Arguments.Length) ? builtin.Parameters.Length : Arguments.Length;
        var values = frame.Rent(count);
        for (var i = 0; i < count; i++)
        {
            values[i] = i >= Arguments.Length ? builtin!.Parameters[i].Default // beyond the arguments only for a builtin
                : i == 0 && IsPipe ? piped
                : Arguments[i].Value.Eval(frame);
        }

        frame.PendingBlock = Block is null ? null : new(Block, frame.Local.Block);
        var result = frame.Call(function, values, this);
        frame.Return(count);
        return result;
    }

    private Value InvokeNamed(Frame frame, ScriptFunction function, Value piped)
    {
        var values = new List<Value>();
        var named = new List<NamedValue>();
        for (var i = 0; i < Arguments.Length; i++)
        {
            var argument = Arguments[i];
            var value = i == 0 && IsPipe ? piped : argument.Value.Eval(frame);
            if (argument.Name is { } name)
            {
                named.Add(new(name, value, argument.NameSpan, values.Count));
            }
            else if (argument.IsSpread && Items.TryOf(frame, value, out var items))
            {
                frame.Budget.List(items.Count * 2L, this);
                items.AddTo(values);
            }
            else
            {
                values.Add(value);
            }
        }

        frame.PendingBlock = Block is null ? null : new(Block, frame.Local.Block);
        return frame.Call(function, values.ToArray(), this, named.Count == 0 ? null : named.ToArray());
    }

    public override void Tolerate()
    {
        base.Tolerate();
        if (IsPipe)
        {
            Arguments[0].Value.Tolerate();
        }
    }
}
