using System.Collections.Immutable;
using Blog.Reading;
using Blog.Text;
using Blog.Text.Tex;

namespace Blog.Composing;

/// <summary>One formula without a post around it.</summary>
/// <param name="Html">Empty for definitions alone.</param>
public sealed record FormulaTrial(string Html, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <param name="tex">Without delimiters.</param>
    /// <param name="before">A formula that comes before, whose definitions hold.</param>
    public static FormulaTrial Of(SourceText tex, bool isDisplay, MathMacros macros, SourceText? before = null)
    {
        var page = new MathPage(new() { Macros = macros, BreaksLines = true });
        var earlier = before is null ? null : page.Render(before.Text, isDisplay: false);
        var markup = page.Finish(page.Render(tex.Text, isDisplay));
        return new(markup.Html,
        [
            .. earlier?.Diagnostics.Select(found => Problems.InFormula(before!, found.Span, found)) ?? [], // there is an earlier one, so there is its text
            .. markup.Diagnostics.Select(found => Problems.InFormula(tex, found.Span, found)),
        ]);
    }

    /// <summary>The macros of a file: a map of names to TeX, by itself or under <c>macros</c> or <c>math: macros</c> as in the settings of a site.</summary>
    public static (MathMacros Macros, ImmutableArray<Diagnostic> Diagnostics) MacrosOf(DataFile file)
    {
        var diagnostics = new List<Diagnostic>(file.Diagnostics);
        var fields = new Fields(file.File.Text, diagnostics, Reading.Problems.WrongFrontMatterType);
        var root = file.Root is YamlMapping map ? (map["math"] as YamlMapping)?["macros"] ?? (map["macros"] is YamlMapping macros ? macros : null) ?? map : file.Root;
        var read = Macros.Read(fields, root, (place, problem) => Reading.Problems.BadMacro(file.File.Text, place, problem));
        return (MathMacros.Of(read), [.. diagnostics]);
    }
}
