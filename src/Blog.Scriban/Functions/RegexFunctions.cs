using System.Text.RegularExpressions;
using Blog.Scriban.Runtime;

namespace Blog.Scriban.Functions;

/// <summary>The object <c>regex</c>: .NET regular expressions, in time that grows with the text where the pattern allows it, and within a time limit.</summary>
internal static class RegexFunctions
{
    // Far beyond what people write; building an automaton takes time, too.
    private const int LongestPattern = 10_000;
    private const int MostKept = 64;

    public static ScriptObject Make()
    {
        var o = new ScriptObject(8);
        void Add(string name, string parameters, BuiltinCall call) => Builtins.Add(o, name, parameters, call, "regex");

        Add("escape", "pattern:s", Escape);
        Add("match", "text:s pattern:s options:s?", (f, a) => Groups(f, Matches(f, a[0].Text(), Of(f, a[1], a[2])).FirstOrDefault()));
        Add("matches", "text:s pattern:s options:s?", AllMatches);
        Add("replace", "text:s pattern:s replace:s options:s?", Replace);
        Add("split", "text:s pattern:s options:s?", Split);
        Add("unescape", "pattern:s", (_, a) => Regex.Unescape(a[0].Text()));
        return o;
    }

    private static Value Escape(Frame frame, ReadOnlySpan<Value> a)
    {
        frame.Budget.Text(a[0].Text().Length * 2L);
        return Regex.Escape(a[0].Text());
    }

    private static Value AllMatches(Frame frame, ReadOnlySpan<Value> a)
    {
        var result = new List<Value>();
        foreach (var match in Matches(frame, a[0].Text(), Of(frame, a[1], a[2])))
        {
            frame.Budget.List(1);
            result.Add(Groups(frame, match));
        }

        return new ScriptArray(result, isSequence: false);
    }

    private static Value Replace(Frame frame, ReadOnlySpan<Value> a)
    {
        var (text, replacement, result, at) = (a[0].Text(), a[2].Text(), new TextBuilder(frame), 0);
        var references = (long)replacement.AsSpan().Count('$');
        var isAroundMatch = replacement.Contains("$_", StringComparison.Ordinal) || replacement.Contains("$`", StringComparison.Ordinal)
            || replacement.Contains("$'", StringComparison.Ordinal);
        foreach (var match in Matches(frame, text, Of(frame, a[1], a[3])))
        {
            // What it comes to is known afterwards; what it can come to, before.
            var longest = replacement.Length + (references * (isAroundMatch ? text.Length : match.Length));
            if (longest > frame.Budget.LongestText)
            {
                frame.Budget.Text(longest);
            }

            result.Append(text.AsSpan(at, match.Index - at)).Append(references == 0 ? replacement : match.Result(replacement));
            at = match.Index + match.Length;
        }

        return result.Append(text.AsSpan(at)).Finish();
    }

    // As .NET splits: between the parts stand the groups of the separator.
    private static Value Split(Frame frame, ReadOnlySpan<Value> a)
    {
        var (text, parts, at) = (a[0].Text(), new List<Value>(), 0);
        foreach (var match in Matches(frame, text, Of(frame, a[1], a[2])))
        {
            AddPart(text[at..match.Index]);
            at = match.Index + match.Length;
            foreach (var group in match.Groups.Values.Skip(1).Where(group => group.Success))
            {
                AddPart(group.Value);
            }
        }

        AddPart(text[at..]);
        return new ScriptArray(parts, isSequence: false);

        void AddPart(string part)
        {
            frame.Budget.List(1);
            frame.Budget.Text(part.Length);
            parts.Add(part);
        }
    }

    private static Value Groups(Frame frame, Match? match)
    {
        if (match is null)
        {
            return new ScriptArray([], isSequence: false);
        }

        var groups = new List<Value>(match.Groups.Count);
        frame.Budget.List(match.Groups.Count);
        foreach (var group in match.Groups.Values)
        {
            frame.Budget.Text(group.Length);
            groups.Add(group.Value);
        }

        return new ScriptArray(groups, isSequence: false);
    }

    /// <summary>Match after match; the time of each is paid.</summary>
    private static IEnumerable<Match> Matches(Frame frame, string text, Regex regex)
    {
        for (var match = frame.Budget.Matching(() => regex.Match(text)); match.Success;)
        {
            yield return match;
            var last = match;
            match = frame.Budget.Matching(last.NextMatch);
        }
    }

    private static Regex Of(Frame frame, Value pattern, Value letters)
    {
        var key = (pattern.Text(), letters.Text());
        if (frame.State.Patterns.TryGetValue(key, out var regex))
        {
            return regex;
        }

        if (key.Item1.Length > LongestPattern)
        {
            throw new TemplateException("the pattern has more than 10,000 characters", "split it") { Argument = 1 };
        }

        if (frame.State.Patterns.Count >= MostKept)
        {
            frame.State.Patterns.Clear();
        }

        frame.Budget.Pattern(key.Item1.Length);
        return frame.State.Patterns[key] = Build(key.Item1, OptionsOf(key.Item2), frame.Options.RegexTimeLimit);
    }

    private static RegexOptions OptionsOf(string letters)
    {
        var options = RegexOptions.CultureInvariant;
        foreach (var letter in letters)
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

        return options;
    }

    private static Regex Build(string pattern, RegexOptions options, TimeSpan timeLimit)
    {
        try
        {
            return new(pattern, options | RegexOptions.NonBacktracking, timeLimit);
        }
        catch (NotSupportedException)
        {
            // Back references, looking around, atomic groups; or an automaton that would be too large.
            return new(pattern, options, timeLimit);
        }
        catch (ArgumentException problem)
        {
            throw new TemplateException($"'{pattern}' is no pattern: {problem.Message}", "put patterns between backticks, so that their backslashes need not be doubled") { Argument = 1 };
        }
    }
}
