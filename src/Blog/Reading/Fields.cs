using System.Collections.Immutable;
using System.Globalization;
using Blog.Text;

namespace Blog.Reading;

/// <summary>Reads checked values from the tree and tells what does not fit; the same rules for front matter and settings.</summary>
/// <param name="wrongType">Makes the diagnostic: source, place, key, what was expected, what was found.</param>
internal sealed class Fields(SourceText source, List<Diagnostic> diagnostics, Func<SourceText, TextSpan, string, string, string, Diagnostic> wrongType)
{
    public SourceText Source => source;

    public void Report(Diagnostic diagnostic) => diagnostics.Add(diagnostic);

    /// <summary>Text, a number or a boolean as written; null when absent, blank or wrong.</summary>
    public string? Text(string key, YamlNode? node)
    {
        switch (node)
        {
            case null or YamlScalar { IsNull: true }:
                return null;
            case YamlScalar scalar:
                return string.IsNullOrWhiteSpace(scalar.Value) ? null : scalar.Value.Trim();
            default:
                return Wrong<string>(key, node, "text");
        }
    }

    /// <summary>Text in one line: line ends and runs of blanks become one blank.</summary>
    public string? Line(string key, YamlNode? node) =>
        Text(key, node) is { } text ? string.Join(' ', text.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries)) : null;

    /// <summary>Yes and no are text in YAML 1.2, but nobody who writes them means text: taken, with a warning.</summary>
    public bool? Boolean(string key, YamlNode? node)
    {
        if (node is null or YamlScalar { IsNull: true } || node is YamlScalar { Value: "" })
        {
            return null;
        }

        if (node is not YamlScalar scalar)
        {
            return WrongValue<bool>(key, node, "true or false");
        }

        switch (scalar.Value.ToLowerInvariant())
        {
            case "true":
                return true;
            case "false":
                return false;
            case "yes" or "on":
                Report(Problems.YesOrNo(source, scalar.Span, key, scalar.Value, "true"));
                return true;
            case "no" or "off":
                Report(Problems.YesOrNo(source, scalar.Span, key, scalar.Value, "false"));
                return false;
            default:
                return WrongValue<bool>(key, node, "true or false");
        }
    }

    public int? Integer(string key, YamlNode? node, int minimum = int.MinValue)
    {
        if (node is null or YamlScalar { IsNull: true })
        {
            return null;
        }

        return node is YamlScalar scalar && int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= minimum
            ? number
            : WrongValue<int>(key, node, minimum == int.MinValue ? "a whole number" : $"a whole number from {minimum}");
    }

    /// <summary>A list of texts; one text is a list of one, and empty items do not count.</summary>
    public ImmutableArray<string> Texts(string key, YamlNode? node, bool splitsCommas = false)
    {
        switch (node)
        {
            case null or YamlScalar { IsNull: true }:
                return [];
            case YamlScalar scalar:
                var parts = splitsCommas ? scalar.Value.Split([',', '，']) : [scalar.Value];
                return [.. parts.Select(part => part.Trim()).Where(part => part.Length > 0)];
            case YamlSequence sequence when sequence.Items.All(item => item is YamlScalar):
                return [.. sequence.Items.Cast<YamlScalar>().Where(item => !item.IsNull).Select(item => item.Value.Trim()).Where(text => text.Length > 0)];
            case YamlSequence sequence:
                Wrong<string>(key, sequence.Items.First(item => item is not YamlScalar), "a list of texts", "inside the list");
                return [];
            default:
                Wrong<string>(key, node, "a list of texts");
                return [];
        }
    }

    public YamlMapping? Map(string key, YamlNode? node) => node switch
    {
        null or YamlScalar { IsNull: true } => null,
        YamlMapping map => map,
        _ => Wrong<YamlMapping>(key, node, "a map"),
    };

    public ImmutableArray<YamlNode> List(string key, YamlNode? node)
    {
        switch (node)
        {
            case null or YamlScalar { IsNull: true }:
                return [];
            case YamlSequence list:
                return list.Items;
            default:
                Wrong<string>(key, node, "a list");
                return [];
        }
    }

    /// <summary>Reports the wrong type and gives null.</summary>
    public T? Wrong<T>(string key, YamlNode node, string expected, string? where = null)
        where T : class
    {
        Report(wrongType(source, node.Span, key, expected, Found(node) + (where is null ? "" : " " + where)));
        return null;
    }

    private T? WrongValue<T>(string key, YamlNode node, string expected)
        where T : struct
    {
        Report(wrongType(source, node.Span, key, expected, Found(node)));
        return null;
    }

    private static string Found(YamlNode node) =>
        node is YamlScalar { IsNull: false } scalar ? $"'{(scalar.Value.Length > 40 ? scalar.Value[..40] + "…" : scalar.Value)}'" : node.Kind;
}
