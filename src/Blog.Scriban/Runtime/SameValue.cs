using System.Numerics;

namespace Blog.Scriban.Runtime;

/// <summary><see cref="Arithmetic.IsSame"/> for sets: no list, however long, is compared with itself item by item.</summary>
internal sealed class SameValue : IEqualityComparer<Value>
{
    public static SameValue Comparer { get; } = new();

    public bool Equals(Value x, Value y) => Arithmetic.IsSame(x, y);

    public int GetHashCode(Value value) => value.Ref switch
    {
        null => 0,
        string text => text.GetHashCode(StringComparison.Ordinal),
        Html or Value.Tag { Kind: ValueKind.Character } => value.AsText!.GetHashCode(StringComparison.Ordinal), // it is there
        decimal or BigInteger or DateTimeOffset => value.Ref.GetHashCode(),
        Value.Tag => value.Bits.GetHashCode(),
        var other => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(other),
    };
}
