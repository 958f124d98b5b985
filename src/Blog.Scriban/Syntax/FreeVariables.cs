using System.Runtime.CompilerServices;
using Blog.Scriban.Functions;

namespace Blog.Scriban.Syntax;

/// <summary>
/// Which parts of the model a template may read. The tree is run without values: variables hold the places that their values may come from,
/// both branches are taken, loops run until nothing new is found. Where a value cannot be followed, the whole of it is taken as read.
/// </summary>
internal sealed partial class FreeVariables(Func<string, Template?> include)
{
    private const int MostSteps = 200_000;
    private const int DeepestCall = 12;

    // A value made of more parts than that is read as a whole.
    private const int LargestReach = 1_000;

    private readonly ReadPaths.Builder _root = new();

    // Variables that were assigned, loop variables and parameters; a name that is not here is a member of the model.
    private Dictionary<string, Reach> _names = new(StringComparer.Ordinal);
    private Dictionary<string, Reach> _locals = new(StringComparer.Ordinal);

    // The arguments of the running include or function: $1 is item 1, $.x the field x. Null on a page.
    private List<Reach>? _arguments;
    private Dictionary<string, Reach> _named = new(StringComparer.Ordinal);

    private readonly Stack<Reach> _scopes = new();
    private readonly Stack<object> _running = new();
    private readonly Stack<Block> _blocks = new();
    private Reach _returned = Reach.Computed;
    private int _steps;

    // Within loops and functions, where a jump may skip what follows, an assignment does not make the old value impossible.
    private int _jumps;
    private int _functions;

    public static ReadPaths Of(Template template, Func<string, Template?> include)
    {
        var run = new FreeVariables(include);
        run._running.Push(template);
        run.Visit(template.Body);
        run.Consume(run._returned);
        return run._steps > MostSteps ? ReadPaths.Everything : run._root.ToPaths();
    }

    // Beyond the limit the answer is "everything", and there is nothing left to find.
    private bool IsOver => _steps > MostSteps || _root.Whole;

    private void Consume(Reach reach)
    {
        foreach (var place in reach.Places)
        {
            place.Whole = true;
        }

        foreach (var function in reach.Functions)
        {
            Call(function, [], []);
        }

        if (reach.Items is not null)
        {
            Consume(reach.Items);
        }

        foreach (var field in reach.Fields?.Values ?? [])
        {
            Consume(field);
        }
    }

    private Reach ConsumeAll(IEnumerable<Expression> expressions)
    {
        foreach (var expression in expressions)
        {
            Consume(Eval(expression));
        }

        return Reach.Computed;
    }

    private Reach EvalAll(IEnumerable<Expression> expressions) =>
        expressions.Select(Eval).ToList().Aggregate(Reach.Computed, (a, b) => a.Or(b));

    private Reach Name(string name)
    {
        // An object of "with", or a literal under construction, may have the name or not.
        _steps += _scopes.Count;
        var reach = _scopes.Aggregate(Reach.Computed, (all, scope) => all.Or(scope.Member(name)));
        return _names.TryGetValue(name, out var assigned) ? reach.Or(assigned)
            : Builtins.Root.Has(name) ? reach
            : reach.Or(Reach.At(_root.Member(name)));
    }

    private Reach Eval(Expression expression)
    {
        if (++_steps > MostSteps)
        {
            return Reach.Computed;
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return Everything();
        }

        switch (expression)
        {
            case Literal or LoopMember:
                return Reach.Computed;
            case Variable variable:
                return Called(Name(variable.Name));
            case Local local:
                return Called(_locals.GetValueOrDefault(local.Name, Reach.Computed));
            case This:
                return Everything();
            case ArgumentsVariable:
                return new() { Items = Any(_arguments ?? []), Fields = _named };
            case Member member:
                return Called(EvalMember(member));
            case IsEmpty test:
                Eval(test.Target);
                return Reach.Computed;
            case Indexer indexer:
                return Called(EvalIndex(indexer));
            case Parenthesis parenthesis:
                return Eval(parenthesis.Inner);
            case ArrayLiteral array:
                return Limited(Reach.ListOf(EvalAll(array.Items)));
            case ObjectLiteral literal:
                return EvalObject(literal);
            case Conditional conditional:
                Eval(conditional.Condition);
                return Eval(conditional.WhenTrue).Or(Eval(conditional.WhenFalse));
            case FunctionLiteral function:
                return new() { Functions = [function.Function] };
            case Unary { Operator: TokenKind.At } at:
                return Target(at.Operand);
            case Unary { Operator: TokenKind.Not or TokenKind.Caret } unary:
                var operand = Eval(unary.Operand);
                return unary.Operator == TokenKind.Caret ? operand : Reach.Computed;
            case Binary binary:
                return EvalBinary(binary);
            case Call call:
                return EvalCall(call);
            default:
                return ConsumeAll(Children.Of(expression));
        }
    }

    /// <summary>The value of a call's target or behind <c>@</c>: not called.</summary>
    private Reach Target(Expression expression) => expression switch
    {
        Variable variable => Name(variable.Name),
        Local local => _locals.GetValueOrDefault(local.Name, Reach.Computed),
        Member member => EvalMember(member),
        Parenthesis parenthesis => Target(parenthesis.Inner),
        _ => Eval(expression),
    };

    // A function that is read is called.
    private Reach Called(Reach reach) => reach.Functions.Aggregate(reach, (result, function) => result.Or(Call(function, [], [])));

    private static Reach Any(IEnumerable<Reach> reaches) => reaches.Aggregate(Reach.Computed, (a, b) => a.Or(b));

    private Reach Everything()
    {
        _root.Whole = true;
        _root.UsesNow = true;
        return Reach.Computed;
    }

    private Reach EvalMember(Member member)
    {
        if (member.Target is ArgumentsVariable)
        {
            return _named.GetValueOrDefault(member.Name, Reach.Computed);
        }

        if (member.Target is Variable { Name: "date" } && member.Name is "now" or "utc_now")
        {
            _root.UsesNow = true;
        }

        return Eval(member.Target).Member(member.Name);
    }

    private Reach EvalIndex(Indexer indexer)
    {
        if (indexer is { Target: ArgumentsVariable, At: Literal { Value.AsInteger: { } number } })
        {
            return _arguments is not null && number >= 0 && number < _arguments.Count ? _arguments[(int)number] : Reach.Computed;
        }

        var target = Eval(indexer.Target);
        Consume(Eval(indexer.At));
        if (indexer.At is Literal { Value.Ref: string name })
        {
            return target.Member(name);
        }

        if (IsNumber(indexer.At))
        {
            return target.Element();
        }

        // The index may be the name of any member.
        Consume(target);
        return Reach.Computed;
    }

    private static bool IsNumber(Expression expression) => expression switch
    {
        Literal literal => literal.Value.IsNumber,
        LoopMember => true,
        Parenthesis parenthesis => IsNumber(parenthesis.Inner),
        Unary { Operator: TokenKind.Minus } unary => IsNumber(unary.Operand),
        Binary { Operator: >= TokenKind.Plus and <= TokenKind.Modulo } binary => IsNumber(binary.Left) && IsNumber(binary.Right),
        _ => false,
    };

    private Reach EvalObject(ObjectLiteral literal)
    {
        var fields = new Dictionary<string, Reach>(StringComparer.Ordinal);
        foreach (var (name, value) in literal.Members)
        {
            _scopes.Push(new() { Fields = fields });
            fields[name] = Eval(value);
            _scopes.Pop();
        }

        return Limited(new() { Fields = fields });
    }

    private Reach Limited(Reach reach)
    {
        if (reach.Size <= LargestReach)
        {
            return reach;
        }

        Consume(reach);
        return Reach.Computed;
    }

    private Reach EvalBinary(Binary binary)
    {
        var left = Eval(binary.Left);
        var right = Eval(binary.Right);
        switch (binary.Operator)
        {
            case TokenKind.Coalesce:
                return left.Or(right);
            case TokenKind.NotNullThen:
                return right;
            case TokenKind.And or TokenKind.Or:
                return Reach.Computed;
            case >= TokenKind.Equal and <= TokenKind.GreaterEqual when IsNull(binary.Left) || IsNull(binary.Right):
                return Reach.Computed;
            default:
                Consume(left);
                Consume(right);
                return Reach.Computed;
        }
    }

    private static bool IsNull(Expression expression) => expression is Literal { Value.IsNull: true };
}
