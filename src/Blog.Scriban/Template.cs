using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using Blog.Scriban.Escaping;
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
    // A template that includes itself within <svg> begins deeper each time.
    private const int DeepestForeign = 200;

    private const int MostPlaces = 100;

    private ConcurrentDictionary<HtmlState, Template>? _elsewhere;

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

    /// <summary>Where in the HTML it begins, and ends.</summary>
    internal HtmlState Start { get; private init; }

    /// <summary>Includes with constant names, where escaping is on.</summary>
    internal IReadOnlyList<PlacedInclude> Includes { get; private init; } = [];

    /// <summary>What is wrong wherever the template is included: the mistakes of the language.</summary>
    public ImmutableArray<Diagnostic> SyntaxDiagnostics { get; private init; } = [];

    /// <summary>Reads a template; mistakes end up in <see cref="Diagnostics"/>, never in an exception.</summary>
    public static Template Parse(SourceText source, TemplateOptions options) => Parse(source, options, HtmlState.StartOf(LanguageOf(source.Path, options)));

    internal static Template Parse(SourceText source, TemplateOptions options, HtmlState start)
    {
        if (source.Text.Length > options.SourceLimit && options.SourceLimit > 0)
        {
            ImmutableArray<Diagnostic> tooLong = [Problems.SourceTooLong(source, options.SourceLimit)];
            return new(source, options, new([]) { Span = default }, tooLong) { Start = start, SyntaxDiagnostics = tooLong };
        }

        var reading = Reading.Of(source, options);
        var (body, diagnostics) = (reading.Body, reading.Diagnostics);
        var syntax = Reading.Shown(diagnostics);
        var includes = syntax.All(d => d.Severity != Severity.Error) ? HtmlPlaces.Mark(source, body, start, diagnostics) : [];
        return new(source, options, body, Reading.Shown(diagnostics))
        {
            HasReturn = reading.HasReturn,
            ContentStart = reading.ContentStart,
            Start = start,
            Includes = includes,
            SyntaxDiagnostics = syntax,
        };
    }

    private static MarkupLanguage LanguageOf(string path, TemplateOptions options) => !options.EscapeHtml ? MarkupLanguage.None
        : Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".txt" or ".json" or ".js" or ".css" or ".md" or ".csv" => MarkupLanguage.None,
            ".xml" or ".svg" or ".xhtml" or ".rss" or ".atom" => MarkupLanguage.Xml,
            _ => MarkupLanguage.Html,
        };

    /// <summary>The same template, included at another place of the HTML.</summary>
    internal Template Within(HtmlState start) =>
        start == Start || SyntaxDiagnostics.Any(d => d.Severity == Severity.Error) ? this
            : LazyInitializer.EnsureInitialized(ref _elsewhere, () => new()).GetOrAdd(start, (at, known) => known.Count < MostPlaces ? Parse(Source, Options, at) : Nowhere(at), _elsewhere);

    // Each place means a tree of its own.
    private Template Nowhere(HtmlState start) => new(Source, Options, new([]) { Span = default }, [Problems.TooManyPlaces(Source, MostPlaces)]) { Start = start };

    /// <summary>What is wrong with the template and all that it includes by constant names, each at the places where it is included.</summary>
    public ImmutableArray<Diagnostic> Check(Func<string, Template?> include)
    {
        var seen = new HashSet<(SourceText Source, HtmlState Start)>();
        var found = new List<Diagnostic>();
        Visit(this);
        return [.. found];

        void Visit(Template template)
        {
            if (!seen.Add((template.Source, template.Start)) || template.Start.Foreign.Length > DeepestForeign)
            {
                return;
            }

            found.AddRange(template.Diagnostics);
            foreach (var placed in template.Includes)
            {
                if (include(placed.Name)?.Within(placed.Place) is { } included)
                {
                    Visit(included);
                }
            }
        }
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
