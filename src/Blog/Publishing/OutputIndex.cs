using System.Collections.Immutable;
using Blog.Text;

namespace Blog.Publishing;

/// <summary>Where each address stands among the outputs of a build. Builds of the same addresses share one, so that it is made once for many edits.</summary>
public sealed class OutputIndex
{
    private readonly ImmutableArray<UrlPath> _addresses;
    private readonly Lazy<Dictionary<string, int>> _places;
    private readonly Lazy<string[]> _inOrder;

    private OutputIndex(ImmutableArray<Output> outputs)
    {
        _addresses = [.. outputs.Select(output => output.Path)];
        _places = new(Places);
        _inOrder = new(() => [.. _places.Value.Keys.Order(StringComparer.Ordinal)]);
        HasClashes = !Clashes.Of(outputs).IsEmpty;
    }

    /// <param name="last">That of the build before; null: there was none.</param>
    public static OutputIndex Of(ImmutableArray<Output> outputs, OutputIndex? last = null) => last is not null && last.IsOf(outputs) ? last : new(outputs);

    /// <summary>Whether some addresses cannot be published together, or nowhere.</summary>
    public bool HasClashes { get; }

    /// <summary>Ordinal.</summary>
    public IEnumerable<string> AddressesInOrder => _inOrder.Value;

    public bool Contains(string address) => _places.Value.ContainsKey(address);

    /// <summary>The place of the first output at the address; null: there is none.</summary>
    public int? Find(string address) => _places.Value.TryGetValue(address, out var place) ? place : null;

    private bool IsOf(ImmutableArray<Output> outputs)
    {
        var isSame = outputs.Length == _addresses.Length;
        for (var i = 0; isSame && i < outputs.Length; i++)
        {
            isSame = outputs[i].Path == _addresses[i];
        }

        return isSame;
    }

    private Dictionary<string, int> Places()
    {
        var places = new Dictionary<string, int>(_addresses.Length, StringComparer.Ordinal);
        for (var i = 0; i < _addresses.Length; i++)
        {
            places.TryAdd(_addresses[i].Value, i);
        }

        return places;
    }
}
