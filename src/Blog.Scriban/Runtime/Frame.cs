using System.Runtime.CompilerServices;
using Blog.Scriban.Escaping;
using Blog.Scriban.Functions;
using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban.Runtime;

/// <summary>One rendering: variables, output, limits. Belongs to one thread.</summary>
internal sealed partial class Frame
{
    private const int MostWarnings = 100;

    private readonly Func<string, Template?> _include;
    private Dictionary<string, Template?>? _includes;
    private readonly List<(SourceText Source, TextSpan Span)> _includedFrom = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private HashSet<(SourceText Source, TextSpan Span)>? _warned;
    private readonly string? _building;
    private readonly Stack<LocalScope> _scopes = new();

    private Value[] _arguments = [];
    private int _argumentCount;

    public Frame(Template template, ScriptObject model, Func<string, Template?> include, TemplateOptions options, string? building)
    {
        _include = include;
        _building = building;
        Options = options;
        Budget = new(this, options);
        _doubtsConditions = options.Lints == Lints.All;
        Language = template.Start.Language;
        StartPlace = Judgement.Of(HtmlState.StartOf(Language)).Place;
        Source = template.Source;
        Output = new(this);
        _globals.Add(new(Builtins.Root, hidingNames: 0));
        PushGlobal(model);
    }

    public TemplateOptions Options { get; }

    /// <summary>What the page is written in: its name decides, and what it includes follows.</summary>
    public MarkupLanguage Language { get; }

    /// <summary>Where the page begins, and everything that is captured.</summary>
    public EscapePlace StartPlace { get; }

    public Budget Budget { get; }

    /// <summary>The text that the running nodes come from.</summary>
    public SourceText Source { get; private set; }

    public Output Output { get; private set; }

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>Where an error is that belongs to no expression, such as too much output.</summary>
    public Node? Here;

    /// <summary>The call that the running builtin belongs to.</summary>
    public Node? Site;

    /// <summary>The innermost loop that runs in the same text.</summary>
    public Node? InnermostLoop;

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
        Here = template.Body;
        if (template.Body.Run(this) == Flow.Return)
        {
            PrintReturned();
        }
    }

    private void PrintReturned()
    {
        var value = Returned;
        Returned = default;
        Escaper.Write(this, value, Output.Place);
    }

    public Value Call(ScriptFunction function, Span<Value> values, Node site, NamedValue[]? named = null)
    {
        Budget.Enter(site);
        var result = function.Invoke(this, values, named, site);
        Budget.Leave();
        return result;
    }

    /// <summary>Calls a function value from a builtin: each, filter, sort.</summary>
    public Value CallBack(ScriptFunction function, params ReadOnlySpan<Value> values) => Call(function, values.ToArray(), Site ?? Here!);

    /// <summary>Runs a function of a template in scopes of its own.</summary>
    public Value Run(UserFunction function, Span<Value> values, NamedValue[]? named, Node site)
    {
        var block = PendingBlock;
        PendingBlock = null;
        var bound = function.Parameters is null ? null : Arguments.Match(this, function, function.Parameters, values, named, site);
        var (place, local, scope) = (GoTo(function.Source, (Node?)function.Result ?? function.Body), Local, FunctionScope);
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
            Budget.Steps(function.Weight);
            result = function.Result.Eval(this);
        }
        else
        {
            var outer = BeginApart();
            if (function.Body!.Run(this) == Flow.Return) // it has one of the two
            {
                result = Returned;
                Returned = default;
            }

            EndApart(outer, site);
        }

        ReturnScope(Local);
        (Local, FunctionScope) = (local, scope);
        GoBack(place);
        return result.Ref is ScriptRange && Items.TryOf(this, result, out var items) ? items.ToArray(this, site) : result;
    }

    /// <summary>What runs, for messages: places in one text say nothing in another.</summary>
    private readonly record struct Place(SourceText Source, Node? Here, Node? Site, Node? InnermostLoop);

    /// <param name="here">What messages point at until a statement says more.</param>
    private Place GoTo(SourceText source, Node? here)
    {
        var place = new Place(Source, Here, Site, InnermostLoop);
        (Source, Here, Site, InnermostLoop) = (source, here, null, null);
        return place;
    }

    private void GoBack(Place place) => (Source, Here, Site, InnermostLoop) = place;

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

    public RenderFailure Fail(Diagnostic diagnostic) => new(WithPlace(diagnostic));

    /// <summary>Warns of something that the setting for undefined members is about, once at a place.</summary>
    /// <param name="problem">Asked only for the first: guesses take time, and loops come by often.</param>
    public void WarnOnce<T>(Node node, T about, Func<Frame, T, Diagnostic> problem)
    {
        if (Options.UndefinedMembers != UndefinedMembers.Off && IsNews(node))
        {
            var severity = Options.UndefinedMembers == UndefinedMembers.Error ? Severity.Error : Severity.Warning;
            _diagnostics.Add(WithPlace(problem(this, about) with { Severity = severity }));
        }
    }

    /// <summary>A warning that does not depend on the setting for undefined members; once at a place.</summary>
    public void Warn(Node node, Diagnostic diagnostic)
    {
        if (IsNews(node))
        {
            _diagnostics.Add(WithPlace(diagnostic));
        }
    }

    private bool IsNews(Node node) => _diagnostics.Count < MostWarnings && (_warned ??= []).Add((Source, node.Span));

    public void MissingVariable(Expression node, string name)
    {
        if (Options.StrictVariables)
        {
            throw Fail(Problems.UndefinedVariable(this, node.Span, name));
        }

        if (!node.IsTolerant && Options.UndefinedMembers != UndefinedMembers.Off)
        {
            WarnOnce(node, (node.Span, name), static (frame, missing) => Problems.UndefinedVariable(frame, missing.Span, missing.name));
        }
    }
}
