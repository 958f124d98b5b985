using Markdig.Helpers;
using Markdig.Renderers.Html;

namespace Blog.Composing.Markdown.Directives;

/// <summary>The parts of a directive's line.</summary>
internal sealed record DirectiveLine(int Colons, string Name, StringSlice? Label, HtmlAttributes Arguments, StringSlice Rest)
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

        // Other tools write '::: tip'; taken as a directive, so that the author learns what to write instead.
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

        if (end == start || !char.IsAsciiLetter(text[start]))
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
        var isText = colons == 2 ? isBare || !rest.IsEmpty : !rest.IsEmpty && start == colons;
        return isText ? null : new(colons, name, label, arguments, new StringSlice(line.Text, line.Start + argumentsStart, line.End));
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
