using System.Collections.Immutable;
using System.Text;

namespace Blog.Text.Tex;

/// <summary>The formulas of one page, handed over in their order: what one defines, numbers or labels holds for those after it.</summary>
/// <remarks>
/// The markup is a function of the formula, the options and what came before; nothing is remembered across pages. Not for several threads at once: the page
/// keeps its buffers from formula to formula. Any text gives markup, in time linear in its length.
/// </remarks>
/// <example>
/// <code>
/// var page = new MathPage(new() { Macros = macros });
/// var formulas = texts.Select(tex => page.Render(tex, isDisplay: true)).ToList();   // all of them, then:
/// var html = formulas.Select(page.Finish);                                          // \ref and \eqref find labels further down
/// </code>
/// </example>
public sealed class MathPage
{
    private readonly MathOptions _options;
    private readonly FormulaReader _reader = new();
    private readonly TextBuffer _output = new();
    private readonly MathMlWriter _writer;
    private readonly EquationNumbering _numbering;

    public MathPage(MathOptions options)
    {
        _options = options;
        _writer = new(_output, options);
        _numbering = new(options);
        Macros = new(options.Macros);
    }

    /// <summary>The macros as they are after the formulas so far, for <see cref="OneLineMath"/>.</summary>
    public MathMacros Macros { get; }

    /// <param name="tex">Without delimiters.</param>
    /// <param name="isDisplay">On a line of its own: <c>$$</c>, <c>\[</c>.</param>
    public MathMarkup Render(string tex, bool isDisplay)
    {
        var formula = _reader.Read(tex, Macros);
        if (formula is null)
        {
            return Source(tex, isDisplay);
        }

        if (formula.First is null && _reader.Notes.IsEmpty && !string.IsNullOrWhiteSpace(tex))
        {
            return new(MathKind.Nothing, "", _reader.Problems.ToArray());
        }

        var (number, id) = _numbering.Number(formula, _reader.Notes, isDisplay, _reader.Problems);
        _output.Clear();
        if (number.Length > 0)
        {
            Numbered(formula, tex, number, id);
        }
        else
        {
            _writer.Formula(formula, tex, isDisplay);
        }

        if (_writer.IsTooLong)
        {
            _reader.Problems.AddFatal("too-long", "the markup of the formula would be enormous", new(0, tex.Length));
            return Source(tex, isDisplay);
        }

        return new(number.Length > 0 ? MathKind.Numbered : isDisplay ? MathKind.Display : MathKind.Inline, _output.ToString(), _reader.Problems.ToArray())
        {
            References = _writer.References.Count == 0 ? [] : [.. _writer.References],
        };
    }

    private void Numbered(MathNode formula, string tex, string number, string id)
    {
        _output.Append("<div class=\"math-display numbered\"");
        if (id.Length > 0)
        {
            _output.Append(" id=\"");
            _output.AppendEscaped(id);
            _output.Append('"');
        }

        _output.Append("><div class=\"math-scroll\" tabindex=\"0\">");
        _writer.Formula(formula, tex, isDisplay: true);
        _output.Append("</div><span class=\"eqn-no\">");
        _output.AppendEscaped(number);
        _output.Append("</span></div>");
    }

    /// <summary>The formula as its author wrote it, for the reader to make sense of.</summary>
    private MathMarkup Source(string tex, bool isDisplay)
    {
        var mark = isDisplay ? "$$" : "$";
        _output.Clear();
        _output.Append("<code class=\"math-error\" title=\"");
        _output.AppendEscaped(_reader.Problems.Fatal?.Message);
        _output.Append("\">");
        _output.Append(mark);
        _output.AppendEscaped(tex);
        _output.Append(mark);
        _output.Append("</code>");
        return new(MathKind.Source, _output.ToString(), _reader.Problems.ToArray());
    }

    /// <summary>The markup with its references to equations, once all formulas of the page are rendered. Mostly the formula itself.</summary>
    public MathMarkup Finish(MathMarkup formula)
    {
        if (formula.References.IsEmpty)
        {
            return formula;
        }

        var html = new StringBuilder();
        var diagnostics = formula.Diagnostics.ToBuilder();
        var written = 0;
        foreach (var reference in formula.References)
        {
            html.Append(formula.Html, written, reference.Offset - written);
            written = reference.Offset;
            html.Append(Reference(reference.Label, reference.HasParentheses) ?? (reference.HasParentheses ? "(?)" : "?"));
            if (ReferenceProblem(reference.Label, reference.Span) is { } problem)
            {
                diagnostics.Add(problem);
            }
        }

        html.Append(formula.Html, written, formula.Html.Length - written);
        return formula with { Html = html.ToString(), Diagnostics = diagnostics.ToImmutable(), References = [] };
    }

    /// <summary>The link for <c>\ref</c> or <c>\eqref</c> in running text, once all formulas are rendered; null when no equation with a number has the label.</summary>
    public string? Reference(string label, bool hasParentheses)
    {
        if (_numbering.Find(label) is not { Number.Length: > 0 } equation)
        {
            return null;
        }

        var number = HtmlText.Escape(hasParentheses ? $"({equation.Number})" : equation.Number);
        var space = _options.IsXml ? " xmlns=\"http://www.w3.org/1999/xhtml\"" : "";
        return $"<a{space} href=\"#{Uri.EscapeDataString(equation.Id)}\">{number}</a>";
    }

    /// <summary>Why <see cref="Reference"/> has no link for a label; null when it has one.</summary>
    /// <param name="label">As it is written in <c>\ref</c>.</param>
    /// <param name="span">Of the reference, in whatever text it stands.</param>
    public Diagnostic? ReferenceProblem(string label, TextSpan span)
    {
        if (_numbering.Find(label) is not { } equation)
        {
            var nearest = Spelling.Nearest(label, _numbering.Labels);
            return Diagnostic.Warning("unknown-label", $"no equation has the label '{label}'", null, span, nearest is null ? null : $"did you mean '{nearest}'?");
        }

        return equation.Number.Length > 0 ? null
            : Diagnostic.Warning("unknown-label", $"the equation with the label '{label}' has no number", null, span,
                "put it between '\\begin{equation}' and '\\end{equation}', or give it a '\\tag{…}'");
    }
}
