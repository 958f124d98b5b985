using System.Globalization;
using Blog.Text;

namespace Blog.Composing;

/// <summary>Everything that this stage has to say to authors; codes B2001 to B2999.</summary>
internal static partial class Problems
{
    public static Diagnostic NestedTooDeep(SourceText source, TextSpan span, int limit) =>
        Diagnostic.Error("B2001", $"nested deeper than {limit} levels", source, span, "take some of the quote, list or emphasis marks away");

    public static Diagnostic BrokenLink(SourceText source, TextSpan span, string url, string? nearest) =>
        Diagnostic.Warning("B2002", $"there is no file '{url}'", source, span, nearest is null ? null : $"did you mean '{nearest}'?");

    public static Diagnostic UnpublishedTarget(SourceText source, TextSpan span, string url, string reason) =>
        Diagnostic.Warning("B2003", $"'{url}' {reason}, so the link leads nowhere", source, span);

    public static Diagnostic UnsafeAddress(SourceText source, TextSpan span, string scheme) =>
        Diagnostic.Warning("B2004", $"'{scheme}:' addresses are not published", source, span, "link to a page, or remove the link");

    public static Diagnostic AttributeDropped(SourceText source, TextSpan span, string name) =>
        Diagnostic.Warning("B2005", $"the attribute '{name}' is not allowed here and was left out", source, span,
            name == "style" ? "give it a class, and style the class in the theme" : null);

    public static Diagnostic UnknownDirective(SourceText source, TextSpan span, string name, IEnumerable<string> known, string? help) =>
        Diagnostic.Error("B2006", $"'{name}' is not a directive; there are {Listed(known)}", source, span, help);

    public static Diagnostic ForeignDirective(SourceText source, TextSpan span, string name, string? help) =>
        Diagnostic.Warning("B2017", $"'::: {name}' means nothing special here; what stands in it is shown with the class '{name}'", source, span, help);

    public static Diagnostic DirectiveForm(SourceText source, TextSpan span, string name, string form) =>
        Diagnostic.Error("B2008", $"'{name}' is written differently", source, span, $"write {form}");

    public static Diagnostic MissingAttribute(SourceText source, TextSpan span, string directive, string attribute) =>
        Diagnostic.Error("B2009", $"'{directive}' needs '{attribute}'", source, span, $"add {attribute}=\"…\"");

    public static Diagnostic UnknownAttribute(SourceText source, TextSpan span, string directive, string attribute, string? nearest) =>
        Diagnostic.Warning("B2010", $"'{directive}' does not know '{attribute}'", source, span, nearest is null ? null : $"did you mean '{nearest}'?");

    public static Diagnostic DirectiveLeftOpen(SourceText source, TextSpan span, string name, int colons, bool isHarmless) =>
        Diagnostic.Error("B2011", name.Length > 0 ? $"'{name}' is not closed" : "the division is not closed", source, span, $"end it with a line '{new string(':', colons)}'")
            with
        { Severity = isHarmless ? Severity.Warning : Severity.Error };

    public static Diagnostic ElementLeftOpen(SourceText source, TextSpan span, string element) =>
        Diagnostic.Warning("B2012", $"'<{element}>' is not closed; it was closed where its block ends", source, span, $"add '</{element}>'");

    public static Diagnostic StrayEndTag(SourceText source, TextSpan span, string element) =>
        Diagnostic.Warning("B2013", $"'</{element}>' closes nothing and was left out", source, span);

    public static Diagnostic MarkdownInHtml(SourceText source, TextSpan span, string text) =>
        Diagnostic.Warning("B2027", $"this is HTML, where '{(text.Length > 40 ? text[..40].Trim() + "…" : text.Trim())}' is no Markdown and is shown as it is written", source, span, "put a blank line between the tags and the Markdown");

    public static Diagnostic TagLeftOpen(SourceText source, TextSpan span, string tag) =>
        Diagnostic.Warning("B2014", $"'{tag}' is not finished", source, span, "finish it, or write '&lt;' for '<'");

    public static Diagnostic DuplicateId(SourceText source, TextSpan span, string id) =>
        Diagnostic.Warning("B2015", $"the id '{id}' is taken by an earlier element", source, span, "give it another one");

    public static Diagnostic FormulaLeftOpen(SourceText source, TextSpan span, string closing) =>
        Diagnostic.Warning("B2016", "the formula is not closed", source, span, $"add '{closing}' before the list item or quote ends");

    public static Diagnostic TooManyCells(SourceText source, TextSpan span, int cells, int columns) =>
        Diagnostic.Warning("B2018", string.Create(CultureInfo.InvariantCulture, $"this row has {cells} cells and its table {columns} columns; the rest is not shown"), source, span,
            "write '\\|' for a bar within a cell, or add columns to the first two lines of the table");

    public static Diagnostic CodeLeftOpen(SourceText source, TextSpan span, string fence) =>
        Diagnostic.Warning("B2019", "the code block is not closed", source, span, $"end it with a line '{fence}'");

    public static Diagnostic UnusedFootnote(SourceText source, TextSpan span, string label) =>
        Diagnostic.Warning("B2020", $"no mark '[{label}]' asks for this note, so it is not shown", source, span, $"write '[{label}]' in the text, or remove the note");

    public static Diagnostic NoFileToInclude(SourceText source, TextSpan span, string path, string? nearest) =>
        Diagnostic.Error("B2021", $"there is no file '{path}' to include", source, span,
            nearest is null ? "name a file below 'content', seen from this one" : $"did you mean '{nearest}'?");

    public static Diagnostic IncludeIsNoText(SourceText source, TextSpan span, string path) =>
        Diagnostic.Error("B2022", $"'{path}' is no text in UTF-8, so it cannot be included", source, span, "link to it instead");

    public static Diagnostic IncludeLines(SourceText source, TextSpan span, string lines, int count) =>
        Diagnostic.Error("B2023", $"'{lines}' names lines that the file does not have, or more than it has", source, span,
            string.Create(CultureInfo.InvariantCulture, $"it has {count}; write '3-10', '3-', '7' or several with commas between"));

    public static Diagnostic UnknownLanguage(SourceText source, TextSpan span, string name, string? nearest) =>
        Diagnostic.Warning("B2030", $"there is no language '{name}'; its code has no colours", source, span,
            nearest is null ? "write 'text' for text that is no code" : $"did you mean '{nearest}'?");

    public static Diagnostic NoLines(SourceText source, TextSpan span, string text) =>
        Diagnostic.Warning("B2031", $"'{text}' names no lines", source, span, "write lines as '1,3-5'");

    public static Diagnostic NoLineNumber(SourceText source, TextSpan span, string text) =>
        Diagnostic.Warning("B2032", $"'{text}' is no line number", source, span, "write a number, such as 'start=10'");

    public static Diagnostic FenceWordLeftOpen(SourceText source, TextSpan span, char open) =>
        Diagnostic.Warning("B2033", $"'{open}' is not closed", source, span, $"add '{(open == '{' ? '}' : open == '[' ? ']' : open)}' in the same line");

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));
}
