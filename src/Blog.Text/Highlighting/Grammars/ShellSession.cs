using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>What a terminal shows: prompts with commands, and between them what the commands said.</summary>
internal static class ShellSession
{
    private const int LongestPrompt = 80;

    public static Mode Create() => new(new Special(CharSet.Except(CharSet.All, "\n"), ReadLine));

    private static bool ReadLine(Scanner scanner)
    {
        var end = scanner.LineEnd;
        var line = scanner.Text.AsSpan(scanner.Position, end - scanner.Position);
        var prompt = LengthOfPrompt(line);
        if (prompt == 0)
        {
            scanner.TakeTo(end, TokenKind.Output);
            return true;
        }

        var mode = line.StartsWith("PS ", StringComparison.Ordinal) ? Languages.Root("powershell") : Shell.Script;
        scanner.Take(prompt, TokenKind.Prompt);

        // A command goes on in the next line behind a backslash.
        while (end < scanner.End && scanner.Text[end - 1] == '\\')
        {
            end = scanner.Find('\n', end + 1) is >= 0 and var next ? next : scanner.End;
        }

        if (!scanner.Embed(mode, end))
        {
            scanner.TakeTo(end, TokenKind.Text);
        }

        return true;
    }

    // "$ ", "# ", "% ", "> ", "PS C:\> ", "user@host:~$ ", "(env) $ ", "[root@host ~]# "
    private static int LengthOfPrompt(ReadOnlySpan<char> line)
    {
        var start = line.Length - line.TrimStart(' ').Length;
        var text = line[start..];
        if (text is ['$' or '%' or '#' or '>'] or ['$' or '%' or '#' or '>' or '❯' or '➜', ' ', ..])
        {
            return start + Math.Min(text.Length, 2);
        }

        var part = text[..Math.Min(text.Length, LongestPrompt)];
        if (part.StartsWith("PS ", StringComparison.Ordinal) || (part.Length > 3 && char.IsAsciiLetterUpper(part[0]) && part[1] == ':' && part[2] == '\\'))
        {
            var close = part.IndexOf('>');
            return close < 0 ? 0 : start + close + (close + 1 < text.Length && text[close + 1] == ' ' ? 2 : 1);
        }

        var sign = part.IndexOfAny("$#%");
        if (sign <= 0 || sign + 1 >= part.Length || part[sign + 1] != ' ')
        {
            return 0;
        }

        var before = part[..sign];
        return before[0] == '(' || before[0] == '[' || (before.Contains('@') && !before.Contains('=')) || before is "bash" || before.StartsWith("bash-", StringComparison.Ordinal) || before.StartsWith("sh-", StringComparison.Ordinal)
            ? start + sign + 2
            : 0;
    }
}
