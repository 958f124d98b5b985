using System.Collections.Immutable;
using Blog.Text;

namespace Blog.Reading;

/// <summary>A file of <c>content/data/</c>: values for templates, <c>site.data.NAME</c>.</summary>
/// <param name="Name">The file's path below <c>content/data/</c> without its extension.</param>
/// <param name="Root">Null when the file is empty or could not be read.</param>
public sealed record DataFile(string Name, SourceFile File, YamlNode? Root, ImmutableArray<Diagnostic> Diagnostics)
{
    public static DataFile Read(SourceFile file) => Read(file, file.Path.Value["content/data/".Length..^file.Path.Extension.Length]);

    /// <summary>A file of any place: JSON when its name ends so, else YAML.</summary>
    public static DataFile Read(SourceFile file, string name)
    {
        var source = file.Text;
        var span = new TextSpan(0, source.Text.Length);
        var document = !file.HasText ? new(null, [])
            : file.Path.Extension == ".json" ? JsonTree.Parse(source, span, YamlLimits.Data)
            : Yaml.Parse(source, span, YamlLimits.Data);
        return new(name, file, document.Root, [.. file.TextDiagnostics, .. document.Diagnostics]);
    }
}
