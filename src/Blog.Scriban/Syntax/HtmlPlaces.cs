using Blog.Scriban.Runtime;
using Blog.Text;

namespace Blog.Scriban.Syntax;

/// <summary>Finds, once and after parsing, where in the HTML each value is printed: a small HTML reader runs over the literal text.</summary>
/// <remarks>An included template, a captured text and a function begin in text. Both ends of branches must agree.</remarks>
internal sealed class HtmlPlaces(SourceText source, List<Diagnostic> diagnostics)
{
    private HtmlState _state = HtmlState.Start;

    public void Mark(Block body)
    {
        Visit(body);

        // Whoever includes the template goes on where it was; a tag or script left open would be read as text there.
        if (_state.Mode is not (HtmlMode.Text or HtmlMode.Comment or HtmlMode.PlainElement))
        {
            diagnostics.Add(Problems.EndsInside(source, _state.Description));
        }
    }

    private void Visit(Block block)
    {
        foreach (var statement in block.Statements)
        {
            Visit(statement);
        }
    }

    private void Visit(Statement statement)
    {
        switch (statement)
        {
            case TextStatement text:
                _state = _state.Read(text.Text);
                break;
            case Print print:
                VisitFunctions(print.Value);
                print.Place = PlaceOf(print);
                _state = _state.AfterValue();
                break;
            case Indented indented:
                Visit(indented.Inner);
                break;
            case If choice:
                VisitBranches(statement, [.. choice.Branches.Select(b => b.Body)], choice.Branches[^1].Condition is null);
                break;
            case Case choice:
                VisitBranches(statement, [.. choice.Branches.Select(b => b.Body), .. choice.Otherwise is { } other ? [other] : Array.Empty<Block>()],
                    choice.Otherwise is not null);
                break;
            case For loop:
                VisitFunctions(loop.List);
                VisitBranches(statement, [loop.Body, .. loop.Otherwise is { } none ? [none] : Array.Empty<Block>()], isComplete: false);
                break;
            case While loop:
                VisitBranches(statement, [loop.Body], isComplete: false);
                break;
            case With with:
                Visit(with.Body);
                break;
            case Capture capture:
                Apart(capture.Body);
                break;
            case Wrap wrap:
                VisitFunctions(wrap.Function);
                Apart(wrap.Body);
                break;
            case FunctionStatement { Function.Body: Block body }:
                Apart(body);
                break;
            case Assignment assignment:
                VisitFunctions(assignment.Value);
                break;
            case Ret { Value: { } value }:
                VisitFunctions(value);
                break;
        }
    }

    // Text that goes elsewhere begins anew.
    private void Apart(Block body)
    {
        var outer = _state;
        _state = HtmlState.Start;
        Visit(body);
        _state = outer;
    }

    private void VisitFunctions(Expression expression)
    {
        if (expression is FunctionLiteral { Function.Body: Block body })
        {
            Apart(body);
        }

        foreach (var child in Children.Of(expression))
        {
            VisitFunctions(child);
        }
    }

    private void VisitBranches(Statement statement, Block[] branches, bool isComplete)
    {
        var before = _state;
        HtmlState? end = isComplete ? null : before;
        foreach (var branch in branches)
        {
            _state = before;
            Visit(branch);
            if (EndsElsewhere(branch))
            {
                continue;
            }

            if (end is { } other && !other.Agrees(_state))
            {
                diagnostics.Add(Problems.BranchesDisagree(source, statement.Span, other.Description, _state.Description));
            }

            end = end is { } known ? known.Joined(_state) : _state;
        }

        _state = end ?? before;
    }

    private static bool EndsElsewhere(Block block) =>
        block.Statements.Any(s => (s is Indented indented ? indented.Inner : s) is Ret or Jump);

    private EscapePlace PlaceOf(Print print)
    {
        switch (_state.Mode)
        {
            case HtmlMode.Value when _state.Quote != 0:
                return _state.Attribute switch
                {
                    HtmlAttribute.Url => _state.IsAtStart ? EscapePlace.Url : EscapePlace.Attribute,
                    HtmlAttribute.Style => EscapePlace.Style,
                    HtmlAttribute.Event => Unsafe(print, "in an event handler", "put the value into a 'data-' attribute and read it in a script"),
                    _ => EscapePlace.Attribute,
                };
            case HtmlMode.BeforeValue or HtmlMode.Value:
                return Unsafe(print, "in an attribute without quotes", "write quotes around the value: name=\"{{ … }}\"");
            case HtmlMode.Tag or HtmlMode.AttributeName when IsMarkup(print.Value):
                return EscapePlace.Markup;
            case HtmlMode.Tag or HtmlMode.AttributeName:
                return Unsafe(print, "as the name of an attribute", "write the names out, or mark the markup as safe with '| html.raw'");
            case HtmlMode.TagName:
                return Unsafe(print, "as the name of an element", "write the names out in an 'if'");
            case HtmlMode.Script:
                return _state.Quote != 0 ? EscapePlace.ScriptText : EscapePlace.Script;
            case HtmlMode.Style:
                return EscapePlace.Style;
            default:
                return EscapePlace.Text;
        }
    }

    // Markup by its form: an include, or "… | html.raw".
    private static bool IsMarkup(Expression value) => value switch
    {
        Call { Target: Variable { Name: "include" or "include_join" } } => true,
        Call { Target: Member { Name: "raw", Target: Variable { Name: "html" } } } => true,
        Parenthesis parenthesis => IsMarkup(parenthesis.Inner),
        Conditional conditional => IsMarkup(conditional.WhenTrue) && IsMarkup(conditional.WhenFalse),
        Literal => true,
        _ => false,
    };

    private EscapePlace Unsafe(Print print, string place, string help)
    {
        diagnostics.Add(Problems.UnsafePlace(source, print.Span, place, help));
        return EscapePlace.Text;
    }
}
