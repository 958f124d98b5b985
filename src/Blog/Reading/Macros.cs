using System.Collections.Immutable;
using Blog.Text;
using Blog.Text.Tex;

namespace Blog.Reading;

/// <summary>Reads <c>macros</c>: names, with or without backslash, and the TeX that they stand for.</summary>
internal static class Macros
{
    /// <param name="report">Told what is wrong with a macro, and where it stands; such macros are left out.</param>
    public static ImmutableSortedDictionary<string, string> Read(Fields fields, YamlNode? node, Func<TextSpan, Diagnostic, Diagnostic> report)
    {
        var macros = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in fields.Map("macros", node)?.Pairs ?? [])
        {
            var name = pair.Key.Value.TrimStart('\\');
            var text = fields.Text(pair.Key.Value, pair.Value) ?? "";
            var problems = MathMacros.Of([KeyValuePair.Create(name, text)]).Diagnostics;
            if (problems.IsEmpty)
            {
                macros.TryAdd(name, text);
            }

            foreach (var problem in problems)
            {
                fields.Report(report(pair.Key.Span with { Length = pair.Value.Span.End - pair.Key.Span.Start }, problem));
            }
        }

        return macros.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }
}
