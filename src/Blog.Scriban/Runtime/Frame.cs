using System.Runtime.CompilerServices;
using Blog.Scriban.Functions;
using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban.Runtime;

/// <summary>One rendering: variables, output, limits. Belongs to one thread.</summary>
internal sealed partial class Frame
{
    private readonly Func<string, Template?> _include;
    private Dictionary<string, Template?>? _includes;
    private readonly List<(SourceText Source, TextSpan Span)> _includedFrom = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private HashSet<(SourceText Source, TextSpan Span)>? _warned;
    private readonly string? _building;
    private readonly Stack<LocalScope> _scopes = new();

    private Value[] _arguments = [];
    private int _argumentCount;
    private int _depth;
    private long _steps;

    public Frame(Template template, ScriptObject model, Func<string, Template?> include, TemplateOptions options, string? building)
    {
        _include = include;
        _building = building;
        Options = options;
        Source = template.Source;
        Output = new(this);
        _globals.Add(new(Builtins.Root, hidingNames: 0));
        PushGlobal(model);
    }

    public TemplateOptions Options { get; private set; }

    /// <summary>The text that the running nodes come from.</summary>
    public SourceText Source { get; private set; }

    public Output Output { get; private set; }

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>Where an error is that belongs to no expression, such as too much output.</summary>
    public Node? Here;

    /// <summary>The call that the running builtin belongs to.</summary>
    public Node? Site;

    public Value Returned;

    /// <summary>The block of a <c>wrap</c>, on its way to the function.</summary>
    public HandedBlock? PendingBlock;

    public int LoopDepth;

    /// <summary>What builtins remember for one rendering: cycle counters, the random generator, compiled patterns.</summary>
    public FunctionState State => field ??= new(Options.Seed);

    /// <summary>How dates and fractions are written and read where the template names no culture.</summary>
    public Culture Culture => field ??= Culture.Of(Options.Culture);

    /// <summary>Renders the page; the value of a <c>ret</c> is printed.</summary>
    public void RunPage(Template template)
    {
        if (template.Body.Run(this) == Flow.Return)
        {
            PrintReturned();
        }
    }

    private void PrintReturned()
    {
        var value = Returned;
        Returned = default;
        if (Options.EscapeHtml)
        {
            Escaper.Write(this, value, EscapePlace.Text);
        }
        else
        {
            Printer.Write(this, value, Output);
        }
    }

    public Value Call(ScriptFunction function, Span<Value> values, Node site, NamedValue[]? named = null)
    {
        EnterNesting(site);
        var result = function.Invoke(this, values, named, site);
        _depth--;
        return result;
    }

    /// <summary>Calls a function value from a builtin: each, filter, sort.</summary>
    public Value CallBack(ScriptFunction function, params ReadOnlySpan<Value> values) => Call(function, values.ToArray(), Site ?? Here!);

    private void EnterNesting(Node site)
    {
        if (++_depth > Options.RecursionLimit && Options.RecursionLimit > 0)
        {
            throw Fail(Problems.TooManyCalls(Source, site.Span, Options.RecursionLimit));
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Fail(Problems.TooManyCalls(Source, site.Span, _depth));
        }
    }

    /// <summary>Runs a function of a template in scopes of its own.</summary>
    public Value Run(UserFunction function, Span<Value> values, NamedValue[]? named, Node site)
    {
        var block = PendingBlock;
        PendingBlock = null;
        var bound = function.Parameters is null ? null : Arguments.Match(this, function, function.Parameters, values, named, site);
        var (source, local, scope) = (Source, Local, FunctionScope);
        Source = function.Source;
        Local = RentScope();
        Local.TakeArguments(promotesNamed: false, block);
        TakeArguments(Local, bound ?? values, named);
        FunctionScope = bound is not null ? new(function.IsAnonymous ? scope : null) : function.IsAnonymous ? scope : null;
        for (var i = 0; i < bound?.Length; i++)
        {
            Hide(function.Parameters![i].Name); // bound for its parameters
            FunctionScope!.Set(function.Parameters[i].Name, bound[i]); // as above
        }

        Value result = default;
        if (function.Result is not null)
        {
            result = function.Result.Eval(this);
        }
        else if (function.Body!.Run(this) == Flow.Return) // it has one of the two
        {
            result = Returned;
            Returned = default;
        }

        ReturnScope(Local);
        (Source, Local, FunctionScope) = (source, local, scope);
        return result.Ref is ScriptRange && Items.TryOf(this, result, out var items) ? items.ToArray() : result;
    }

    /// <summary>An empty scope; scopes are used again, for a list may include a template for each of its rows.</summary>
    public LocalScope RentScope() => _scopes.TryPop(out var scope) ? scope : new();

    public void ReturnScope(LocalScope scope)
    {
        scope.Reset();
        _scopes.Push(scope);
    }

    private static void TakeArguments(LocalScope scope, ReadOnlySpan<Value> values, NamedValue[]? named)
    {
        foreach (var value in values)
        {
            scope.Take(value);
        }

        foreach (var argument in named ?? [])
        {
            scope.Take(argument.Name, argument.Value);
        }
    }

    /// <summary>Space for the arguments of one call, on a stack that is reused.</summary>
    public Span<Value> Rent(int count)
    {
        if (_argumentCount + count > _arguments.Length)
        {
            // The old array stays alive in the spans that callers hold.
            _arguments = new Value[Math.Max(Math.Max(16, _arguments.Length * 2), count)];
            _argumentCount = 0;
        }

        var span = _arguments.AsSpan(_argumentCount, count);
        _argumentCount += count;
        return span;
    }

    public void Return(int count)
    {
        _argumentCount = Math.Max(0, _argumentCount - count);
        Array.Clear(_arguments, _argumentCount, Math.Min(count, _arguments.Length - _argumentCount));
    }

    /// <summary>Counts one round of a loop or one item of an array function.</summary>
    public void Step(Node? at = null, int count = 1)
    {
        _steps += count;
        if (_steps > Options.LoopLimit && Options.LoopLimit > 0)
        {
            throw Fail(Problems.TooManySteps(Source, (at ?? Site ?? Here)?.Span ?? default, Options.LoopLimit));
        }
    }

    /// <summary>A text that an expression made, refused when it is too long.</summary>
    public string Checked(string text) => text.Length <= Options.OutputLimit || Options.OutputLimit == 0 ? text
        : throw Fail(Problems.TextTooLong(Source, (Site ?? Here)?.Span ?? default, Options.OutputLimit));

    public RenderFailure Fail(Diagnostic diagnostic) => new(WithPlace(diagnostic));

    public void WarnOnce(Node node, Diagnostic diagnostic)
    {
        if (Options.UndefinedMembers == UndefinedMembers.Off || !(_warned ??= []).Add((Source, node.Span)))
        {
            return;
        }

        _diagnostics.Add(WithPlace(diagnostic with { Severity = Options.UndefinedMembers == UndefinedMembers.Error ? Severity.Error : Severity.Warning }));
    }

    /// <summary>A warning that does not depend on the setting for undefined members; once at a place.</summary>
    public void Warn(Node node, Diagnostic diagnostic)
    {
        if ((_warned ??= []).Add((Source, node.Span)))
        {
            _diagnostics.Add(WithPlace(diagnostic));
        }
    }

    public void MissingVariable(Expression node, string name)
    {
        if (Options.StrictVariables)
        {
            throw Fail(Problems.UndefinedVariable(this, node.Span, name));
        }

        if (!node.IsTolerant && Options.UndefinedMembers != UndefinedMembers.Off)
        {
            WarnOnce(node, Problems.UndefinedVariable(this, node.Span, name));
        }
    }

    private Diagnostic WithPlace(Diagnostic diagnostic)
    {
        var notes = diagnostic.Notes.ToBuilder();
        for (var i = _includedFrom.Count - 1; i >= 0; i--)
        {
            notes.Add(new("included from", _includedFrom[i].Source, _includedFrom[i].Span));
        }

        if (_building is not null)
        {
            notes.Add(new("while building " + _building));
        }

        return diagnostic with { Notes = notes.ToImmutable() };
    }
}
