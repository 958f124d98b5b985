using Blog.Scriban;
using Blog.Text;

namespace Blog.Tests.Scriban;

/// <summary>Short ways to render in tests.</summary>
internal static class Rendering
{
    public static RenderResult Render(string text, ScriptObject? model = null, TemplateOptions? options = null, params (string Name, string Text)[] includes)
    {
        options ??= TemplateOptions.Site;
        var known = includes.ToDictionary(i => i.Name, i => Template.Parse(new SourceText($"partials/{i.Name}.html", i.Text), options));
        options = options with { IncludeNames = [.. known.Keys] };
        return Template.Parse(new SourceText("page.html", text), options).Render(model ?? new(), name => known.GetValueOrDefault(name));
    }

    /// <summary>The output; fails when there is anything to say about it.</summary>
    public static string TextOf(string text, ScriptObject? model = null, TemplateOptions? options = null, params (string Name, string Text)[] includes)
    {
        var result = Render(text, model, options, includes);
        Assert.Equal("", Messages(result));
        return result.Text;
    }

    public static string Messages(RenderResult result) => string.Join("", result.Diagnostics.Select(DiagnosticText.Of));

    public static ScriptObject Object(params (string Name, Value Value)[] members)
    {
        var result = new ScriptObject();
        foreach (var (name, value) in members)
        {
            result[name] = value;
        }

        return result;
    }

    /// <summary>A list as hosts hand it over: templates cannot change it.</summary>
    public static ScriptArray List(params IEnumerable<Value> items) => new(items);
}
