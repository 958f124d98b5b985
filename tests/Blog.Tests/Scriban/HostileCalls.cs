using System.Numerics;
using Blog.Scriban;
using Blog.Scriban.Functions;

namespace Blog.Tests.Scriban;

/// <summary>Templates made from the tables of functions and operators themselves, with arguments that nobody means well by.</summary>
internal static class HostileCalls
{
    private const int Size = 10_000;

    /// <summary>What the templates define before they call anything.</summary>
    private const string Prelude = """
        {{- func endless(x); while true; end; end; func itself(x); itself x; end; func twice(x); ret x + x; end
        same(x) = x
        i = 0 -}}

        """;

    private static readonly string[] Texts =
    [
        "'a'", "long", "marks", "tags", "lines", "digits", "blanks", "wide", "halves", "'(a*)*b'", "`((a|a)*)*\\1b`", "'F999999999'", "'%c%c%c'", "'zh-CN'", "ring", "null",
    ];

    private static readonly string[] Integers = ["2147483647", "-2147483648", "0", "1000000000", "1e900", "digits", "'7'", "inf", "null"];

    private static readonly string[] Numbers = ["1.7e308", "-1.7e308", "nan", "inf", "79228162514264337593543950335m", "long_number", "9223372036854775807", "null"];

    private static readonly string[] Lists = ["(1..100000)", "texts", "ring", "tree", "long", "wide_object", "knot", "[long_number, 1, 'a', null]", "null"];

    private static readonly string[] Objects = ["knot", "wide_object", "this", "{}", "null"];

    private static readonly string[] Dates = ["(date.parse '0001-01-01')", "last", "null"];

    private static readonly string[] Durations = ["eon", "timespan.zero"];

    private static readonly string[] Functions = ["@endless", "@itself", "@twice", "@same", "@string.upcase", "@array.size", "@object.eval", "null"];

    private static readonly string[] Everything = [.. Texts, .. Integers, .. Numbers, .. Lists, .. Objects, .. Dates, .. Durations, .. Functions];

    private static string[] ValuesOf(ParameterKind kind) => kind switch
    {
        ParameterKind.Text => Texts,
        ParameterKind.Integer => Integers,
        ParameterKind.Boolean => ["true", "null"],
        ParameterKind.Number => Numbers,
        ParameterKind.List => Lists,
        ParameterKind.Object => Objects,
        ParameterKind.Date => Dates,
        ParameterKind.Duration => Durations,
        ParameterKind.Function => Functions,
        _ => Everything,
    };

    /// <summary>All functions of the language by their full names.</summary>
    public static IReadOnlyDictionary<string, ScriptFunction> AllFunctions { get; } =
        Builtins.Root.Names.Select(name => (Name: name, Value: Builtins.Root[name]))
            .SelectMany(member => member.Value.Ref is ScriptFunction function ? [(member.Name, function)]
                : (member.Value.AsObject?.Names ?? []).Select(name => (Name: $"{member.Name}.{name}", Function: (member.Value.AsObject![name].Ref as ScriptFunction)!)) // SelectMany asked
                    .Where(found => found.Function is not null))
            .ToDictionary(found => found.Item1, found => found.Item2, StringComparer.Ordinal);

    public static IEnumerable<string> Operators => Lexer.Operators;

    /// <summary>A model with large values that a template cannot make within its budget.</summary>
    public static ScriptObject Model()
    {
        var wide = new ScriptObject();
        for (var i = 0; i < Size / 10; i++)
        {
            wide[$"member {i}"] = i;
        }

        var model = new ScriptObject
        {
            ["long"] = new string('a', Size),
            ["marks"] = new string('"', Size),
            ["tags"] = string.Concat(Enumerable.Repeat("<script '", Size / 9)),
            ["lines"] = new string('\n', Size),
            ["digits"] = new string('9', Size),
            ["blanks"] = new string(' ', Size),
            ["wide"] = new string('中', Size),
            ["halves"] = new string('\ud83d', Size),
            ["texts"] = new ScriptArray(Enumerable.Range(0, Size).Select(i => (Value)new string('a', i % 50))),
            ["wide_object"] = wide,
            ["ring"] = Ring(),
            ["knot"] = Knot(),
            ["tree"] = Tree(40),
            ["inf"] = double.PositiveInfinity,
            ["nan"] = double.NaN,
            ["long_number"] = BigInteger.One << 100_000,
            ["last"] = new DateTimeOffset(9999, 12, 31, 0, 0, 0, TimeSpan.Zero),
            ["eon"] = TimeSpan.FromDays(10_000_000),
        };
        model.Freeze();
        return model;
    }

    // A list that holds itself.
    private static ScriptArray Ring()
    {
        var ring = new ScriptArray([default, default], isSequence: false);
        ring.Set(0, ring);
        ring.Set(1, ring);
        return ring;
    }

    // An object that holds itself.
    private static ScriptObject Knot()
    {
        var knot = new ScriptObject();
        knot["a"] = knot;
        knot["b"] = knot;
        return knot;
    }

    // Few lists, but more ways through them than anybody can go.
    private static ScriptArray Tree(int levels) =>
        Enumerable.Range(0, levels).Aggregate(new ScriptArray([1]), (tree, _) => new ScriptArray([tree, tree], isSequence: false));

    /// <summary>Each parameter with each value of its kind, first among moderate companions, then with all others large, too.</summary>
    public static IEnumerable<string> Of(string name)
    {
        var kinds = KindsOf(AllFunctions[name]);
        var values = kinds.Select(ValuesOf).ToArray();
        yield return Call(name, kinds.Select(Moderate));
        for (var at = 0; at < kinds.Length; at++)
        {
            for (var i = 0; i < values[at].Length; i++)
            {
                yield return Call(name, kinds.Select((kind, k) => k == at ? values[at][i] : Moderate(kind)));
                yield return Call(name, kinds.Select((_, k) => k == at ? values[at][i] : values[k][(i + k) % values[k].Length]));
            }
        }
    }

    /// <summary>The same call again and again: each must cost something.</summary>
    public static IEnumerable<string> EndlesslyOf(string name)
    {
        var kinds = KindsOf(AllFunctions[name]);
        yield return Endless($"kept[i] = ({Plain(name, kinds.Select(Moderate))}); i = i + 1");
        yield return Endless($"i = ({Plain(name, kinds.Select(kind => ValuesOf(kind)[^2]))})");
        yield return Endless($"i = ({Plain(name, kinds.Select(kind => ValuesOf(kind)[1 % ValuesOf(kind).Length]))})");
    }

    public static IEnumerable<string> OfOperator(string sign) =>
        from left in Operands
        from right in Operands
        select $"{Prelude}{{{{ {left} {sign} {right} }}}}";

    public static IEnumerable<string> EndlesslyOfOperator(string sign) =>
        from value in Operands.Append("3").Append("[1]")
        select Endless($"v = {value}; while true; v = v {sign} v; kept[i] = v; i = i + 1; end");

    private static string Endless(string body) => $"{Prelude}{{{{ kept = []; while true; {body}; end }}}}";

    private static readonly string[] Operands =
    [
        "long", "halves", "''", "2147483647", "-1", "long_number", "1.7e308", "79228162514264337593543950335m", "(1..100000)", "ring", "tree", "[]", "last", "eon",
    ];

    private static ParameterKind[] KindsOf(ScriptFunction function) =>
        function is BuiltinFunction builtin ? [.. builtin.Parameters.Select(parameter => parameter.Kind)] : [ParameterKind.Text, ParameterKind.Any];

    private static string Moderate(ParameterKind kind) => kind switch
    {
        ParameterKind.Text => "'a b<c'",
        ParameterKind.Integer or ParameterKind.Number => "3",
        ParameterKind.List => "['b', 'a']",
        ParameterKind.Object => "{a: 1}",
        ParameterKind.Function => "@same",
        _ => ValuesOf(kind)[0],
    };

    private static string Call(string name, IEnumerable<string> arguments) => $"{Prelude}{{{{ {Plain(name, arguments)} }}}}";

    private static string Plain(string name, IEnumerable<string> arguments) => $"{name}({string.Join(", ", arguments)})";
}
