using Blog.Scriban.Syntax;

namespace Blog.Scriban.Escaping;

internal sealed partial class HtmlPlaces
{
    private void Place(Print print)
    {
        var judgement = Judgement.Of(_state);
        print.Place = judgement.Where is null ? judgement.Place
            : IsInclude(print.Value) ? EscapePlace.Forbidden
            : _state.IsInTag && IsMarkup(print.Value) ? EscapePlace.Markup
            : EscapePlace.Forbidden;
        if (print.Place == EscapePlace.Forbidden && !IsInclude(print.Value) && !IsReported(_state))
        {
            _diagnostics.Add(Problems.UnsafePlace(_source, print.Span, judgement.Where!, judgement.Help!)); // both are there when a place is refused
        }

        var isPrintedRaw = print.Place is EscapePlace.Text or EscapePlace.XmlText or EscapePlace.Markup or EscapePlace.Script or EscapePlace.Style;
        _state = isPrintedRaw && RawLiteral(print.Value) is { } raw ? HtmlReader.Read(_state, raw) : _state.AfterValue();
    }

    private static bool IsReported(HtmlState state) => state.Mode == HtmlMode.Lost && (state.Element.Length == 0 || state.Tag.PrintsContent);

    // Their text goes straight to this place, so they are read as what stands here.
    private void PlaceIncludes(Expression value)
    {
        switch (value)
        {
            case Call { IsPlainInclude: true } call:
                call.Place = _state == HtmlState.StartOf(_start.Language) ? null : _state;
                break;
            case Parenthesis parenthesis:
                PlaceIncludes(parenthesis.Inner);
                break;
            case Conditional conditional:
                PlaceIncludes(conditional.WhenTrue);
                PlaceIncludes(conditional.WhenFalse);
                break;
            case Binary { Operator: TokenKind.Coalesce } coalesce:
                PlaceIncludes(coalesce.Right);
                break;
        }
    }

    private static bool IsInclude(Expression value) => value switch
    {
        Call { IsPlainInclude: true } => true,
        Parenthesis parenthesis => IsInclude(parenthesis.Inner),
        Conditional conditional => IsInclude(conditional.WhenTrue) && IsInclude(conditional.WhenFalse),
        _ => false,
    };

    // Markup by its form: an include, a constant, or "… | html.raw".
    private static bool IsMarkup(Expression value) => value switch
    {
        Call { IsPlainInclude: true } => true,
        Call { Target: Member { Name: "raw", Target: Variable { Name: "html" } } } => true,
        Parenthesis parenthesis => IsMarkup(parenthesis.Inner),
        Conditional conditional => IsMarkup(conditional.WhenTrue) && IsMarkup(conditional.WhenFalse),
        Literal => true,
        _ => false,
    };

    // Markup that is known already is read as if it stood in the template.
    private static string? RawLiteral(Expression value) => value switch
    {
        Call { Target: Member { Name: "raw", Target: Variable { Name: "html" } }, Arguments: [{ Value: Literal { Value.Ref: string text } }] } => text,
        Parenthesis parenthesis => RawLiteral(parenthesis.Inner),
        _ => null,
    };
}
