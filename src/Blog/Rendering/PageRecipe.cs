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
    private ScriptObject? _values;

    // Two threads may both make them; the results are equal.
    public ScriptObject Values => _values ??= values();

    public override Made Make() => model.Theme.Make(layout, Values, $"{url} from {origin}");

    protected override Fingerprint FindInputs() => Fingerprint.Of(model.Theme.TextsOf(layout), model.Fingerprints.Of(model.Theme.ReadsOf(layout), Values));
}
