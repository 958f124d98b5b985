using System.Buffers;
using System.Text;
using System.Text.Json;
using Blog.Publishing;
using Blog.Text;

namespace Blog.Cli.Preview;

/// <summary>What the preview says about a page, as JSON for its script.</summary>
/// <param name="editor">Opens a file: <c>vscode://file/{path}:{line}:{column}</c>.</param>
/// <param name="hasBar">False: nothing but what keeps the page up to date.</param>
internal sealed class PreviewNotes(string root, string editor, bool hasBar)
{
    /// <summary>For the page at an address.</summary>
    public string OfPage(PreviewState state, Output output, MadeFile file) => Json(json =>
    {
        json.WriteStartObject();
        json.WriteString("version", file.Version.ToString());
        json.WriteBoolean("bar", hasBar);
        json.WriteBoolean("broken", !state.Errors.IsEmpty || file.Errors.Any());
        if (state.Site?.Plan.Site.PostAt(output.Path) is { } post)
        {
            json.WriteString("source", post.Entry.Path.Value);
            json.WriteString("open", AddressOf(post.Entry.Path.Value, 1, 1));
            json.WriteNumber("words", post.Length.Total);
            json.WriteNumber("minutes", post.Length.Minutes);
            json.WriteString("excerpt", post.Excerpt);
            json.WriteString("mark", state.Site.Unpublished.GetValueOrDefault(post.Url));
        }

        Write(json, "diagnostics", file.Diagnostics);
        json.WriteNumber("messages", state.Messages.Count());
        json.WriteStartObject("marks");
        if (state.Site is { } site)
        {
            foreach (var (url, mark) in site.Unpublished)
            {
                json.WriteString(url.ToHref(site.Plan.Site.Config.BasePath), mark);
            }
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary>What keeps the sources of now from being shown, and all that is known about the site that is shown.</summary>
    /// <param name="page">The source of the page that asks: messages about it come first. Empty: it has none.</param>
    public string OfMessages(PreviewState state, string page) => Json(json =>
    {
        json.WriteStartObject();
        Write(json, "errors", state.Errors);
        Write(json, "page", state.Messages.Where(message => message.Source?.Path == page));
        Write(json, "elsewhere", state.Messages.Where(message => message.Source?.Path != page));
        json.WriteEndObject();
    });

    /// <summary>Tells browsers that the state is another one.</summary>
    /// <param name="goTo">Where <c>--navigate</c> leads.</param>
    public static string OfChange(PreviewState state, string? goTo) => Json(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("state", state.Version);
        json.WriteBoolean("broken", !state.Errors.IsEmpty);
        json.WriteNumber("messages", state.Messages.Count());
        json.WriteString("goTo", goTo);
        json.WriteEndObject();
    });

    private void Write(Utf8JsonWriter json, string name, IEnumerable<Diagnostic> diagnostics)
    {
        json.WriteStartArray(name);
        foreach (var diagnostic in Terminal.Reporter.Sorted(diagnostics).Take(50))
        {
            json.WriteStartObject();
            json.WriteString("severity", diagnostic.Severity == Severity.Error ? "error" : "warning");
            json.WriteString("text", DiagnosticText.Of(diagnostic).TrimEnd('\n'));
            if (diagnostic.Source is { } source && !source.Path.StartsWith("default:", StringComparison.Ordinal))
            {
                json.WriteString("open", AddressOf(source.Path, diagnostic.Start.Line, diagnostic.Start.Column));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private string AddressOf(string path, int line, int column) => FormattableString.Invariant(
        $"{editor.Replace("{path}", UrlPath.Encode(Path.Combine(root, path).Replace('\\', '/').TrimStart('/')), StringComparison.Ordinal).Replace("{line}", Text(line), StringComparison.Ordinal).Replace("{column}", Text(column), StringComparison.Ordinal)}");

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    // The default encoder escapes '<', so that the text can stand in a script element.
    private static string Json(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
