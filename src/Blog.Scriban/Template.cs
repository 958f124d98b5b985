using System.Buffers;
using System.Collections.Immutable;
using Blog.Scriban.Runtime;
using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban;

/// <summary>What a rendering made, and what there is to say about it.</summary>
/// <param name="Utf8">Empty when it failed.</param>
public sealed record RenderResult(ReadOnlyMemory<byte> Utf8, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool Failed => Diagnostics.Any(d => d.Severity == Severity.Error);

    public string Text => System.Text.Encoding.UTF8.GetString(Utf8.Span);
}

/// <summary>A parsed template: immutable, shared by all threads that render it.</summary>
public sealed class Template
{
    private Template(SourceText source, TemplateOptions options, Block body, ImmutableArray<Diagnostic> diagnostics)
    {
        Source = source;
        Options = options;
        Body = body;
        Diagnostics = diagnostics;
    }

    public SourceText Source { get; }

    public TemplateOptions Options { get; }

    /// <summary>What parsing found; a template with errors cannot be rendered.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);

    /// <summary>The offset of what follows the front matter; 0 when the template has none.</summary>
    public int ContentStart { get; private init; }

    internal Block Body { get; }

    internal bool HasReturn { get; private init; }

    /// <summary>Reads a template; mistakes end up in <see cref="Diagnostics"/>, never in an exception.</summary>
    public static Template Parse(SourceText source, TemplateOptions options)
    {
        if (source.Text.Length > options.SourceLimit && options.SourceLimit > 0)
        {
            return new(source, options, new([]) { Span = default }, [Problems.SourceTooLong(source, options.SourceLimit)]);
        }

        var diagnostics = new List<Diagnostic>();
        var parser = new Parser(source, options, diagnostics);
        var body = parser.Parse();
        if (options.EscapeHtml && diagnostics.All(d => d.Severity != Severity.Error))
        {
            new HtmlPlaces(source, diagnostics).Mark(body);
        }

        return new(source, options, body, [.. diagnostics.OrderBy(d => d.Span.Start)])
        {
            HasReturn = parser.HasReturn,
            ContentStart = parser.ContentStart,
        };
    }

    /// <summary>Renders the template over a model.</summary>
    /// <param name="include">A template by its name; null when there is none.</param>
    /// <param name="building">What is being made, for messages: "/x/ from content/x.md".</param>
    public RenderResult Render(ScriptObject model, Func<string, Template?> include, string? building = null) =>
        Render(model, include, Options, building);

    /// <summary>Renders with other options for this one rendering: the instant, the seed, limits.</summary>
    public RenderResult Render(ScriptObject model, Func<string, Template?> include, TemplateOptions options, string? building = null)
    {
        var page = new ArrayBufferWriter<byte>();
        var diagnostics = Render(model, include, page, options, building);
        return new(page.WrittenMemory, diagnostics);
    }

    /// <summary>Renders into <paramref name="output"/>: the whole page, or nothing when there are errors.</summary>
    public ImmutableArray<Diagnostic> Render(
        ScriptObject model, Func<string, Template?> include, IBufferWriter<byte> output, TemplateOptions? options = null, string? building = null)
    {
        if (HasErrors)
        {
            return Diagnostics;
        }

        var frame = new Frame(this, model, include, options ?? Options, building);
        try
        {
            frame.RunPage(this);
            output.Write(frame.Output.Written);
            return [.. frame.Diagnostics];
        }
        catch (RenderFailure failure)
        {
            return [.. frame.Diagnostics, failure.Diagnostic];
        }
        finally
        {
            frame.Output.Release();
        }
    }

    /// <summary>What the template and everything it includes may read of the model.</summary>
    public ReadPaths ReadPaths(Func<string, Template?> include) => FreeVariables.Of(this, include);
}
