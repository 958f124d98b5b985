using System.Text.Json;
using Blog.Scriban;
using Blog.Tests.Kit;
using Blog.Text;

namespace Blog.Tests.Scriban;

/// <summary>A case of tests/specs/scriban: a template and what it must give.</summary>
internal sealed record Case(string Id, string Template, string? Expected, string? Phase, int Line, string? ErrorTemplate, JsonElement Options)
{
    /// <summary>Names a folder of the same layout whose cases run instead of ours; files that it does not have are no cases.</summary>
    public const string FolderVariable = "BLOG_SCRIBAN_CASES";

    private static readonly string OwnFolder = Path.Combine(Repository.Root, "tests", "specs", "scriban");

    public static IReadOnlyDictionary<string, Case> Own { get; } = In(OwnFolder);

    public static IReadOnlyDictionary<string, Case> All { get; } =
        Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } other ? In(other) : Own;

    public static IReadOnlyDictionary<string, Case> In(string folder)
    {
        var cases = Read(folder).ToDictionary(c => c.Id);
        return cases.Count > 0 ? cases : throw new DirectoryNotFoundException($"'{folder}' holds no cases: no manifest.json, lines.json, docs.json or probes.json");
    }

    private static IEnumerable<Case> Read(string folder)
    {
        string Text(string file) => File.ReadAllText(Path.Combine(folder, file));
        foreach (var row in Rows(Path.Combine(folder, "manifest.json")))
        {
            var expected = row.TryGetProperty("expected", out var file) ? Text(file.GetString()!) : null;
            yield return Of(row, Text(row.GetProperty("template").GetString()!), row.GetProperty("expect").GetString() == "output" ? expected : null);
        }

        foreach (var row in new[] { "lines.json", "docs.json", "probes.json" }.SelectMany(file => Rows(Path.Combine(folder, file))))
        {
            yield return Of(row, row.GetProperty("template").GetString()!, row.TryGetProperty("expected", out var text) ? text.GetString() : null);
        }
    }

    private static Case Of(JsonElement row, string template, string? expected)
    {
        var error = row.TryGetProperty("error", out var e) ? e : default;
        var phase = expected is not null ? null : error.ValueKind == JsonValueKind.Object ? error.GetProperty("phase").GetString() : row.GetProperty("phase").GetString();
        var line = expected is not null ? 0
            : error.ValueKind == JsonValueKind.Object ? error.GetProperty("line").GetInt32() : row.GetProperty("positions")[0][0].GetInt32();
        var within = error.ValueKind == JsonValueKind.Object && error.TryGetProperty("template", out var name) ? name.GetString() : null;
        return new(row.GetProperty("id").GetString()!, template, expected, phase, line, within, row.TryGetProperty("options", out var options) ? options : default);
    }

    private static IEnumerable<JsonElement> Rows(string file) =>
        File.Exists(file) ? JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray() : [];

    /// <summary>Null when the case passes, else what is wrong.</summary>
    public string? Failure()
    {
        var options = ReadOptions();
        var template = Blog.Scriban.Template.Parse(new SourceText("text", Template), options);
        var result = template.Render(Model(), name => IncludeText(name) is { } text ? Blog.Scriban.Template.Parse(new SourceText(name, text), options) : null);
        var errors = result.Diagnostics.Where(d => d.Severity == Severity.Error).ToList();
        var shown = string.Join('\n', errors.Select(DiagnosticText.Of));
        if (Expected is not null)
        {
            return errors.Count > 0 ? $"expected {Quoted(Expected)}, got an error:\n{shown}"
                : result.Text == Expected ? null : $"template {Quoted(Template)}\nexpected {Quoted(Expected)}\ngot      {Quoted(result.Text)}";
        }

        if (errors.Count == 0)
        {
            return $"template {Quoted(Template)}\nexpected an error in line {Line}, got {Quoted(result.Text)}";
        }

        if (Phase == "parse" && !template.HasErrors)
        {
            return $"expected an error when parsing, got one when rendering:\n{shown}";
        }

        return errors[0].Start.Line == Line ? null : $"expected an error in line {Line}, got\n{shown}";
    }

    /// <summary>The code of our first message, when the original, too, refuses to read the template; else null.</summary>
    public string? Refusal() =>
        Phase == "parse" && Blog.Scriban.Template.Parse(new SourceText("text", Template), ReadOptions()).Diagnostics.FirstOrDefault(d => d.Severity == Severity.Error) is { } first
            ? first.Code : null;

    private static string Quoted(string text) => JsonSerializer.Serialize(text, new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private TemplateOptions ReadOptions()
    {
        // The original's runner has a clock; ours stands still.
        var options = TemplateOptions.Original with { Now = new(2026, 7, 29, 12, 0, 0, TimeSpan.Zero) };
        if (Options.ValueKind != JsonValueKind.Object)
        {
            return options;
        }

        bool Flag(string name, bool otherwise) => Options.TryGetProperty(name, out var flag) ? flag.GetBoolean() : otherwise;
        return options with
        {
            Mode = Options.TryGetProperty("mode", out var mode) && mode.GetString() == "script-only" ? TemplateMode.ScriptOnly : TemplateMode.Text,
            StrictVariables = Flag("strict_variables", false),
            RelaxedMemberAccess = Flag("relaxed_member_access", true),
            RelaxedIndexerAccess = Flag("relaxed_indexer_access", true),
            RelaxedTargetAccess = Flag("relaxed_target_access", false),
            RelaxedFunctionAccess = Flag("relaxed_function_access", false),
            AutoIndent = Flag("auto_indent", true),
        };
    }

    // The templates that the runner of the original knows; any other name is a template itself. A probe brings its own.
    private string? IncludeText(string name)
    {
        if (Options.ValueKind == JsonValueKind.Object && Options.TryGetProperty("includes", out var includes))
        {
            return includes.TryGetProperty(name, out var text) ? text.GetString() : null;
        }

        return name switch
        {
            "arguments" => "{{ $1 }} + {{ $2 }}",
            "product" => "product: {{ product.title }}",
            "nested_templates" => "{{ include 'header' }} {{ include 'body' }} {{ include 'footer' }}",
            "header" => "This is a header",
            "footer" => "This is a footer",
            "body_detail" => "This is a body_detail",
            "body" => "body {{ include 'body_detail' }}",
            "multilines" => "Line 1\nLine 2\nLine 3",
            "nested_templates_with_indent" => "  {{ include 'multilines' }}",
            "named_arguments" => "{{ $.this_arg }}",
            "named_arguments_promoted" => "{{ $this_arg }}",
            "named_arguments_promoted_2" => "A{{x}}B{{$x}}C{{$.x}}D{{$y}}",
            "recursive_nested_templates" => "{{ $1 }}{{ x = (x ?? 0) + 1; if x < 5; include 'recursive_nested_templates' ($1 + 1); end }}",
            "invalid" => "a template with a mistake: {{ 1 + }}",
            "invalid2" or "null" => null,
            _ => name,
        };
    }

    private static ScriptObject Model()
    {
        var products = new[]
        {
            ("Orange", "fruit"), ("Banana", "fruit"), ("Apple", "fruit"), ("Computer", "electronics"), ("Mobile Phone", "electronics"),
            ("Table", "furniture"), ("Sofa", "furniture"),
        }.Select(p => (Value)Object(("title", p.Item1), ("type", p.Item2)));
        return Object(
            ("page", Object(("title", "This is a title"))),
            ("user", Object(("name", "John"))),
            ("product", Object(("title", "Orange"), ("type", "fruit"))),
            ("products", new ScriptArray(products)),
            ("special_concat_strings", new HostFunction("special_concat_strings", ["a?", "b?", "c?"],
                a => $"a: {Or(a[0], "default_a")}, b: {Or(a[1], "default_b")}, c: {Or(a[2], "default_c")}")),
            ("special_concat_string_and_params", new HostFunction("special_concat_string_and_params", ["a", "args..."],
                a => string.Concat([$"a: {a[0].AsText}", .. List(a[1]).Select((v, i) => $", v{i}: {v.AsText}")]))),
            ("special_concat_params", new HostFunction("special_concat_params", ["args..."],
                a => string.Join(", ", List(a[0]).Select((v, i) => $"v{i}: {v.AsText}")))));

        static string? Or(Value value, string otherwise) => value.IsNull ? otherwise : value.AsText;
        static IEnumerable<Value> List(Value value) => Enumerable.Range(0, value.AsArray!.Count).Select(i => value.AsArray![i]);
    }

    private static ScriptObject Object(params (string Name, Value Value)[] members)
    {
        var result = new ScriptObject();
        foreach (var (name, value) in members)
        {
            result[name] = value;
        }

        return result;
    }
}
