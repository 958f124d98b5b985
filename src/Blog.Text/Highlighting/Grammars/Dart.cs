using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

internal static class Dart
{
    public static Mode Create() => new(
    [
        new ToLineEnd("#!") { Place = Place.LineStart },
        .. CLike.NestedComments,
        .. Strings(),
        CLike.Annotation,
        new Number { HasBarePoints = false },
        new Name(new Words()
            .Keywords("as assert async await base break case catch const continue covariant default deferred do else export extends external factory final finally "
                + "for get hide if implements import in interface is late library mixin new on operator part required rethrow return sealed set show static "
                + "super this switch sync throw try var when while with yield abstract")
            .Classes("class enum extension typedef")
            .Types("void bool int double num dynamic String List Map Set Object Function Future Stream Iterable Null Never")
            .Constants("true false null"))
        { Start = CLike.DollarNameStart, Part = CLike.DollarNamePart, Capital = TokenKind.ClassName },
        CLike.Signs,
    ])
    { LineEndsStatement = false };

    private static IEnumerable<Rule> Strings()
    {
        foreach (var quotes in new[] { "'''", "\"\"\"", "'", "\"" })
        {
            var isMultiLine = quotes.Length == 3;
            yield return new Quoted("r" + quotes, quotes) { Escapes = Escapes.None, IsMultiLine = isMultiLine };
            yield return new Quoted(quotes) { IsMultiLine = isMultiLine, Holes = CLike.DollarHoles };
        }
    }
}
