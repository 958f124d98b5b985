using System.Text.RegularExpressions;
using Blog.Scriban.Runtime;

namespace Blog.Scriban.Functions;

/// <summary>The object <c>regex</c>: .NET regular expressions with a time limit.</summary>
internal static class RegexFunctions
{
    public static ScriptObject Make()
    {
        var o = new ScriptObject(8);
        void Add(string name, string parameters, BuiltinCall call) => Builtins.Add(o, name, parameters, call, "regex");

        Add("escape", "pattern:s", (_, a) => Regex.Escape(a[0].Text()));
        Add("match", "text:s pattern:s options:s?", (f, a) => Groups(Of(f, a[1], a[2]).Match(a[0].Text())));
        Add("matches", "text:s pattern:s options:s?", Matches);
        Add("replace", "text:s pattern:s replace:s options:s?", (f, a) => Of(f, a[1], a[3]).Replace(a[0].Text(), a[2].Text()));
        Add("split", "text:s pattern:s options:s?",
            (f, a) => new ScriptArray([.. Of(f, a[1], a[2]).Split(a[0].Text()).Select(part => (Value)part)], isSequence: false));
        Add("unescape", "pattern:s", (_, a) => Regex.Unescape(a[0].Text()));
        return o;
    }

    private static Value Matches(Frame frame, ReadOnlySpan<Value> a)
    {
        var result = new List<Value>();
        foreach (Match match in Of(frame, a[1], a[2]).Matches(a[0].Text()))
        {
            frame.Budget.Steps(1);
            result.Add(Groups(match));
        }

        return new ScriptArray(result, isSequence: false);
    }

    private static Value Groups(Match match) =>
        new ScriptArray(match.Success ? [.. match.Groups.Values.Select(group => (Value)group.Value)] : [], isSequence: false);

    private static Regex Of(Frame frame, Value pattern, Value letters)
    {
        var key = (pattern.Text(), letters.Text());
        if (frame.State.Patterns.TryGetValue(key, out var regex))
        {
            return regex;
        }

        var options = RegexOptions.CultureInvariant;
        foreach (var letter in key.Item2)
        {
            options |= letter switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => throw new TemplateException($"'{letter}' is no option of a pattern", "use letters out of 'imsx'"),
            };
        }

        try
        {
            return frame.State.Patterns[key] = new(key.Item1, options, frame.Options.RegexTimeLimit);
        }
        catch (ArgumentException problem)
        {
            throw new TemplateException($"'{key.Item1}' is no pattern: {problem.Message}") { Argument = 1 };
        }
    }
}
