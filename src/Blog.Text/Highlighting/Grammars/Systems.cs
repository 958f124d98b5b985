using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>Younger relatives of C: Zig, Solidity, WGSL, WebAssembly's text form.</summary>
internal static class Systems
{
    public static Mode CreateZig() => new(
    [
        new ToLineEnd("//!", TokenKind.DocComment),
        .. CLike.Comments[..2],
        new ToLineEnd("\\\\", TokenKind.String),
        .. CLike.Strings,
        new Prefixed("@", TokenKind.Builtin),
        new Quoted("@\"", "\"") { Kind = TokenKind.Text },
        new Number { HasBarePoints = false },
        new Name(new Words()
            .Keywords("addrspace align allowzero and anyframe asm async await break callconv catch comptime const continue defer else errdefer error export extern for if inline linksection "
                + "noalias noinline nosuspend opaque or orelse packed pub resume return struct suspend switch test threadlocal try union enum unreachable usingnamespace var volatile while")
            .Functions("fn")
            .Types("i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f16 f32 f64 f128 bool void noreturn type anyerror anytype comptime_int comptime_float anyopaque c_int c_char")
            .Constants("true false null undefined")),
        CLike.Signs,
    ]);

    public static Mode CreateSolidity() => new(
    [
        .. CLike.Comments,
        .. CLike.Strings,
        new Number(),
        new Name(new Words()
            .Keywords("pragma import as using for if else while do break continue return returns emit new delete is public private internal external view pure payable constant "
                + "immutable override virtual anonymous indexed storage memory calldata assembly unchecked try catch throw require assert revert abstract mapping receive fallback solidity unicode")
            .Functions("function modifier event constructor error")
            .Classes("contract library interface struct enum type")
            .Types("address bool string bytes byte int uint int8 int16 int32 int64 int128 int256 uint8 uint16 uint32 uint64 uint128 uint256 bytes1 bytes4 bytes8 bytes16 bytes20 bytes32 fixed ufixed var")
            .Constants("true false this super wei gwei ether seconds minutes hours days weeks")
            .Builtins("msg block tx abi keccak256 sha256 ecrecover addmod mulmod selfdestruct now")),
        CLike.Signs,
    ]);

    public static Mode CreateWgsl() => new(
    [
        .. CLike.NestedComments,
        CLike.Annotation,
        new Number('\0') { Suffix = CharSet.Of("iufh") },
        new Name(new Words()
            .Keywords("alias break case const const_assert continue continuing default diagnostic discard else enable for if let loop override requires return switch var while")
            .Functions("fn")
            .Classes("struct")
            .Types("bool f16 f32 i32 u32 vec2 vec3 vec4 vec2f vec3f vec4f vec2i vec3i vec4i vec2u vec3u vec4u mat2x2 mat3x3 mat4x4 mat2x2f mat3x3f mat4x4f array atomic ptr sampler "
                + "sampler_comparison texture_2d texture_3d texture_cube texture_storage_2d")
            .Constants("true false")),
        CLike.Signs,
    ]);

    public static Mode CreateWasm() => new(
        new Block("(;", ";)") { IsNested = true },
        new ToLineEnd(";;"),
        new Quoted("\"") { IsMultiLine = true },
        new Prefixed("$", TokenKind.Variable) { Part = CharSet.NamePart | CharSet.Of(".-!#%&'*+/:<=>?@\\^`|~") },
        new Number { HasSign = true },
        new Name(new Words()
            .Keywords("module func param result local global memory table export import type start elem data mut offset block loop if then else end br br_if br_table return call "
                + "call_indirect drop select nop unreachable item declare")
            .Types("i32 i64 f32 f64 v128 funcref externref anyfunc"))
        { Part = CharSet.NamePart | CharSet.Of("./"), Call = TokenKind.Text, Refine = (scanner, end) => scanner.Text.AsSpan(scanner.Position, end - scanner.Position).Contains('.') ? TokenKind.Builtin : TokenKind.Text, HasWordsBehindDots = true },
        CLike.Signs);
}
