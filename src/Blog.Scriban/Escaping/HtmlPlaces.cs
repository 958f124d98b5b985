using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban.Escaping;

/// <summary>An include with a constant name, and the place in the HTML where its text goes.</summary>
internal sealed record PlacedInclude(string Name, HtmlState Place, TextSpan Span);

/// <summary>Finds, once and after parsing, where in the HTML each value is printed: a small HTML reader runs over the literal text.</summary>
/// <remarks>
/// Ways through the template that meet must meet in the same place. What is captured, and the text of a function, begins in text and ends there;
/// an included template begins and ends where it is included.
/// </remarks>
internal sealed partial class HtmlPlaces
{
    private readonly SourceText _source;
    private readonly List<Diagnostic> _diagnostics;
    private readonly HtmlState _start;
    private readonly List<PlacedInclude> _includes = [];
    private HtmlState _state;

    // Where the text that is being read must end: that of the template, a function, a capture. A "ret" leaves it.
    private HtmlState _end;
    private Loop? _loop;

    // What follows a jump is never reached.
    private bool _isUnreachable;

    private HtmlPlaces(SourceText source, HtmlState start, List<Diagnostic> diagnostics)
    {
        _source = source;
        _diagnostics = diagnostics;
        _start = start;
        _state = start;

        // Without quotes, the value of an attribute begins with what is included.
        _end = start.Mode == HtmlMode.BeforeValue ? start.AfterValue() : start;
    }

    /// <summary>A loop around the statement that is being read.</summary>
    /// <param name="Entry">Where each round begins.</param>
    /// <param name="Outside">A capture lies between the loop and the statement: where the capture stands, and the loop around it.</param>
    private sealed record Loop(HtmlState Entry, (HtmlState State, Loop Loop)? Outside = null)
    {
        public List<HtmlState> Exits { get; } = [];
    }

    /// <summary>Marks every statement that prints; returns the includes.</summary>
    public static List<PlacedInclude> Mark(SourceText source, Block body, HtmlState start, List<Diagnostic> diagnostics)
    {
        if (start.Language == MarkupLanguage.None)
        {
            return [];
        }

        var places = new HtmlPlaces(source, start, diagnostics);
        places.Visit(body);
        if (!places._isUnreachable)
        {
            places.EndOfTemplate(new(source.Text.Length, 0));
        }

        return places._includes;
    }

    // Whoever includes the template goes on where it was; a tag or script left open would be read as text there.
    private void EndOfTemplate(TextSpan at)
    {
        var isEndless = _state is { Mode: HtmlMode.RawElement, Element: "plaintext" };
        if (!_state.Agrees(_end) && !isEndless && _state.Mode != HtmlMode.Lost)
        {
            _diagnostics.Add(Problems.EndsInside(_source, at, _start.Mode == HtmlMode.Text ? "the template" : $"the template, included {_start.Description},", _state.Description));
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
        _read++;
        switch (statement)
        {
            case TextStatement text:
                Read(text);
                break;
            case Print print:
                PlaceIncludes(print.Value);
                VisitFunctions(print.Value);
                Place(print);
                break;
            case Indented indented:
                Visit(indented.Inner);
                break;
            case If choice:
                Visit(choice);
                break;
            case Case choice:
                Visit(choice);
                break;
            case For loop:
                Visit(loop);
                break;
            case While loop:
                VisitFunctions(loop.Condition);
                VisitLoop(statement.Span, loop.Body);
                break;
            case With with:
                VisitFunctions(with.Value);
                Visit(with.Body);
                break;
            case Capture capture:
                Apart(capture.Body, "the captured text", isCapture: true);
                break;
            case Wrap wrap:
                VisitFunctions(wrap.Function);
                Apart(wrap.Body, "the block of 'wrap'");
                break;
            case FunctionStatement { Function: { Body: Block body } }:
                Apart(body, "the function");
                break;
            case FunctionStatement { Function: { Result: { } result } }:
                VisitFunctions(result);
                break;
            case Assignment assignment:
                VisitFunctions(assignment.Target);
                VisitFunctions(assignment.Value);
                break;
            case Import import:
                VisitFunctions(import.Value);
                break;
            case Ret ret:
                VisitFunctions(ret.Value);
                Leave(ret);
                break;
            case Jump:
                Leave(statement.Span, _loop);
                break;
        }
    }

    private void Read(TextStatement text)
    {
        var before = _state;
        _read += text.Text.Length;
        _state = HtmlReader.Read(_state, text.Text);
        var place = Judgement.Of(_state).Place;
        text.Leads = place == Judgement.Of(_start with { Mode = HtmlMode.Text }).Place && before.Mode == HtmlMode.Text ? null : place;
        if (_state.Mode == HtmlMode.Lost && before.Mode != HtmlMode.Lost && _state.Tag.PrintsContent)
        {
            var judgement = Judgement.Of(_state);
            _diagnostics.Add(Problems.UnsafePlace(_source, text.Span, judgement.Where!, judgement.Help!)); // where nobody can read on, nothing may be printed
        }
    }

    // What goes elsewhere begins anew, and must be whole.
    private void Apart(Block body, string what, bool isCapture = false)
    {
        var (state, end, loop, isUnreachable) = (_state, _end, _loop, _isUnreachable);
        _state = _end = HtmlState.StartOf(_start.Language);
        _loop = isCapture && loop is not null ? new(_end, (state, loop)) : null;
        _isUnreachable = false;
        Visit(body);
        if (!_isUnreachable && !_state.Agrees(_end) && _state.Mode != HtmlMode.Lost)
        {
            _diagnostics.Add(Problems.EndsInside(_source, new(body.Span.End, 0), what, _state.Description));
        }

        (_state, _end, _loop, _isUnreachable) = (state, end, loop, isUnreachable);
    }

    // The bodies of functions, and what is included.
    private void VisitFunctions(Expression? expression)
    {
        switch (expression)
        {
            case null or Literal or Variable or Local:
                break;
            case Member member:
                VisitFunctions(member.Target);
                break;
            case Binary binary:
                VisitFunctions(binary.Left);
                VisitFunctions(binary.Right);
                break;
            case Call call:
                Visit(call);
                break;
            case FunctionLiteral { Function.Body: Block body }:
                Apart(body, "the function");
                break;
            default:
                foreach (var child in Children.Of(expression))
                {
                    VisitFunctions(child);
                }

                break;
        }
    }

    private void Visit(Call call)
    {
        if (call is { Target: Variable { Name: "include" }, Arguments: [{ Name: null, Value: Literal { Value.Ref: string name } }, ..] })
        {
            _includes.Add(new(name, call.Place ?? HtmlState.StartOf(_start.Language), call.Span));
        }

        VisitFunctions(call.Target);
        foreach (var argument in call.Arguments)
        {
            VisitFunctions(argument.Value);
        }
    }
}
