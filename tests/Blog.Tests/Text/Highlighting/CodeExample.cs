using Blog.Tests.Kit;
using Blog.Text.Highlighting;

namespace Blog.Tests.Text.Highlighting;

/// <summary>
/// An example of <c>tests/specs/highlighting</c>: a fence of eight backticks, <c>example</c> and a language; under each line of code a line of marks,
/// a letter for each character.
/// </summary>
/// <param name="Name">File and line, to find it again.</param>
public sealed record CodeExample(string Name, string Language, string Code, string Marks)
{
    private const string Fence = "````````";

    private static readonly Dictionary<string, char> MarkOfClass = new(StringComparer.Ordinal)
    {
        [""] = ' ',
        ["k"] = 'k',
        ["kc"] = 'K',
        ["kt"] = 't',
        ["nc"] = 'C',
        ["nb"] = 'b',
        ["nl"] = 'l',
        ["nf"] = 'f',
        ["nd"] = 'd',
        ["nv"] = 'v',
        ["na"] = 'a',
        ["nt"] = 'T',
        ["s"] = 's',
        ["se"] = 'e',
        ["sr"] = 'r',
        ["m"] = 'n',
        ["c"] = 'c',
        ["cs"] = 'D',
        ["cp"] = 'p',
        ["gi"] = 'i',
        ["gd"] = 'x',
        ["gh"] = 'h',
        ["gu"] = 'H',
        ["gs"] = 'S',
        ["ge"] = 'm',
        ["gp"] = '>',
        ["go"] = 'o',
        ["gt"] = '!',
        ["err"] = 'E',
    };

    public static IReadOnlyList<CodeExample> All { get; } =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "tests", "specs", "highlighting"), "*.md").Order(StringComparer.Ordinal).SelectMany(Read)];

    private static IEnumerable<CodeExample> Read(string file)
    {
        var lines = File.ReadAllText(file).ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Fence + " example ", StringComparison.Ordinal))
            {
                continue;
            }

            var end = Array.IndexOf(lines, Fence, i);
            var body = lines[(i + 1)..end];
            yield return new(
                $"{Path.GetFileName(file)}:{i + 1}",
                lines[i][(Fence.Length + " example ".Length)..],
                string.Join('\n', body.Where((_, number) => number % 2 == 0)),
                string.Join('\n', body.Where((_, number) => number % 2 == 1)));
            i = end;
        }
    }

    /// <summary>Code and marks in turns, as an example is written.</summary>
    public static string Shown(string code, IEnumerable<CodeSpan> spans)
    {
        var marks = new char[code.Length];
        Array.Fill(marks, ' ');
        foreach (var span in spans)
        {
            marks.AsSpan(span.Start, span.End - span.Start).Fill(MarkOfClass[TokenClass.Of(span.Kind)]);
        }

        var start = 0;
        var lines = new List<string>();
        foreach (var line in code.Split('\n'))
        {
            lines.Add(line);
            lines.Add(new string(marks, start, line.Length).TrimEnd());
            start += line.Length + 1;
        }

        return string.Join('\n', lines);
    }

    public string Expected => string.Join('\n', Code.Split('\n').Zip(Marks.Split('\n'), (code, marks) => $"{code}\n{marks}"));
}
