using System.Globalization;
using Blog.Scriban.Runtime;
using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban;

/// <summary>Every diagnostic of templates. T1xx: found when reading; T2xx: found when rendering; T3xx: about escaping.</summary>
internal static class Problems
{
    // ----- reading

    public static Diagnostic UnclosedEscape(SourceText source, TextSpan at) =>
        Diagnostic.Warning("T101", "this escape block is never closed", source, at, "close it with as many '%' as it was opened with, '}%}'");

    public static Diagnostic UnclosedBlock(SourceText source, TextSpan at) =>
        Diagnostic.Warning("T102", "this '{{' is never closed", source, at, "write '}}' behind the code");

    public static Diagnostic UnclosedString(SourceText source, TextSpan at) =>
        Diagnostic.Error("T103", "this text is never closed", source, at, "a text ends with the quote that it began with");

    public static Diagnostic BadEscape(SourceText source, TextSpan at, string escape) =>
        Diagnostic.Error("T104", $"'{escape}' is no escape sequence", source, at, "write '\\\\' for a backslash, or put the text between backticks");

    public static Diagnostic BadNumber(SourceText source, TextSpan at, string number) =>
        Diagnostic.Error("T105", $"'{number}' is no number", source, at);

    public static Diagnostic TooDeep(SourceText source, TextSpan at, int limit) =>
        Diagnostic.Error("T106", string.Create(CultureInfo.InvariantCulture, $"nested deeper than {limit} levels"), source, at);

    public static Diagnostic Unexpected(SourceText source, Token token, string wanted) =>
        Diagnostic.Error("T107", $"expected {wanted}, found {Shown(source, token)}", source, token.Span, Translation(source, token));

    public static Diagnostic Expected(SourceText source, Token token, string what, TextSpan? opened = null) =>
        Diagnostic.Error("T108", $"expected {what}, found {Shown(source, token)}", source, token.Span, Translation(source, token)) with
        {
            Notes = opened is { } at ? [new("opened here", source, at)] : [],
        };

    public static Diagnostic Misplaced(SourceText source, TextSpan at, string word) =>
        Diagnostic.Error("T109", word == "end" ? "this 'end' closes nothing" : $"this '{word}' belongs to no statement", source, at,
            word == "end" ? "remove it, or look for a statement above that was closed too early" : null);

    public static Diagnostic NeverClosed(SourceText source, TextSpan at, string word, TextSpan diagnosticsEnd) =>
        Diagnostic.Error("T110", $"this '{word}' is never closed", source, at, "write '{{ end }}' behind its last line") with
        {
            Notes = [new("the template ends here", source, diagnosticsEnd)],
        };

    public static Diagnostic NestedAssignment(SourceText source, TextSpan at) =>
        Diagnostic.Error("T111", "an assignment is a statement of its own and has no value", source, at, "write '==' to compare, or assign in two statements");

    public static Diagnostic NotAssignable(SourceText source, TextSpan at) =>
        Diagnostic.Error("T112", "only a variable, a member or an item can be assigned to", source, at);

    public static Diagnostic BadParameter(SourceText source, TextSpan at) =>
        Diagnostic.Error("T113", "a parameter is a plain name", source, at, "write 'func f(a, b = 1, rest...)'");

    public static Diagnostic ParameterOrder(SourceText source, TextSpan at, string rule) => Diagnostic.Error("T114", rule, source, at);

    public static Diagnostic DefaultIsNoLiteral(SourceText source, TextSpan at) =>
        Diagnostic.Error("T115", "the default of a parameter is a number, a text, true, false or null", source, at);

    public static Diagnostic SecondElse(SourceText source, TextSpan at) =>
        Diagnostic.Error("T116", "a second 'else', or an 'else if' behind it", source, at);

    public static Diagnostic OutsideWhen(SourceText source, Token token) =>
        Diagnostic.Error("T117", $"{Shown(source, token)} stands in a 'case' but in none of its 'when'", source, token.Span);

    public static Diagnostic NotALoopVariable(SourceText source, TextSpan at) =>
        Diagnostic.Error("T118", "a loop needs a variable", source, at, "write 'for post in site.posts'");

    public static Diagnostic UnknownLoopOption(SourceText source, TextSpan at, string name, LoopKind kind) =>
        Diagnostic.Error("T119", $"'{name}' is no option of a loop", source, at,
            $"a loop has 'limit:', 'offset:' and 'reversed'{(kind == LoopKind.TableRow ? ", a 'tablerow' also 'cols:'" : "")}; put a call in parentheses");

    public static Diagnostic UnknownLoopMember(SourceText source, Token token, string word, string[] known) =>
        Diagnostic.Error("T120", $"'{word}' has no member {Shown(source, token)}", source, token.Span, DidYouMean(token.Value.Ref as string ?? "", known) ?? $"it has {string.Join(", ", known)}");

    public static Diagnostic PipeInBranch(SourceText source, TextSpan at) =>
        Diagnostic.Error("T121", "a pipe in the first branch of '? :'", source, at, "put the branch in parentheses");

    public static Diagnostic BlockInExpression(SourceText source, TextSpan at) =>
        Diagnostic.Error("T122", "'$$' is a statement of its own", source, at);

    public static Diagnostic BadKey(SourceText source, TextSpan at) =>
        Diagnostic.Error("T123", "a key is a name or a text in quotes", source, at, "write {name: value, \"other name\": value}");

    public static Diagnostic BehindFunction(SourceText source, TextSpan at) =>
        Diagnostic.Error("T124", "nothing may follow the 'end' of a function here", source, at, "write the function as '@(do …; end)'");

    public static Diagnostic BehindSpread(SourceText source, TextSpan at) =>
        Diagnostic.Error("T125", "a '^' argument is the last one", source, at);

    // ----- rendering

    public static Diagnostic UndefinedVariable(Frame frame, TextSpan at, string name) =>
        Diagnostic.Error("T201", $"nothing is named '{name}' here", frame.Source, at, WordTranslation(name) ?? DidYouMean(name, frame.VisibleNames()));

    public static Diagnostic NoArguments(SourceText source, TextSpan at) =>
        Diagnostic.Error("T202", "'$' exists only in functions and included templates", source, at);

    public static Diagnostic MissingMember(Frame frame, Member member, Value target)
    {
        var names = Members.NamesOf(frame, target).ToList();
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

    public static Diagnostic TooManyCalls(SourceText source, TextSpan at, int limit) =>
        Diagnostic.Error("T240", string.Create(CultureInfo.InvariantCulture, $"calls and includes are nested deeper than {limit} levels"), source, at,
            "does a function or an included template call itself without end?");

    public static Diagnostic TooManySteps(SourceText source, TextSpan at, int limit) =>
        Diagnostic.Error("T241", string.Create(CultureInfo.InvariantCulture, $"more than {limit} steps in loops"), source, at, "does a loop run without end?");

    public static Diagnostic RangeTooLong(SourceText source, TextSpan at, int limit) =>
        Diagnostic.Error("T242", string.Create(CultureInfo.InvariantCulture, $"a list of more than {limit} items"), source, at);

    public static Diagnostic TextTooLong(SourceText source, TextSpan at, int limit) =>
        Diagnostic.Error("T243", string.Create(CultureInfo.InvariantCulture, $"a text of more than {limit} characters"), source, at);

    public static Diagnostic TooMuchOutput(SourceText source, TextSpan at, int limit) =>
        Diagnostic.Error("T244", string.Create(CultureInfo.InvariantCulture, $"the page has more than {limit} bytes"), source, at);

    public static Diagnostic ObjectTooDeep(SourceText source, TextSpan at, int limit) =>
        Diagnostic.Error("T245", string.Create(CultureInfo.InvariantCulture, $"a value nested deeper than {limit} levels cannot be printed"), source, at,
            "does an object hold itself?");

    // ----- escaping

    public static Diagnostic UnsafePlace(SourceText source, TextSpan at, string place, string help) =>
        Diagnostic.Error("T301", $"a value cannot be printed {place}", source, at, help);

    public static Diagnostic BlockedUrl(SourceText source, TextSpan at, string url) =>
        Diagnostic.Warning("T302", $"the address '{(url.Length > 40 ? url[..40] + "…" : url)}' would run a script and was replaced by '#blocked'", source, at);

    public static Diagnostic UnsafeStyle(SourceText source, TextSpan at, string value) =>
        Diagnostic.Error("T303", $"'{(value.Length > 40 ? value[..40] + "…" : value)}' cannot stand in a style", source, at,
            "letters, digits, blanks and '#%.,-_' can");

    public static Diagnostic BranchesDisagree(SourceText source, TextSpan at, string first, string second) =>
        Diagnostic.Error("T304", $"the branches end in different places of the HTML: {first} and {second}", source, at, "close quotes and tags in the branch that opens them");

    public static Diagnostic EndsInside(SourceText source, string place) =>
        Diagnostic.Error("T305", $"the template ends {place}", source, new(source.Text.Length, 0), "close it in the template that opens it");

    // ----- words

    private static string Shown(SourceText source, Token token) => token.Kind switch
    {
        TokenKind.End => "the end of the template",
        TokenKind.NewLine => "the end of the line",
        TokenKind.CodeExit => "the end of the block",
        _ => $"'{source.Text.Substring(token.Span.Start, Math.Min(token.Span.Length, 40))}'",
    };

    private static string TextOf(SourceText source, Node node)
    {
        var end = Math.Min(node.Span.End, source.Text.Length);
        var text = source.Text[Math.Min(node.Span.Start, end)..end].ReplaceLineEndings(" ");
        return text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 59), "…");
    }

    private static string? DidYouMean(string word, IEnumerable<string> known) =>
        Spelling.Nearest(word, known) is { } nearest && nearest != word ? $"did you mean '{nearest}'?" : null;

    private static string? KnownMembers(string owner, List<string> names) => names.Count switch
    {
        0 => null,
        <= 8 => $"members of {owner}: {string.Join(", ", names.Order(StringComparer.Ordinal))}",
        _ => string.Create(CultureInfo.InvariantCulture, $"members of {owner}: {string.Join(", ", names.Order(StringComparer.Ordinal).Take(8))} (+{names.Count - 8})"),
    };

    // Which link of the chain is null, and what it may have been meant to be.
    private static string? OfNullTarget(Frame frame, Expression target)
    {
        var hint = -1;
        return target switch
        {
            Variable variable when !frame.TryGetVariable(variable.Name, ref hint, out _) => DidYouMean(variable.Name, frame.VisibleNames()),
            Member { Target: Variable root } member when frame.TryGetVariable(root.Name, ref hint, out var value) && value.AsObject is { } found =>
                DidYouMean(member.Name, frame.Current(found).Names),
            _ => null,
        };
    }

    private static string Wanted(ParameterKind kind) => kind switch
    {
        ParameterKind.Number => "a number",
        ParameterKind.List => "a list",
        ParameterKind.Object => "an object",
        ParameterKind.Date => "a date",
        ParameterKind.Duration => "a timespan",
        ParameterKind.Function => "a function",
        _ => "another kind of value",
    };

    private static string? Translation(SourceText source, Token token) =>
        token.Kind == TokenKind.Identifier ? WordTranslation(source.Text.Substring(token.Span.Start, token.Span.Length))
        : token.Kind == TokenKind.Modulo ? "blocks are written '{{ … }}', not '{% … %}'" : null;

    private static string? WordTranslation(string word) => word switch
    {
        "elseif" or "elsif" or "elif" => "write 'else if'",
        "endif" or "endfor" or "endcase" or "endcapture" or "endwith" or "endwhile" => "write 'end'",
        "not" => "write '!x'",
        "and" => "write '&&'",
        "or" => "write '||'",
        _ => null,
    };
}
