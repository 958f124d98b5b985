using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>C, C++, and what adds words to them: CUDA, GLSL, HLSL.</summary>
internal static class C
{
    private const string Types =
        "void char short int long float double signed unsigned bool _Bool _Complex _Imaginary size_t ssize_t ptrdiff_t wchar_t FILE int8_t int16_t int32_t int64_t "
        + "uint8_t uint16_t uint32_t uint64_t intptr_t uintptr_t intmax_t uintmax_t va_list time_t off_t pid_t";

    private const string Keywords =
        "auto break case const continue default do else extern for goto if inline register restrict return sizeof static switch typedef volatile while "
        + "_Alignas _Alignof _Atomic _Generic _Noreturn _Static_assert _Thread_local alignas alignof constexpr static_assert thread_local typeof "
        + "__inline __inline__ __restrict __restrict__ __attribute__ __asm__ __volatile__ __extension__ __typeof__ asm";

    private static readonly Rule[] Literals =
    [
        new Quoted("u8\""), new Quoted("L\""), new Quoted("u\""), new Quoted("U\""), new Quoted("L'"), new Quoted("u'"), new Quoted("U'"), .. CLike.Strings,
    ];

    internal static Rule Number { get; } = new Number('\'') { Suffix = CharSet.Of("uUlLfFzZ") };

    public static Mode Create() => Of(BasicWords(), [], typeEnding: "_t");

    public static Mode CreateCpp() => Of(CppWords(), CppRules);

    public static Mode CreateCuda() => Of(
        CppWords()
            .Keywords("__global__ __device__ __host__ __shared__ __constant__ __managed__ __restrict__ __launch_bounds__ __noinline__ __forceinline__")
            .Types("dim3 uint3 int2 int3 int4 float2 float3 float4 double2 uchar4 cudaError_t cudaStream_t cudaEvent_t half __half")
            .Builtins("threadIdx blockIdx blockDim gridDim warpSize __syncthreads atomicAdd cudaMalloc cudaMemcpy cudaFree"),
        CppRules);

    public static Mode CreateGlsl() => Of(
        BasicWords()
            .Keywords("in out inout uniform varying attribute layout precision highp mediump lowp discard flat smooth invariant centroid buffer shared")
            .Types("vec2 vec3 vec4 ivec2 ivec3 ivec4 uvec2 uvec3 uvec4 bvec2 bvec3 bvec4 dvec2 dvec3 dvec4 mat2 mat3 mat4 mat2x3 mat3x4 mat4x3 "
                + "sampler1D sampler2D sampler3D samplerCube sampler2DShadow sampler2DArray uint image2D "
                + "float2 float3 float4 float2x2 float3x3 float4x4 int2 int3 int4 uint2 uint3 uint4 half half2 half3 half4 Texture2D SamplerState cbuffer matrix"),
        []);

    internal static Words BasicWords() => new Words()
        .Keywords(Keywords)
        .Classes("struct enum union")
        .Types(Types)
        .Constants("true false NULL nullptr");

    internal static Words CppWords() => BasicWords()
        .Keywords("and and_eq bitand bitor catch co_await co_return co_yield compl concept const_cast consteval constinit decltype delete dynamic_cast explicit "
            + "export final friend import module mutable namespace new noexcept not not_eq operator or or_eq override private protected public reinterpret_cast "
            + "requires static_cast template throw try typeid typename using virtual xor xor_eq")
        .Classes("class")
        .Keywords("this")
        .Types("char8_t char16_t char32_t");

    private static Rule[] CppRules { get; } =
    [
        new Special(CharSet.Of("RLuU"), ReadRawString),
        new Special(CharSet.Of("["), ReadAttribute),
    ];

    private static Mode Of(Words words, Rule[] before, string? typeEnding = null) => new(
    [
        .. CLike.Comments,
        Preprocessor.Rule,
        .. before,
        .. Literals,
        Number,
        new Name(words) { TypeEnding = typeEnding, CallsCapitals = false },
        CLike.Signs,
    ])
    { LineEndsStatement = false };

    // R"tag( … )tag" with any tag of at most 16 characters.
    private static bool ReadRawString(Scanner scanner)
    {
        var prefix = scanner.At("R\"") ? 2 : scanner.At("LR\"") || scanner.At("uR\"") || scanner.At("UR\"") ? 3 : scanner.At("u8R\"") ? 4 : 0;
        if (prefix == 0)
        {
            return false;
        }

        var tag = 0;
        while (tag <= 16 && scanner.Peek(prefix + tag) is not ('(' or ')' or '\\' or ' ' or '\n' or '\0' or '"'))
        {
            tag++;
        }

        if (scanner.Peek(prefix + tag) != '(')
        {
            return false;
        }

        var close = $"){scanner.Text.AsSpan(scanner.Position + prefix, tag)}\"";
        var end = scanner.Find(close, scanner.Position + prefix + tag);
        scanner.TakeTo(end < 0 ? scanner.End : end + close.Length, TokenKind.String);
        scanner.Previous = Previous.Operand;
        return true;
    }

    // [[nodiscard]]
    private static bool ReadAttribute(Scanner scanner)
    {
        if (scanner.Next != '[' || scanner.Previous == Previous.Operand || scanner.Find("]]", scanner.Position) is not (>= 0 and var end) || end > scanner.LineEnd)
        {
            return false;
        }

        scanner.TakeTo(end + 2, TokenKind.Decorator);
        return true;
    }
}
