using System.Globalization;
using Blog.Scriban.Runtime;
using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban;

// T2xx: found when rendering.
internal static partial class Problems
{
    public static Diagnostic OutOfRange(SourceText source, TextSpan at, Value index, int count) =>
        Diagnostic.Error("T208", string.Create(CultureInfo.InvariantCulture, $"there is no item {index}, the list has {count}"), source, at,
            "items count from 0, from the end with -1");

    public static Diagnostic CannotSetMember(SourceText source, TextSpan at, string name, Value target) =>
        Diagnostic.Error("T209", $"'{name}' cannot be set on {target.Described}", source, at, "only objects and lists have members that can be set");

    public static Diagnostic CannotIndex(SourceText source, TextSpan at, Value target) =>
        Diagnostic.Error("T210", $"{target.Described} has no items", source, at, "only lists, objects and texts have items");

    public static Diagnostic FrozenArray(SourceText source, TextSpan at) =>
        Diagnostic.Error("T211", "this list belongs to the site and cannot be changed", source, at, "make a list of your own: 'array.add' returns one");

    public static Diagnostic IsReadOnly(SourceText source, TextSpan at, string name) =>
        Diagnostic.Error("T212", $"'{name}' is read-only", source, at, "take another name");

    public static Diagnostic OutsideLoop(SourceText source, TextSpan at, LoopKind kind, string member) =>
        Diagnostic.Error("T213", $"'{kind.ToString().ToLowerInvariant()}.{member}' exists only inside a loop", source, at,
            kind == LoopKind.For ? "move it between 'for' and its 'end', or hand it over as an argument" : $"move it between '{kind.ToString().ToLowerInvariant()}' and its 'end'");

    public static Diagnostic JumpOutsideLoop(SourceText source, TextSpan at, string word) =>
        Diagnostic.Error("T214", $"'{word}' stands outside of a loop", source, at, word == "break" ? "write 'ret' to leave a function, an include or the page" : "move it into the loop");

    public static Diagnostic NotAList(SourceText source, TextSpan at, Value value) =>
        Diagnostic.Error("T215", $"a loop needs a list, and this is {value.Described}", source, at,
            value.Kind == ValueKind.Integer ? $"write '1..{Cut(source, at)}' to go through numbers" : "write '[value]' for a list of one");

    public static Diagnostic ChangedWhileLooping(SourceText source, TextSpan at) =>
        Diagnostic.Error("T216", "the loop changes the list that it goes through", source, at, "change a copy, or collect the changes in a new list");

    public static Diagnostic NotAnObject(SourceText source, TextSpan at, string word, Value value) =>
        Diagnostic.Error("T217", $"'{word}' needs an object, and this is {value.Described}", source, at, value.IsNull ? "write 'if' around it when it may be missing" : "give it one, such as 'post' or '{name: value}'");

    public static Diagnostic NotWrappable(SourceText source, TextSpan at) =>
        Diagnostic.Error("T218", "'wrap' needs a function or a call of one", source, at, "write 'wrap name arguments'");

    public static Diagnostic RangeOfNoInteger(SourceText source, TextSpan at, Value value) =>
        Diagnostic.Error("T228", $"a range goes from one whole number to another, and this is {value.Described}", source, at,
            value.Kind == ValueKind.Range || value.IsList ? "'..' binds tighter than '-' and '+': write '0..(n-1)'"
            : value.IsText ? "write 'string.to_int' to make a number of a text"
            : value.IsNumber ? "write 'math.round' to make a whole number of it" : "give it a whole number");

    public static Diagnostic BadOperands(Frame frame, Binary node, Value left, Value right) =>
        Diagnostic.Error("T229", $"'{frame.Source.Text.Substring(node.Sign.Start, node.Sign.Length)}' does not work on {left.Described} and {right.Described}",
            frame.Source, node.Sign, left.Kind == ValueKind.Range || right.Kind == ValueKind.Range ? "'..' binds tighter than '-' and '+': write '0..(n-1)'"
            : left.Kind == ValueKind.Function ? "to pass a negative number write 'f (-1)'"
            : left.IsText || right.IsText ? "write 'string.to_int' or 'string.to_float' to make a number of a text"
            : left.Kind == ValueKind.Date || right.Kind == ValueKind.Date ? "write 'date.add_days date 1' to move a date, 'date1 - date2' for the time between two"
            : left.IsList || right.IsList ? "lists can be joined with '+', repeated with '*', lengthened with '<<' and compared"
            : left.AsObject is not null || right.AsObject is not null ? "take one of its members"
            : "numbers can be calculated with");

    public static Diagnostic DivisionByZero(SourceText source, TextSpan at) =>
        Diagnostic.Error("T230", "a division by zero", source, at, "test the divisor first: 'n == 0 ? 0 : a / n'");

    public static Diagnostic NumberTooLarge(SourceText source, TextSpan at) =>
        Diagnostic.Error("T231", "the number would become too large", source, at, "take smaller numbers, or ones with a point");

    public static Diagnostic DateOutOfRange(SourceText source, TextSpan at) =>
        Diagnostic.Error("T235", "the date or timespan would lie outside the years 1 to 9999", source, at, "take a smaller number");
}
