using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

internal static class Lua
{
    public static Mode Create() => new(
        new ToLineEnd("#!") { Place = Place.LineStart },
        new Special(CharSet.Of("-"), scanner => scanner.At("--[") && ReadLong(scanner, 2, TokenKind.Comment)),
        new ToLineEnd("--"),
        new Special(CharSet.Of("["), scanner => ReadLong(scanner, 0, TokenKind.String)),
        CLike.DoubleQuoted,
        CLike.SingleQuoted,
        new Number('\0'),
        new Name(new Words()
            .Keywords("and break do else elseif end for goto if in local not or repeat return then until while")
            .Functions("function")
            .Constants("nil true false self _G _VERSION _ENV")
            .Builtins("assert collectgarbage dofile error getmetatable ipairs load loadfile loadstring next pairs pcall print rawequal rawget rawlen rawset require select "
                + "setmetatable tonumber tostring type unpack xpcall string table math io os coroutine debug utf8 bit32 package")),
        CLike.Signs);

    // [[ … ]], [=[ … ]=] and so on.
    private static bool ReadLong(Scanner scanner, int start, TokenKind kind)
    {
        var level = 0;
        while (scanner.Peek(start + 1 + level) == '=' && level < 20)
        {
            level++;
        }

        if (scanner.Peek(start + 1 + level) != '[')
        {
            return false;
        }

        var close = $"]{new string('=', level)}]";
        var end = scanner.Find(close, scanner.Position + start);
        scanner.TakeTo(end < 0 ? scanner.End : end + close.Length, kind);
        scanner.Previous = Previous.Operand;
        return true;
    }
}
