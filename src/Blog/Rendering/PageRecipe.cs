using Blog.Publishing;
using Blog.Scriban;
using Blog.Text;

namespace Blog.Rendering;

/// <summary>A page that a template makes. Its inputs are the texts of the template and its includes, and the values at exactly the paths that they read.</summary>
/// <param name="layout">Without <c>.html</c>; the theme has it.</param>
/// <param name="origin">Who asks for the page, for messages.</param>
/// <param name="values">What the template sees; not asked before somebody wants the page.</param>
internal sealed class PageRecipe(TemplateModel model, UrlPath url, string layout, string origin, Func<ScriptObject> values) : Recipe
{
    // Not kept: of thousands of pages most are asked for their inputs only, and what their templates see is ten times the size of what is planned.
    public ScriptObject Values() => values();

    public override Made Make() => model.Theme.Make(layout, values(), $"{url} from {origin}");

    protected override Fingerprint FindInputs() => Fingerprint.Of(model.Theme.TextsOf(layout), model.Fingerprints.Of(model.Theme.ReadsOf(layout), values()));
}
