using System.Collections.Immutable;
using System.Text;
using Blog.Text;
using YamlDotNet.Core;

namespace Blog.Reading;

/// <summary>How large a document may be; alias bombs and generated files stop here.</summary>
/// <param name="Bytes">Of UTF-8 text.</param>
/// <param name="Nodes">Values and keys, an alias counting as all that it stands for.</param>
internal sealed record YamlLimits(int Bytes, int Nodes)
{
    /// <summary>The largest front matter of 10,708 real files had 1,435 characters.</summary>
    public static YamlLimits FrontMatter { get; } = new(256 * 1024, 10_000);

    /// <summary>Tables for templates are larger.</summary>
    public static YamlLimits Data { get; } = new(DecodedText.MaxBytes, 1_000_000);

    /// <summary>Of lists and maps in each other, in flow and block style alike; walkers of a tree may recurse.</summary>
    public const int Depth = 64;
}

/// <summary>A document read: its tree, or null when it has none or has errors.</summary>
internal sealed record YamlDocument(YamlNode? Root, ImmutableArray<Diagnostic> Diagnostics)
{
    public static YamlDocument Failed(Diagnostic diagnostic) => new(null, [diagnostic]);
}

/// <summary>YAML as a tree with places, by way of YamlDotNet's events: no object is ever made from a tag.</summary>
internal static class Yaml
{
    public static YamlDocument Parse(SourceText source, TextSpan span) => Parse(source, span, YamlLimits.FrontMatter);

    public static YamlDocument Parse(SourceText source, TextSpan span, YamlLimits limits)
    {
        var text = source.Text.Substring(span.Start, span.Length);
        if (text.Length > limits.Bytes / 3 && Encoding.UTF8.GetByteCount(text) is var bytes && bytes > limits.Bytes)
        {
            return YamlDocument.Failed(Problems.YamlTooLong(source, new(span.Start, 0), bytes, limits.Bytes));
        }

        var document = Parse(source, text, limits, offset => span.Start + offset, out var failure);
        if (failure is null)
        {
            return document;
        }

        // libyaml, hence Jekyll and Hexo, take quoted text that goes on in column 0; YamlDotNet does not. 116 of 10,708 real files have it.
        var repaired = QuotedContinuations.Indent(text);
        if (repaired.Insertions.Count > 0)
        {
            var second = Parse(source, repaired.Text, limits, offset => span.Start + repaired.Original(offset), out var again);
            if (again is null)
            {
                return second;
            }
        }

        return YamlDocument.Failed(YamlSlips.Explain(source, span, span.Start + failure.Offset, failure.Message));
    }

    private static YamlDocument Parse(SourceText source, string text, YamlLimits limits, Func<int, int> place, out SyntaxFailure? failure)
    {
        failure = null;
        var tree = new YamlTree(source, limits, place);
        try
        {
            return tree.Read(new Parser(new StringReader(text)));
        }
        catch (YamlException error)
        {
            failure = new(Math.Min((int)error.Start.Index, text.Length), error.Message);
        }
        catch (InvalidOperationException)
        {
            // The library's answer to '[b, c' followed by 'd: e' (16.3.0); it names no place, the last event does.
            failure = new(Math.Min(tree.LastOffset, text.Length), "a list or map is not closed");
        }
        catch (Exception error) when (error is ArgumentException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // Its answer to '!!str[' (tags must be valid URIs) and to other text that only a fuzzer writes.
            failure = new(Math.Min(tree.LastOffset, text.Length), "this is not YAML");
        }

        return new(null, []);
    }

    private sealed record SyntaxFailure(int Offset, string Message);
}
