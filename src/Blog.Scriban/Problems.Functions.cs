using System.Globalization;
using Blog.Scriban.Functions;
using Blog.Scriban.Habits;
using Blog.Scriban.Runtime;
using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban;

// T219 to T227, T232 to T234: calls, arguments and includes.
internal static partial class Problems
{
    public static Diagnostic UnknownFunction(Frame frame, Call call)
    {
        var name = TextOf(frame.Source, call.Target);
        if (Peek.TryRead(frame, call.Target, out _))
        {
            return Diagnostic.Error("T219", $"'{name}' is null and no function", frame.Source, call.Target.Span, $"write '{name}' without arguments if it is a value");
        }

        var reason = call.Target is Member member
            ? Peek.TryRead(frame, member.Target, out var owner) && !owner.IsNull ? MissingOf(frame, member, owner) : WhyNull(frame, member.Target)
            : default;
        return WithNote(Diagnostic.Error("T219", $"there is no function '{name}'", frame.Source, call.Target.Span,
            HabitAt(frame, call.Target.Span) ?? (call.Target is Member ? reason.Help : GuessOf(frame, call))), reason);
    }

    private static string? GuessOf(Frame frame, Call call)
    {

        // "post.title | upcase": the name of a function without its owner, or of a filter of another language.
        var name = call.Target is Variable variable ? variable.Name : "";
        return FunctionNamed(name) is { } function && call.Target is Variable ? $"did you mean '{function}'?" : GuessOf(frame, name) ?? NamesHere(frame, name);
    }

    /// <summary>A builtin by the last part of its name, or by what another language calls it.</summary>
    private static string? FunctionNamed(string name) =>
        Filters.Find(name) ?? Builtins.FunctionNames.FirstOrDefault(function => function.EndsWith("." + name, StringComparison.Ordinal));

    public static Diagnostic NotAFunction(Frame frame, Call call, Value value)
    {
        var text = TextOf(frame.Source, call.Target);
        return Diagnostic.Error("T220", call.Target is Literal ? $"{value.Described} is not a function" : $"'{text}' is {value.Described}, not a function", frame.Source, call.Target.Span,
            HabitAround(frame, call) ?? (call.IsPipe ? "write a function behind '|'" : "write '+', ',' or ';' between two values"));
    }

    private static string? HabitAround(Frame frame, Call call) => Habit.Around(frame.Source, frame.Options.Mode, call.Target.Span.Start)?.Help;

    public static Diagnostic UnknownParameter(SourceText source, NamedValue argument, ScriptFunction function, Parameter[] parameters) =>
        Diagnostic.Warning("T221", $"'{function.Name}' has no parameter '{argument.Name}'", source, argument.Span,
            DidYouMean(argument.Name, parameters.Select(p => p.Name)) ?? CalledAs(function, isPipe: false));

    public static Diagnostic MissingArgument(SourceText source, Node site, ScriptFunction function, Parameter[] parameters, int index, int given) =>
        Diagnostic.Error("T222", string.Create(CultureInfo.InvariantCulture,
            $"'{function.Name}' needs '{parameters[index].Name}': {given} of {parameters.Count(p => p.IsRequired)} arguments are given"),
            source, new(site.Span.End, 0), site is Call ? CalledAs(function, site is Call { IsPipe: true })
                : $"write '@{TextOf(source, site)}' to hand the function over, or call it: {function.Signature}") with
        {
            Label = $"'{parameters[index].Name}' is missing",
        };

    public static Diagnostic TooManyArguments(SourceText source, Node site, ScriptFunction function, Parameter[] parameters, int index) =>
        Diagnostic.Error("T223", parameters.Length == 0 ? $"'{function.Name}' takes no arguments"
            : string.Create(CultureInfo.InvariantCulture, $"'{function.Name}' takes {parameters.Length} {(parameters.Length == 1 ? "argument" : "arguments")}, and this is one more"),
            source, site is Call call ? call.SpanOfArgument(index) : site.Span, CalledAs(function, site is Call { IsPipe: true }));

    private static string CalledAs(ScriptFunction function, bool isPipe)
    {
        var signature = function.Signature;
        var words = signature.Split(' ');
        return $"it is called as: {(isPipe && words.Length > 1 && !signature.Contains('(', StringComparison.Ordinal) ? $"{words[1]} | {string.Join(' ', [words[0], .. words[2..]])}" : signature)}";
    }

    public static Diagnostic WrongArgument(SourceText source, Node site, TextSpan at, Parameter parameter, Value value)
    {
        var function = site is Call call ? TextOf(source, call.Target) : "the function";
        return Diagnostic.Error("T224", $"'{function}' takes {Wanted(parameter.Kind)} as '{parameter.Name}', not {value.Described}", source, at, parameter.Kind switch
        {
            ParameterKind.Function => "write '@name' or '@(do …; end)' to hand a function over",
            ParameterKind.Date when value.IsText => "write 'date.parse' to make a date of a text",
            ParameterKind.Number when value.IsText => "write 'string.to_float' to make a number of a text",
            ParameterKind.List => "write '[value]' for a list of one",
            ParameterKind.Duration => "write 'timespan.from_days' or the like to make one",
            _ => null,
        });
    }

    public static Diagnostic NotAnInteger(SourceText source, TextSpan at, Value value) =>
        Diagnostic.Error("T225", $"a whole number belongs here, not {value.Described}", source, at, value.IsText ? "write 'string.to_int' to make a number of a text" : "give it a whole number");

    public static Diagnostic NotANumber(SourceText source, TextSpan at, Value value) =>
        Diagnostic.Error("T226", $"a number belongs here, not {value.Described}", source, at,
            value.IsText ? "write 'string.to_float' to make a number of a text" : value.IsNull ? "give it a value first: 'x = 0'" : "give it a number");

    public static Diagnostic OfFunction(Frame frame, ScriptFunction function, TemplateException problem, Node site) =>
        Diagnostic.Error("T227", $"'{function.Name}': {problem.Message}", frame.Source,
            site is Call call && problem.Argument >= 0 ? call.SpanOfArgument(problem.Argument) : site.Span, problem.Help);

    public static Diagnostic IncludeWithoutName(Frame frame, Node site, bool isGiven)
    {
        var name = site is Call { Arguments: [{ Value: var first }, ..] } ? first : null;
        var at = isGiven && name is not null ? name.Span : isGiven ? site.Span : new(site.Span.End, 0);
        return Diagnostic.Error("T232", name is null || !isGiven ? "'include' needs the name of a template" : $"'include' needs the name of a template, and '{TextOf(frame.Source, name)}' is empty",
            frame.Source, at, name is Variable { Name: var word } && !Peek.TryRead(frame, name, out _) ? $"write 'include \"{word}\"'" : "write 'include \"card\"'");
    }

    public static Diagnostic UnknownInclude(Frame frame, Node site, string name) =>
        Diagnostic.Error("T233", $"there is no template '{name}' to include", frame.Source, site is Call call ? call.SpanOfArgument(0) : site.Span,
            DidYouMean(name, frame.Options.IncludeNames) ?? (frame.Options.IncludeNames.Count > 0 ? $"there are {List(frame.Options.IncludeNames)}" : null));

    public static Diagnostic BrokenInclude(SourceText source, TextSpan at, string name, Template template)
    {
        var first = template.Diagnostics.First(d => d.Severity == Severity.Error);
        return Diagnostic.Error("T234", $"the template '{name}' has errors: {first.Message}", source, at, first.Help) with
        {
            Notes = [.. template.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => new Note(d.Message, d.Source, d.Span))],
        };
    }
}
