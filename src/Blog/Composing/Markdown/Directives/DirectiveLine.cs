using Markdig.Helpers;
using Markdig.Renderers.Html;

namespace Blog.Composing.Markdown.Directives;

/// <summary>The parts of a directive's line.</summary>
/// <param name="IsForeign">Spelt as other tools do, <c>::: tip</c>.</param>
internal sealed record DirectiveLine(int Colons, string Name, bool IsForeign, StringSlice? Label, HtmlAttributes Arguments, StringSlice Rest)
{
    /// <summary>Null when the line is text: <c>::std::vector</c>, a lone <c>:::</c>.</summary>
    public static DirectiveLine? Read(StringSlice line)
    {
        var text = line.AsSpan();
        var colons = text.IndexOfAnyExcept(':') is var first and > 0 ? first : 0;
        if (colons < 2)
        {
            return null;
        }

        // Other tools write '::: tip'; taken as a directive, so that the author learns what to write instead. Pandoc's '::: {.tip}' has no name.
        var start = colons;
        while (colons > 2 && start < text.Length && text[start] == ' ')
        {
            start++;
        }

        var end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '_'))
        {
            end++;
        }

        var isNameless = colons > 2 && start < text.Length && text[start] == '{';
        if (!isNameless && (end == start || !char.IsAsciiLetter(text[start])))
        {
            return null;
        }

        var name = text[start..end].ToString();
        var label = LabelAt(line, text, ref end);
        var arguments = new HtmlAttributes();
        var argumentsStart = end;
        var length = AttributeList.Parse(text[end..], arguments);
        end += Math.Max(0, length);
        var isBare = label is null && length < 0;
        var rest = text[end..].Trim();
        var isForeign = start > colons || isNameless;
        var isText = isNameless ? length < 0 || !rest.IsEmpty : colons == 2 ? isBare || !rest.IsEmpty : !rest.IsEmpty && !isForeign;
        if (isForeign && label is null && rest.TrimEnd(':').TrimEnd() is { IsEmpty: false } title)
        {
            // '::: tip The title'
            var titleStart = line.Start + end + text[end..].IndexOf(title, StringComparison.Ordinal);
            label = new StringSlice(line.Text, titleStart, titleStart + title.Length - 1);
        }

        return isText ? null : new(colons, name, isForeign, label, arguments, new StringSlice(line.Text, line.Start + argumentsStart, line.End));
    }

    private static StringSlice? LabelAt(StringSlice line, ReadOnlySpan<char> text, ref int end)
    {
        if (end >= text.Length || text[end] != '[' || text[end..].IndexOf(']') is not (var close and > 0))
        {
            return null;
        }

        var label = new StringSlice(line.Text, line.Start + end + 1, line.Start + end + close - 1);
        end += close + 1;
        return label;
    }

    /// <summary>The label, else the attribute as it stands in the source, so that Markdown in it has a place.</summary>
    public StringSlice? Text(string attribute)
    {
        if (Label is not null)
        {
            return Label;
        }

        var value = Arguments.Properties?.FirstOrDefault(property => property.Key == attribute).Value;
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        var start = Rest.Text.IndexOf(value, Rest.Text.IndexOf(attribute + "=", Rest.Start, StringComparison.Ordinal), StringComparison.Ordinal);
        return new StringSlice(Rest.Text, start, start + value.Length - 1);
    }
}
