using Blog.Scriban.Runtime;
using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban;

/// <summary>A function as a value. A closed family: the language's own, those of templates, and <see cref="HostFunction"/>.</summary>
public abstract class ScriptFunction
{
    private protected ScriptFunction(string name) => Name = name;

    public string Name { get; }

    /// <summary>How messages show it: <c>string.append text with</c>.</summary>
    internal virtual string Signature => Name;

    /// <param name="values">Positional arguments; the function may overwrite them.</param>
    internal abstract Value Invoke(Frame frame, Span<Value> values, NamedValue[]? named, Node site);
}

/// <summary>The body of a <see cref="HostFunction"/>; throws <see cref="TemplateException"/> to report an author's mistake.</summary>
/// <param name="arguments">One for each parameter; null where nothing was given; the rest as an array.</param>
public delegate Value HostCall(ReadOnlySpan<Value> arguments);

/// <summary>A function of the host, to be put into a model.</summary>
/// <example><code>model["url_for"] = new HostFunction("url_for", ["path", "absolute?"], a => site.UrlFor(a[0].AsText));</code></example>
public sealed class HostFunction : ScriptFunction
{
    private readonly BuiltinFunction _inner;

    /// <param name="parameters">Names as in named arguments: <c>name</c> is required, <c>name?</c> optional, a last <c>name...</c> collects the rest.</param>
    public HostFunction(string name, string[] parameters, HostCall call)
        : base(name) => _inner = new(name, [.. parameters.Select(Parameter.Parse)], (_, values) => call(values));

    internal override string Signature => _inner.Signature;

    internal override Value Invoke(Frame frame, Span<Value> values, NamedValue[]? named, Node site) => _inner.Invoke(frame, values, named, site);
}

internal enum ParameterKind
{
    Any,
    Text,
    Integer,
    Boolean,
    Number,
    List,
    Object,
    Date,
    Duration,
    Function,
}

/// <summary>A parameter of a function with a declared list.</summary>
internal sealed record Parameter(string Name, ParameterKind Kind = ParameterKind.Any, bool IsRequired = true, Value Default = default, bool IsRest = false)
{
    public static Parameter Parse(string text) =>
        text.EndsWith("...", StringComparison.Ordinal) ? new(text[..^3], IsRequired: false, IsRest: true)
        : text.EndsWith('?') ? new(text[..^1], IsRequired: false)
        : new(text);

    public string Shown => IsRest ? Name + "..." : IsRequired ? Name : Default.IsNull ? Name + "?" : $"{Name}={(Default.IsText ? $"\"{Default.AsText}\"" : Default.AsText)}";
}

internal delegate Value BuiltinCall(Frame frame, ReadOnlySpan<Value> arguments);

/// <summary>A function with a parameter list and a body in C#.</summary>
internal sealed class BuiltinFunction(string name, Parameter[] parameters, BuiltinCall call) : ScriptFunction(name)
{
    private readonly int _required = parameters.TakeWhile(p => p.IsRequired).Count();
    private readonly bool _hasRest = parameters is [.., { IsRest: true }];

    public Parameter[] Parameters { get; } = parameters;

    /// <summary>So many positional arguments fill the parameters, those left take their defaults.</summary>
    public bool Takes(int count) => !_hasRest && count >= _required && count <= Parameters.Length;

    internal override string Signature => string.Join(' ', [Name, .. Parameters.Select(p => p.Shown)]);

    internal override Value Invoke(Frame frame, Span<Value> values, NamedValue[]? named, Node site)
    {
        var count = Parameters.Length;
        if (named is not null || values.Length != count || _hasRest)
        {
            values = Arguments.Match(frame, this, Parameters, values, named, site);
        }

        for (var i = 0; i < count; i++)
        {
            if (Parameters[i].Kind != ParameterKind.Any)
            {
                values[i] = Conversion.To(frame, Parameters[i], values[i], site, i);
            }
        }

        var before = frame.Site;
        frame.Site = site;
        try
        {
            var memory = frame.Budget.Look(values);
            var result = call(frame, values);
            frame.Budget.Result(result, values, memory);
            return result;
        }
        catch (TemplateException problem)
        {
            throw frame.Fail(Problems.OfFunction(frame, this, problem, site));
        }
        catch (Exception problem) when (problem is ArithmeticException or ArgumentException or FormatException or TimeoutException)
        {
            throw frame.Fail(Problems.OfFunction(frame, this, new TemplateException(problem.Message), site));
        }
        finally
        {
            frame.Site = before;
        }
    }
}

/// <summary><c>include</c>: takes anything.</summary>
internal sealed class IncludeFunction() : ScriptFunction("include")
{
    internal override string Signature => "include name arguments...";

    internal override Value Invoke(Frame frame, Span<Value> values, NamedValue[]? named, Node site) => frame.Include(values, named, site);
}

/// <summary>A function written in a template.</summary>
internal sealed class UserFunction : ScriptFunction
{
    public UserFunction(string? name)
        : base(name ?? "do") => IsAnonymous = name is null;

    /// <summary>Null: takes anything and reads it from <c>$</c>.</summary>
    public Parameter[]? Parameters { get; init; }

    public Statement? Body { get; init; }

    /// <summary>Of <c>f(x) = e</c>.</summary>
    public Expression? Result { get; init; }

    /// <summary>Steps of evaluating <see cref="Result"/>; a body knows its own.</summary>
    public int Weight { get; init; } = 1;

    public required SourceText Source { get; init; }

    /// <summary>An anonymous function sees the parameters of the functions that are running.</summary>
    public bool IsAnonymous { get; }

    internal override string Signature => Parameters is null ? Name : $"{Name}({string.Join(", ", Parameters.Select(p => p.Shown))})";

    internal override Value Invoke(Frame frame, Span<Value> values, NamedValue[]? named, Node site) => frame.Run(this, values, named, site);
}
