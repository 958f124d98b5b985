using System.Globalization;
using Blog.Scriban.Runtime;
using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban;

// T2xx: found when rendering.
internal static partial class Problems
{
    public static Diagnostic UndefinedVariable(Frame frame, TextSpan at, string name) =>
        Diagnostic.Error("T201", $"nothing is named '{name}' here", frame.Source, at, WordTranslation(name) ?? DidYouMean(name, frame.VisibleNames()));

    public static Diagnostic NoArguments(SourceText source, TextSpan at) =>
        Diagnostic.Error("T202", "'$' exists only in functions and included templates", source, at);

    public static Diagnostic MissingMember(Frame frame, Member member, Value target)
    {
        var names = Members.NamesOf(frame, target).Take(Spelling.MostKnown).ToList();
        var owner = target.AsObject?.Kind ?? $"'{TextOf(frame.Source, member.Target)}'";
        return Diagnostic.Error("T203", $"{owner} has no member '{member.Name}'", frame.Source, member.NameSpan,
            DidYouMean(member.Name, names) ?? KnownMembers(owner, names));
    }

    public static Diagnostic MemberOfNull(Frame frame, Member member) =>
        Diagnostic.Error("T204", $"'{TextOf(frame.Source, member.Target)}' is null and has no member '{member.Name}'", frame.Source, member.Target.Span,
            OfNullTarget(frame, member.Target) ?? $"write '?.{member.Name}' if it may be missing");

    public static Diagnostic IndexOfNull(Frame frame, Indexer index) => index.Target is ArgumentsVariable
        ? NoArguments(frame.Source, index.Span)
        : Diagnostic.Error("T205", $"'{TextOf(frame.Source, index.Target)}' is null and has no items", frame.Source, index.Target.Span, OfNullTarget(frame, index.Target));

    public static Diagnostic NullIndex(Frame frame, Indexer index) =>
        Diagnostic.Error("T206", $"the index '{TextOf(frame.Source, index.At)}' is null", frame.Source, index.At.Span);

    public static Diagnostic MissingKey(Frame frame, Indexer index, string name, ScriptObject target) =>
        Diagnostic.Error("T207", $"{target.Kind ?? $"'{TextOf(frame.Source, index.Target)}'"} has no member '{name}'", frame.Source, index.At.Span,
            DidYouMean(name, frame.Current(target).Names));

    public static Diagnostic OutOfRange(SourceText source, TextSpan at, Value index, int count) =>
        Diagnostic.Error("T208", string.Create(CultureInfo.InvariantCulture, $"there is no item {index}, the list has {count}"), source, at);

    public static Diagnostic CannotSetMember(SourceText source, TextSpan at, string name, Value target) =>
        Diagnostic.Error("T209", $"'{name}' cannot be set on {target.Described}", source, at);

    public static Diagnostic CannotIndex(SourceText source, TextSpan at, Value target) =>
        Diagnostic.Error("T210", $"{target.Described} has no items", source, at);

    public static Diagnostic FrozenArray(SourceText source, TextSpan at) =>
        Diagnostic.Error("T211", "this list belongs to the site and cannot be changed", source, at, "make a list of your own: 'array.add' returns one");

    public static Diagnostic IsReadOnly(SourceText source, TextSpan at, string name) =>
        Diagnostic.Error("T212", $"'{name}' is read-only", source, at);

    public static Diagnostic OutsideLoop(SourceText source, TextSpan at, LoopKind kind, string member) =>
        Diagnostic.Error("T213", $"'{kind.ToString().ToLowerInvariant()}.{member}' exists only inside a loop", source, at);

    public static Diagnostic JumpOutsideLoop(SourceText source, TextSpan at, string word) =>
        Diagnostic.Error("T214", $"'{word}' outside a loop", source, at);

    public static Diagnostic NotAList(SourceText source, TextSpan at, Value value) =>
        Diagnostic.Error("T215", $"a loop needs a list, this is {value.Described}", source, at);

    public static Diagnostic ChangedWhileLooping(SourceText source, TextSpan at) =>
        Diagnostic.Error("T216", "the loop changes the list that it goes through", source, at, "change a copy, or collect the changes in a new list");

    public static Diagnostic NotAnObject(SourceText source, TextSpan at, string word, Value value) =>
        Diagnostic.Error("T217", $"'{word}' needs an object, this is {value.Described}", source, at);

    public static Diagnostic NotWrappable(SourceText source, TextSpan at) =>
        Diagnostic.Error("T218", "'wrap' needs a function or a call of one", source, at);

    public static Diagnostic UnknownFunction(Frame frame, Call call)
    {
        var name = TextOf(frame.Source, call.Target);
        var translation = WordTranslation(name);
        var owner = call.Target is Member { Target: Variable root } && frame.VisibleNames().Contains(root.Name) ? root.Name : null;
        int hint = -1;
        var known = owner is not null && frame.TryGetVariable(owner, ref hint, out var value) ? Members.NamesOf(frame, value) : frame.VisibleNames();
        return Diagnostic.Error("T219", $"there is no function '{name}'", frame.Source, call.Target.Span,
            translation ?? DidYouMean(call.Target is Member member ? member.Name : name, known));
    }

    public static Diagnostic NotAFunction(Frame frame, Call call, Value value) =>
        Diagnostic.Error("T220", $"{value.Described} is not a function", frame.Source, call.Target.Span,
            call.IsPipe ? "behind '|' stands a function" : "did you forget '+', ',' or ';'?");

    public static Diagnostic UnknownParameter(SourceText source, NamedValue argument, ScriptFunction function, Parameter[] parameters) =>
        Diagnostic.Warning("T221", $"'{function.Name}' has no parameter '{argument.Name}'", source, argument.Span,
            DidYouMean(argument.Name, parameters.Select(p => p.Name)) ?? $"its parameters: {function.Signature}");

    public static Diagnostic MissingArgument(SourceText source, Node site, ScriptFunction function, Parameter[] parameters, int index, int given) =>
        Diagnostic.Error("T222", string.Create(CultureInfo.InvariantCulture,
            $"'{function.Name}' needs '{parameters[index].Name}': {given} of {parameters.Count(p => p.IsRequired)} arguments are given"),
            source, new(site.Span.End, 0), $"it is called as: {function.Signature}");

    public static Diagnostic TooManyArguments(SourceText source, Node site, ScriptFunction function, Parameter[] parameters, int index) =>
        Diagnostic.Error("T223", string.Create(CultureInfo.InvariantCulture, $"'{function.Name}' takes {parameters.Length} arguments, this is one more"),
            source, site is Call call ? call.SpanOfArgument(index) : site.Span, $"it is called as: {function.Signature}");

    public static Diagnostic WrongArgument(SourceText source, TextSpan at, Parameter parameter, Value value) =>
        Diagnostic.Error("T224", $"'{parameter.Name}' is {Wanted(parameter.Kind)}, not {value.Described}", source, at,
            parameter.Kind == ParameterKind.Function ? "pass a function as '@name' or '@(do …; end)'"
            : parameter.Kind == ParameterKind.Date && value.IsText ? "make a date of it with 'date.parse'" : null);

    public static Diagnostic NotAnInteger(SourceText source, TextSpan at, Value value) =>
        Diagnostic.Error("T225", $"expected a whole number, found {value.Described}", source, at);

    public static Diagnostic NotANumber(SourceText source, TextSpan at, Value value) =>
        Diagnostic.Error("T226", $"expected a number, found {value.Described}", source, at);

    public static Diagnostic OfFunction(Frame frame, ScriptFunction function, TemplateException problem, Node site) =>
        Diagnostic.Error("T227", $"'{function.Name}': {problem.Message}", frame.Source,
            site is Call call && problem.Argument >= 0 ? call.SpanOfArgument(problem.Argument) : site.Span, problem.Help);

    public static Diagnostic RangeOfNoInteger(SourceText source, TextSpan at, Value value) =>
        Diagnostic.Error("T228", $"a range goes from one whole number to another, this is {value.Described}", source, at,
            value.Kind == ValueKind.Range || value.IsList ? "'..' binds tighter than '-' and '+': write '0..(n-1)'" : null);

    public static Diagnostic BadOperands(Frame frame, Binary node, Value left, Value right) =>
        Diagnostic.Error("T229", $"'{frame.Source.Text.Substring(node.Sign.Start, node.Sign.Length)}' does not work on {left.Described} and {right.Described}",
            frame.Source, node.Sign, left.Kind == ValueKind.Range || right.Kind == ValueKind.Range ? "'..' binds tighter than '-' and '+': write '0..(n-1)'"
            : left.Kind == ValueKind.Function ? "to pass a negative number write 'f (-1)'" : null);

    public static Diagnostic DivisionByZero(SourceText source, TextSpan at) => Diagnostic.Error("T230", "division by zero", source, at);

    public static Diagnostic NumberTooLarge(SourceText source, TextSpan at) => Diagnostic.Error("T231", "the number would become too large", source, at);

    public static Diagnostic IncludeWithoutName(SourceText source, TextSpan at) =>
        Diagnostic.Error("T232", "'include' needs the name of a template", source, at);

    public static Diagnostic DateOutOfRange(SourceText source, TextSpan at) =>
        Diagnostic.Error("T235", "the date or timespan would lie outside the years 1 to 9999", source, at);

    public static Diagnostic UnknownInclude(Frame frame, Node site, string name) =>
        Diagnostic.Error("T233", $"there is no template '{name}' to include", frame.Source, site is Call call ? call.SpanOfArgument(0) : site.Span,
            DidYouMean(name, frame.Options.IncludeNames));

    public static Diagnostic BrokenInclude(SourceText source, TextSpan at, string name, Template template)
    {
        var first = template.Diagnostics.First(d => d.Severity == Severity.Error);
        return Diagnostic.Error("T234", $"the template '{name}' has errors: {first.Message}", source, at, first.Help) with
        {
            Notes = [.. template.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => new Note(d.Message, d.Source, d.Span))],
        };
    }
}
