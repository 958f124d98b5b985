using System.Collections.Immutable;
using System.Globalization;
using Blog.Text;

namespace Blog.Reading;

/// <summary>A value of a YAML or JSON document that knows its place in the file.</summary>
public abstract record YamlNode(TextSpan Span)
{
    /// <summary>As messages name it: <c>a list</c>.</summary>
    internal abstract string Kind { get; }
}

/// <param name="IsPlain">Written without quotes, so that the YAML 1.2 core types apply (<c>true</c>, <c>12</c>, <c>null</c>).</param>
public sealed record YamlScalar(string Value, bool IsPlain, TextSpan Span) : YamlNode(Span)
{
    public bool IsNull => IsPlain && Value is "" or "~" or "null" or "Null" or "NULL";

    internal override string Kind => IsNull ? "nothing" : AsBoolean is not null ? "true or false" : AsNumber is not null ? "a number" : "text";

    /// <summary>YAML 1.2 core: <c>yes</c>, <c>no</c>, <c>on</c> and <c>off</c> are text. Null when this is no boolean.</summary>
    public bool? AsBoolean => !IsPlain ? null : Value switch
    {
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ => null,
    };

    /// <summary>A decimal number; <c>0777</c>, <c>1_000</c> and <c>12:30:45</c> are text. Null when this is no number.</summary>
    public double? AsNumber => IsPlain && IsNumber(Value)
        && double.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    public long? AsInteger => IsPlain && IsNumber(Value)
        && long.TryParse(Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    // A leading zero means octal in YAML 1.1 and decimal in 1.2: text, so that neither reader is wrong.
    private static bool IsNumber(string text)
    {
        var digits = text.AsSpan(text.StartsWith('-') || text.StartsWith('+') ? 1 : 0);
        return digits is [>= '0' and <= '9', ..] && !(digits is ['0', >= '0' and <= '9', ..]) && !digits.ContainsAnyExcept("0123456789.eE+-");
    }
}

public sealed record YamlSequence(ImmutableArray<YamlNode> Items, TextSpan Span) : YamlNode(Span)
{
    internal override string Kind => "a list";
}

public sealed record YamlMapping(ImmutableArray<YamlPair> Pairs, TextSpan Span) : YamlNode(Span)
{
    public YamlNode? this[string key] => Pairs.FirstOrDefault(pair => pair.Key.Value == key)?.Value;

    internal override string Kind => "a map";
}

public sealed record YamlPair(YamlScalar Key, YamlNode Value);
