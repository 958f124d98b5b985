using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Blog.Cli.Explaining;
using Blog.Cli.Terminal;
using Blog.Text;

namespace Blog.Cli.Commands;

/// <summary>One run of <c>blog explain</c>: one code, those that begin alike, or an overview.</summary>
internal sealed class ExplainRun(Shell shell)
{
    private readonly Reporter _reporter = new(shell, Loudness.Normal);

    public int Run(string? typed, string? format)
    {
        var (isJson, formatProblem) = SiteOptions.FormatOf(format);
        if (formatProblem is not null)
        {
            return Refuse(formatProblem);
        }

        if (string.IsNullOrWhiteSpace(typed))
        {
            return Overview(isJson);
        }

        var code = CodeOf(typed);
        ImmutableArray<Explanation> found = [.. ManualPage.Explanations.Where(one => one.Code.StartsWith(code, StringComparison.Ordinal))];
        if (found.IsEmpty)
        {
            return Refuse(Problems.UnknownCode(typed, Spelling.Nearest(code, ManualPage.Explanations.Select(one => one.Code))));
        }

        var isOne = found[0].Code == code;
        _reporter.Answer(isJson ? JsonReport.Of(json => Write(json, found, isOne)) : isOne ? Page(found[0]) : Rows(found));
        return ExitCode.Done;
    }

    private int Overview(bool isJson)
    {
        if (isJson)
        {
            _reporter.Answer(JsonReport.Of(json => Write(json, ManualPage.Explanations, isOne: false)));
            return ExitCode.Done;
        }

        _reporter.Answer(Table.Of([
            .. ManualPage.Explanations.GroupBy(one => one.Group)
                .Select(group => new[] { Words.Range(group.First().Code, group.Last().Code), group.Key.Title }),
        ]));
        _reporter.Remark(Words.MoreOfCodes);
        return ExitCode.Done;
    }

    /// <summary>As people copy a code: in any case, with a colon behind it, by the number that the language of templates gives it.</summary>
    private static string CodeOf(string typed)
    {
        var code = typed.Trim().Trim(':', '[', ']', '\'', '"', '#').ToUpperInvariant();
        return code.StartsWith('T') && code.Skip(1).All(char.IsAsciiDigit) ? "B3" + code[1..] : code;
    }

    private string Page(Explanation explanation)
    {
        var label = $"{Words.LabelOf(explanation.Severity)} {explanation.Code}: ";
        var indent = new string(' ', label.Length);
        var text = new StringBuilder(Paragraph.Of(explanation.Messages[0], shell.Width, indent, label));
        foreach (var message in explanation.Messages.Skip(1))
        {
            text.Append(Paragraph.Of(message, shell.Width, indent, Words.Another.PadLeft(label.Length)));
        }

        foreach (var line in explanation.Paragraphs.Append(RemarkOf(explanation)).SelectMany(paragraph => paragraph.Split('\n').Prepend("")))
        {
            text.Append(Paragraph.Of(line.TrimStart(), shell.Width, new string(' ', line.Length - line.TrimStart().Length)));
        }

        return text.ToString();
    }

    // What holds for a group does not where the entry itself names another exit code.
    private static string RemarkOf(Explanation explanation)
    {
        var remark = explanation.Severity == Severity.Warning ? Words.WarningsPublish
            : explanation.Paragraphs.Any(paragraph => paragraph.Contains("Exit code", StringComparison.Ordinal)) ? ""
            : explanation.Group.Remark;
        return $"{explanation.Group.Title}. {remark}".TrimEnd();
    }

    private static string Rows(ImmutableArray<Explanation> explanations) =>
        Table.Of([.. explanations.Select(one => new[] { one.Code, Words.LabelOf(one.Severity), one.Messages[0] })]);

    private static void Write(Utf8JsonWriter json, ImmutableArray<Explanation> explanations, bool isOne)
    {
        if (isOne)
        {
            Write(json, explanations[0]);
            return;
        }

        json.WriteStartArray();
        foreach (var explanation in explanations)
        {
            Write(json, explanation);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Explanation explanation)
    {
        json.WriteStartObject();
        json.WriteString("code", explanation.Code);
        json.WriteString("severity", Words.LabelOf(explanation.Severity));
        json.WriteString("group", explanation.Group.Title);
        json.WriteStartArray("messages");
        foreach (var message in explanation.Messages)
        {
            json.WriteStringValue(message);
        }

        json.WriteEndArray();
        json.WriteString("explanation", string.Join("\n\n", explanation.Paragraphs));
        json.WriteEndObject();
    }

    private int Refuse(Diagnostic problem)
    {
        _reporter.Show([problem]);
        return ExitCode.Refused;
    }
}
