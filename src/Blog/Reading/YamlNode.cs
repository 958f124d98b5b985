using System.Collections.Immutable;
using Blog.Text;

namespace Blog.Reading;

/// <summary>A value of a YAML or JSON document that knows its place in the file.</summary>
public abstract record YamlNode(TextSpan Span);

/// <param name="IsPlain">Written without quotes, so that the YAML 1.2 core types apply (<c>true</c>, <c>12</c>, <c>null</c>).</param>
public sealed record YamlScalar(string Value, bool IsPlain, TextSpan Span) : YamlNode(Span)
{
    public bool IsNull => IsPlain && Value is "" or "~" or "null" or "Null" or "NULL";
}

public sealed record YamlSequence(ImmutableArray<YamlNode> Items, TextSpan Span) : YamlNode(Span);

public sealed record YamlMapping(ImmutableArray<YamlPair> Pairs, TextSpan Span) : YamlNode(Span)
{
    public YamlNode? this[string key] => Pairs.FirstOrDefault(pair => pair.Key.Value == key)?.Value;
}

public sealed record YamlPair(YamlScalar Key, YamlNode Value);
