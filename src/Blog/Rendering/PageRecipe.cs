using Blog.Publishing;
using Blog.Scriban;
using Blog.Text;

namespace Blog.Rendering;

/// <summary>A page that a template makes. Its inputs are the texts of the template and its includes, and the values at exactly the paths that they read.</summary>
internal abstract class PageRecipe : Recipe
{
    /// <summary>What the template sees, in objects of its own.</summary>
    /// <remarks>Not kept: of thousands of pages most are asked for their inputs only, and these values are ten times the size of what is planned.</remarks>
    public abstract ScriptObject Values();
}

/// <param name="layout">Without <c>.html</c>; the theme has it.</param>
/// <param name="origin">Who asks for the page, for messages.</param>
/// <param name="subject">What the page shows.</param>
/// <param name="valuesOf">A function that is the same for all pages of a kind.</param>
internal sealed class PageRecipe<T>(TemplateModel model, UrlPath url, string layout, string origin, T subject, Func<TemplateModel, T, ScriptObject> valuesOf) : PageRecipe
{
    public override ScriptObject Values() => valuesOf(model, subject);

    public override Made Make() => model.Theme.Make(layout, Values(), $"{url} from {origin}");

    protected override Fingerprint FindInputs() => Fingerprint.Of(model.Theme.TextsOf(layout), model.Fingerprints.Of(model.Theme.ReadsOf(layout), Values()));
}
