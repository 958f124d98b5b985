using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

internal static class Go
{
    public static Mode Create() => new(
        CLike.LineComment,
        CLike.BlockComment,
        new Quoted("`") { Escapes = Escapes.None, IsMultiLine = true },
        CLike.DoubleQuoted,
        CLike.SingleQuoted,
        new Number { Suffix = CharSet.Of("i") },
        new Name(new Words()
            .Keywords("break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct "
                + "switch type var")
            .Types("any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr")
            .Builtins("append cap clear close complex copy delete imag len make max min new panic print println real recover")
            .Constants("true false iota nil")),
        CLike.Signs);
}
