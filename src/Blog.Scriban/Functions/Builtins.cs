using System.Collections.Frozen;
using System.Globalization;
using Blog.Scriban.Escaping;
using Blog.Scriban.Runtime;
using Blog.Scriban.Syntax;

namespace Blog.Scriban.Functions;

/// <summary>The builtin objects: tables of name, parameters and body. Frozen, shared by all renderings.</summary>
internal static class Builtins
{
    public static ScriptObject Date { get; } = DateFunctions.Make();

    public static ScriptObject Root { get; } = MakeRoot();

    private static readonly FrozenSet<string> Names = Root.Names.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>All functions of the builtin objects by their whole names, for "did you mean".</summary>
    public static IReadOnlyList<string> FunctionNames { get; } =
        [.. Root.Names.SelectMany(owner => Root[owner].AsObject is { } found ? found.Names.Where(name => found[name].Ref is ScriptFunction).Select(name => $"{owner}.{name}") : [])];

    /// <summary>Whether the language has something of that name at the top level.</summary>
    public static bool IsName(string name) => Names.Contains(name);

    /// <summary>The function that a call of <c>include</c> or <c>string.upcase</c> means unless a variable hides it; null for anything else.</summary>
    public static ScriptFunction? Find(Expression target) => target switch
    {
        Variable { Name: var name } => Root[name].Ref as ScriptFunction,
        Member { Target: Variable { Name: var owner }, Name: var name } => Root[owner].AsObject?[name].Ref as ScriptFunction,
        _ => null,
    };

    private static ScriptObject MakeRoot()
    {
        var root = new ScriptObject(16);
        root["array"] = ArrayFunctions.Make();
        root["blank"] = Value.Empty;
        root["date"] = Date;
        root["empty"] = Value.Empty;
        root["html"] = HtmlFunctions.Make();
        root["include"] = new IncludeFunction();
        Add(root, "include_join", "names separator? prefix? suffix?", IncludeJoin.Call);
        root["math"] = MathFunctions.Make();
        root["object"] = ObjectFunctions.Make();
        root["regex"] = RegexFunctions.Make();
        root["string"] = StringFunctions.Make();
        root["timespan"] = TimespanFunctions.Make();
        root.Freeze();
        return root;
    }

    /// <summary>Adds a function; its members cannot be overwritten.</summary>
    /// <param name="parameters">
    /// <c>name:kind</c> with the kinds s(tring) i(nteger) b(oolean) n(umber) l(ist) o(bject) d(ate) t(imespan) f(unction), or none for any value;
    /// <c>?</c> behind it: may be left out; <c>=x</c>: may be left out and is x; <c>...</c>: the rest.
    /// </param>
    public static void Add(ScriptObject target, string name, string parameters, BuiltinCall call, string? owner = null)
    {
        var list = parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parse).ToArray();
        target.Add(name, new BuiltinFunction(owner is null ? name : $"{owner}.{name}", list, call));
        target.MarkReadOnly(name);
    }

    private static Parameter Parse(string text)
    {
        if (text.EndsWith("...", StringComparison.Ordinal) && !text.Contains('=', StringComparison.Ordinal))
        {
            return Parameter.Parse(text);
        }

        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var head = equals < 0 ? text.TrimEnd('?') : text[..equals];
        var isRequired = equals < 0 && !text.EndsWith('?');
        var colon = head.IndexOf(':', StringComparison.Ordinal);
        var kind = colon < 0 ? ParameterKind.Any : head[colon + 1] switch
        {
            's' => ParameterKind.Text,
            'i' => ParameterKind.Integer,
            'b' => ParameterKind.Boolean,
            'n' => ParameterKind.Number,
            'l' => ParameterKind.List,
            'o' => ParameterKind.Object,
            'd' => ParameterKind.Date,
            't' => ParameterKind.Duration,
            _ => ParameterKind.Function,
        };
        Value preset = equals < 0 ? default
            : kind == ParameterKind.Integer ? int.Parse(text.AsSpan(equals + 1), CultureInfo.InvariantCulture)
            : text[(equals + 1)..];
        return new(colon < 0 ? head : head[..colon], kind, isRequired, preset);
    }

    /// <summary>The text of an argument that was converted to one; null as empty.</summary>
    public static string Text(this Value value) => value.Ref as string ?? "";

    public static int Int(this Value value) => (int)value.Bits;

    public static string Joined(this Frame frame, string first, string second)
    {
        frame.Budget.Text((long)first.Length + second.Length);
        return first + second;
    }

    /// <summary>The items of an argument that was converted to a list; every one counts as a step.</summary>
    public static List<Value> List(this Frame frame, Value value)
    {
        Items.TryOf(frame, value, out var items);
        return items.ToList(frame);
    }

    /// <summary>The culture that an argument names; without one that of the rendering.</summary>
    public static Culture Culture(this Frame frame, ReadOnlySpan<Value> arguments, int index) =>
        arguments[index].IsNull ? frame.Culture : Functions.Culture.Of(arguments[index].Text(), index);
}

/// <summary>What builtins remember during one rendering.</summary>
internal sealed class FunctionState(int seed)
{
    public Dictionary<string, int> Cycles { get; } = new(StringComparer.Ordinal);

    public Dictionary<(string Pattern, string Options), System.Text.RegularExpressions.Regex> Patterns { get; } = [];

    public Random Random => field ??= new(seed);

    private Dictionary<string, string> Names => field ??= new(StringComparer.Ordinal);

    /// <summary>One reference for equal names: that of the process, where it has one, else of this rendering.</summary>
    public string Intern(string name)
    {
        if (string.IsInterned(name) is { } known || Names.TryGetValue(name, out known))
        {
            return known;
        }

        Names.Add(name, name);
        return name;
    }

    public string DateFormat(Frame frame) =>
        frame.Current(Builtins.Date)["format"] is { IsNull: false } format ? Printer.Text(frame, format) : Functions.DateFormat.Default;
}

/// <summary><c>include_join</c></summary>
internal static class IncludeJoin
{
    public static Value Call(Frame frame, ReadOnlySpan<Value> arguments)
    {
        if (arguments[0].Ref is not ScriptArray names)
        {
            return "";
        }

        var site = frame.Site!;
        Value[] parts = [.. arguments];
        var outer = frame.BeginCapture();
        Part("prefix", 2);
        var isFirst = true;
        frame.Budget.Items(names.Count);
        for (var i = 0; i < names.Count; i++)
        {
            var name = Printer.Text(frame, names[i]);
            if (name.Length == 0)
            {
                continue;
            }

            if (!isFirst)
            {
                Part("separator", 1);
            }

            isFirst = false;
            frame.Output.Write(frame.RenderPart(name, site));
        }

        Part("suffix", 3);
        return frame.EndCapture(outer);

        void Part(string parameter, int index)
        {
            var text = Printer.Text(frame, parts[index]);
            if (text.StartsWith("tpl:", StringComparison.Ordinal))
            {
                frame.Output.Write(frame.RenderPart(text[4..], site));
            }
            else if (IsWrittenOut(site, parameter, index))
            {
                frame.Output.Write(text);
            }
            else
            {
                Escaper.Write(frame, parts[index], frame.StartPlace);
            }
        }
    }

    // What the template itself says is markup; what comes from elsewhere is text.
    private static bool IsWrittenOut(Node site, string parameter, int index) => site is Call call && call.Arguments.All(a => !a.IsSpread)
        && call.Arguments.Where((a, i) => a.Name == parameter || (a.Name is null && i == index)).ToArray() is [{ Value: Literal }];
}
