using Blog.Scriban.Functions;
using Blog.Scriban.Habits;
using Blog.Scriban.Runtime;
using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban;

// T201 to T207: names and members that do not exist, and what has none because it is null.
internal static partial class Problems
{
    public static Diagnostic UndefinedVariable(Frame frame, TextSpan at, string name) =>
        Diagnostic.Error("T201", NothingNamed(frame, name), frame.Source, at, HabitAt(frame, at) ?? GuessOf(frame, name) ?? NamesHere(frame, name));

    private static string NothingNamed(Frame frame, string name) =>
        name.StartsWith('$') && frame.Local.IsOfInclude ? $"the include gives no '{name[1..]}'" : $"nothing is named '{name}' here";

    private static string? HabitAt(Frame frame, TextSpan at) =>
        Habit.Around(frame.Source, frame.Options.Mode, at.Start) is { } habit && habit.At.Start <= at.End && at.Start <= habit.At.End ? habit.Help : null;

    /// <summary>A visible name, or the member of an object that everybody sees: <c>post.title</c> for <c>title</c>.</summary>
    private static string? GuessOf(Frame frame, string name)
    {
        if (name.StartsWith('$'))
        {
            return Spelling.Nearest(name[1..], frame.Local.Names) is { } local ? $"did you mean '${local}'?" : null;
        }

        var names = frame.VisibleNames().Select(visible => (Path: visible, Name: visible));
        var members = frame.NamedObjects().SelectMany(named => named.Object.Names.Select(member => (Path: $"{named.Name}.{member}", Name: member)));
        var functions = Builtins.FunctionNames.Select(function => (Path: function, Name: function[(function.IndexOf('.', StringComparison.Ordinal) + 1)..]));
        var known = names.Concat(members).Concat(functions).Select(pair => Tuple.Create(pair.Path, pair.Name)).ToList();
        return Spelling.Nearest(name, known, pair => pair.Item2) is { } nearest
            ? $"did you mean {(nearest.Item1 == nearest.Item2 ? $"'{nearest.Item1}'" : Alternatives(known.Where(pair => pair.Item2 == nearest.Item2).Select(pair => pair.Item1)))}?"
            : null;
    }

    // The 'title' of the post, of the page or of the site: who knows.
    private static string Alternatives(IEnumerable<string> paths)
    {
        var few = paths.Distinct(StringComparer.Ordinal).Take(MostAlternatives).Select(path => $"'{path}'").ToList();
        return few.Count == 1 ? few[0] : $"{string.Join(", ", few[..^1])} or {few[^1]}";
    }

    private const int MostAlternatives = 3;

    private static string? NamesHere(Frame frame, string name) => name.StartsWith('$')
        ? frame.Local.Names.Any() ? $"there are {List(frame.Local.Names.Select(local => "$" + local))}" : null
        : frame.VisibleNames().Where(visible => !Builtins.IsName(visible) && visible.Length > 0).ToList() is { Count: > 0 } names ? $"names here: {List(names)}" : null;

    public static Diagnostic NoArguments(SourceText source, TextSpan at) =>
        Diagnostic.Error("T202", "'$' exists only in functions and included templates", source, at, "take the values of the page by their names");

    public static Diagnostic MissingMember(Frame frame, Member member, Value target)
    {
        var missing = MissingOf(frame, member, target);
        return WithNote(Diagnostic.Error("T203", missing.What, frame.Source, member.NameSpan, missing.Help), missing);
    }

    private static Diagnostic WithNote(Diagnostic diagnostic, Reason reason) => reason.Note is { } note ? diagnostic with { Notes = [note] } : diagnostic;

    /// <summary>Why a chain of names gives null, and what may be done.</summary>
    /// <param name="Exists">Something is there, and it is null.</param>
    private readonly record struct Reason(string What, string? Help, Note? Note = null, bool Exists = false);

    private static Reason MissingOf(Frame frame, Member member, Value target)
    {
        if (member.Target is ArgumentsVariable)
        {
            var given = Members.NamesOf(frame, target).Where(name => name != "size").ToList();
            return new($"the {(frame.Local.IsOfInclude ? "include" : "call")} gives no '{member.Name}'",
                DidYouMean(member.Name, given) ?? (given.Count > 0 ? $"it gives {List(given)}" : $"write '{member.Name}: value' where it is called, or '$?.{member.Name}' if it may be missing"));
        }

        var names = Members.NamesOf(frame, target).Take(Spelling.MostKnown).ToList();
        var builtin = member.Target is Variable { Name: var root } && target.AsObject is { } found && ReferenceEquals(found, Builtins.Root[root].AsObject) ? root : null;
        var owner = builtin is not null ? $"'{builtin}'" : target.AsObject?.Kind ?? (target.AsObject is null ? target.Described : $"'{TextOf(frame.Source, member.Target)}'");
        var what = $"{owner} has no member '{member.Name}'";
        if (Spelling.Nearest(member.Name, names) is { } nearest)
        {
            return new(what, $"did you mean '{(builtin is null ? "" : builtin + ".")}{nearest}'?");
        }

        if (member.Target is Variable { Name: var hidden } && builtin is null && Builtins.FunctionNames.Contains($"{hidden}.{member.Name}"))
        {
            return new(what, $"'{hidden}' is a variable here; give it another name to reach '{hidden}.{member.Name}'",
                Assignments.LastBefore(frame.Source, frame.Options.Mode, hidden, member.Span.Start) is { } span ? new($"'{hidden}' gets its value here", frame.Source, span, Quote.Line) : null);
        }

        if (names.Contains("size") && member.Name.ToLowerInvariant() is "length" or "count" or "len")
        {
            return new(what, $"write '{TextOf(frame.Source, member.Target)}.size'");
        }

        return new(what, HabitAt(frame, member.NameSpan)
            ?? (target.AsObject is null && FunctionFor(target, member.Name) is { } function ? $"write '{TextOf(frame.Source, member.Target)} | {function}'" : null)
            ?? (builtin is not null ? FunctionNamed(member.Name) is { } other ? $"did you mean '{other}'?" : null : null)
            ?? (names.Count == 0 ? null : $"members of {(target.AsObject is null ? TypeOf(target) : owner)}: {List(names)}"));
    }

    // "title.upcase" and "tags.length" are calls in other languages.
    private static string? FunctionFor(Value target, string name)
    {
        var owner = target.IsText ? "string" : target.IsList ? "array" : target.IsNumber ? "math" : target.Kind == ValueKind.Date ? "date" : null;
        return owner is null ? null
            : Builtins.FunctionNames.Contains($"{owner}.{name}") ? $"{owner}.{name}"
            : Filters.Find(name) is { } filter && (filter.StartsWith(owner, StringComparison.Ordinal) || filter.StartsWith("object", StringComparison.Ordinal)) ? filter : null;
    }

    private static string TypeOf(Value value) => value.IsText ? "a text" : value.IsList || value.Kind == ValueKind.Range ? "a list" : value.Kind == ValueKind.Date ? "a date" : "a timespan";

    public static Diagnostic MemberOfNull(Frame frame, Member member)
    {
        if (member.Target is ArgumentsVariable)
        {
            return NoArguments(frame.Source, member.Target.Span);
        }

        var reason = WhyNull(frame, member.Target);
        return WithNote(Diagnostic.Error("T204", reason.What + (reason.Exists ? $" and has no member '{member.Name}'" : $", so there is no '{member.Name}' in it"), frame.Source, member.Target.Span,
            reason.Help ?? $"write '{TextOf(frame.Source, member.Target)}?.{member.Name}' if it may be missing"), reason);
    }

    public static Diagnostic IndexOfNull(Frame frame, Indexer index)
    {
        if (index.Target is ArgumentsVariable)
        {
            return NoArguments(frame.Source, index.Span);
        }

        var reason = WhyNull(frame, index.Target);
        return WithNote(Diagnostic.Error("T205", reason.What + (reason.Exists ? " and has no items" : ", so there are no items in it"), frame.Source, index.Target.Span,
            reason.Help ?? $"write '({TextOf(frame.Source, index.Target)} ?? [])[{TextOf(frame.Source, index.At)}]' if it may be missing"), reason);
    }

    /// <summary>Which link of a chain is null: the whole, a member that its owner does not have, a name that nothing has.</summary>
    private static Reason WhyNull(Frame frame, Expression target)
    {
        switch (target)
        {
            case Parenthesis { Inner: Variable or Local or Member or Indexer } parenthesis:
                return WhyNull(frame, parenthesis.Inner);
            case Variable variable when !Peek.TryRead(frame, variable, out _):
                return new(NothingNamed(frame, variable.Name), HabitAt(frame, variable.Span) ?? GuessOf(frame, variable.Name) ?? NamesHere(frame, variable.Name));
            case Local local when !Peek.TryRead(frame, local, out _):
                return new(NothingNamed(frame, "$" + local.Name), GuessOf(frame, "$" + local.Name));
            case Variable or Local:
                var name = target is Variable { Name: var plain } ? plain : "$" + ((Local)target).Name;
                return new($"'{name}' is null", null,
                    Assignments.LastBefore(frame.Source, frame.Options.Mode, name, target.Span.Start) is { } span ? new($"'{name}' gets its value here", frame.Source, span, Quote.Line) : null, Exists: true);
            case PositionalArgument:
                return new($"'{TextOf(frame.Source, target)}' is null: the {(frame.Local.IsOfInclude ? "include" : "call")} gives no such argument", $"write one more argument where it is called, or '{TextOf(frame.Source, target)} ?? …' if it may be missing");
            case Member member when Peek.TryRead(frame, member.Target, out var owner) && !owner.IsNull:
                return Members.TryGet(frame, owner, member.Name, out _)
                    ? new($"'{TextOf(frame.Source, target)}' is null", null, OriginOf(frame, member.Target, owner), Exists: true)
                    : MissingOf(frame, member, owner);
            default:
                return new($"'{TextOf(frame.Source, target)}' is null", null, Exists: true);
        }
    }

    private static Note? OriginOf(Frame frame, Expression target, Value owner) =>
        owner.AsObject?.Origin is not null ? new($"'{TextOf(frame.Source, target)}' is {owner.Described}") : null;

    public static Diagnostic NullIndex(Frame frame, Indexer index)
    {
        var reason = WhyNull(frame, index.At);
        return Diagnostic.Error("T206", reason.Exists ? $"the index '{TextOf(frame.Source, index.At)}' is null" : $"{reason.What}, so there is no index", frame.Source, index.At.Span,
            reason.Help ?? $"give '{TextOf(frame.Source, index.At)}' a value, or write '{TextOf(frame.Source, index.At)} ?? 0'");
    }

    public static Diagnostic MissingKey(Frame frame, Indexer index, string name, ScriptObject target)
    {
        var owner = target.Kind ?? $"'{TextOf(frame.Source, index.Target)}'";
        var names = frame.Current(target).Names.Take(Spelling.MostKnown).ToList();
        return Diagnostic.Error("T207", $"{owner} has no member '{name}'", frame.Source, index.At.Span,
            DidYouMean(name, names) ?? (names.Count == 0 ? null : $"members of {owner}: {List(names)}"));
    }
}
