using System.Text;
using Blog.Text;

namespace Blog.Scriban.Habits;

// ".Title" of Go, and the loop objects of Liquid and Jinja.
internal sealed partial class Sentence
{
    private static readonly HashSet<string> Roots = new(StringComparer.Ordinal) { "site", "page", "post" };

    private void TranslateMembers()
    {
        for (var at = 0; at < _words.Count; at++)
        {
            if (Is(at, TokenKind.Dot) && StandsAlone(at))
            {
                TranslateMember(at);
            }
        }
    }

    // With a blank in front it could be a member all the same ("a .b"), unless the word in front is one of Go or the name is written as in Go.
    private bool StandsAlone(int at)
    {
        if (at == 0 || StartsExpression(at))
        {
            return true;
        }

        return At(at).Space && !At(at + 1).Space && IsName(at + 1) && (char.IsUpper(At(at + 1).Text[0]) || GoFunctions.Contains(At(at - 1).Text));
    }

    private void TranslateMember(int dot)
    {
        if (!IsName(dot + 1) || At(dot + 1).Space)
        {
            Found("'.' alone is no value", At(dot).Span);
            Replace(dot, dot + 1, Word.Name("item", At(dot).Space));
            return;
        }

        var end = dot + 2;
        List<string> names = [SnakeCase(At(dot + 1).Text)];
        while (Is(end, TokenKind.Dot) && !At(end).Space && IsName(end + 1))
        {
            names.Add(SnakeCase(At(end + 1).Text));
            end += 2;
        }

        Found("nothing stands in front of the '.'", TextSpan.FromBounds(At(dot).Span.Start, At(end - 1).Span.End));
        var isFormat = names.Count > 1 && names[^1] == "format" && At(end).IsText;
        var path = string.Join('.', isFormat ? names[..^1] : names);
        if (!Roots.Contains(names[0]) || names.Count == 1)
        {
            path = "page." + path;
            _remark = ", in a loop with its variable in place of 'page'";
        }

        if (isFormat)
        {
            Replace(dot, end + 1, Word.Name(path, At(dot).Space), Word.Sign(TokenKind.Pipe, "|"), Word.Name("date.to_string"), Quoted(DatePattern.OfGo(At(end).Content)));
            return;
        }

        Replace(dot, end, Word.Name(path, At(dot).Space));
    }

    /// <summary><c>IsHome</c> as <c>is_home</c>, <c>RelURL</c> as <c>rel_url</c>.</summary>
    private static string SnakeCase(string name)
    {
        var result = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]) && name[i - 1] != '_')
            {
                result.Append('_');
            }

            result.Append(char.ToLowerInvariant(name[i]));
        }

        return result.ToString();
    }

    private void TranslateLoopObjects()
    {
        for (var at = 0; at + 2 < _words.Count; at++)
        {
            if (At(at).Text is not ("loop" or "forloop") || !IsName(at) || !Is(at + 1, TokenKind.Dot) || Is(at - 1, TokenKind.Dot) || LoopMember(At(at + 2).Text) is not { } member)
            {
                continue;
            }

            Found($"'{At(at).Text}' is named 'for' here, and its 'index' counts from 0", TextSpan.FromBounds(At(at).Span.Start, At(at + 2).Span.End));
            var needsParentheses = member.Contains(' ', StringComparison.Ordinal) && _words.Count > 3;
            Replace(at, at + 3, Word.Name(needsParentheses ? $"({member})" : member, At(at).Space));
        }
    }

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["nil"] = "null",
        ["None"] = "null",
        ["NULL"] = "null",
        ["undefined"] = "null",
        ["True"] = "true",
        ["False"] = "false",
    };

    private void TranslateNames()
    {
        for (var at = 0; at < _words.Count; at++)
        {
            if (IsName(at) && Names.TryGetValue(At(at).Text, out var name) && !Is(at - 1, TokenKind.Dot) && !Is(at + 1, TokenKind.Dot) && !Is(at + 1, TokenKind.Colon) && !Is(at + 1, TokenKind.Assign))
            {
                Found($"'{At(at).Text}' is no value of the language", At(at).Span);
                Replace(at, at + 1, Word.Name(name, At(at).Space));
            }
        }
    }

    private static string? LoopMember(string name) => name switch
    {
        "index" => "for.index + 1",
        "index0" => "for.index",
        "rindex" or "revindex" => "for.rindex + 1",
        "rindex0" or "revindex0" => "for.rindex",
        "first" or "last" or "length" or "changed" => "for." + name,
        _ => null,
    };
}
