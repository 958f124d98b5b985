namespace Blog.Scriban;

/// <summary>A list of values, zero-based. One made by the host never changes, and neither do its items; one made by a template may.</summary>
public sealed class ScriptArray
{
    private readonly List<Value> _items;

    public ScriptArray(IEnumerable<Value> items)
        : this([.. items], isSequence: false) => Freeze();

    internal ScriptArray(List<Value> items, bool isSequence = false)
    {
        _items = items;
        IsSequence = isSequence;
    }

    public int Count => _items.Count;

    /// <summary>The item at an index from 0.</summary>
    public Value this[int index] => _items[index];

    internal bool IsFrozen { get; private set; }

    /// <summary>The result of an array function: <c>object.typeof</c> calls it an iterator.</summary>
    internal bool IsSequence { get; }

    /// <summary>Counts the writes, so that a loop notices that its list changed under it.</summary>
    internal int Version { get; private set; }

    /// <summary>What <c>a.name = value</c> set, and the named arguments of <c>$</c>.</summary>
    internal ScriptObject? Properties { get; set; }

    internal List<Value> Items => _items;

    internal void Freeze()
    {
        if (IsFrozen)
        {
            return;
        }

        IsFrozen = true;
        Properties?.Freeze();
        foreach (var item in _items)
        {
            ScriptObject.FreezeValue(item);
        }
    }

    /// <summary>Fills up with null behind the end; an index in front of the start does nothing.</summary>
    internal void Set(int index, Value value)
    {
        index = index < 0 ? index + _items.Count : index;
        if (index < 0)
        {
            return;
        }

        Version++;
        _items.EnsureCapacity(index + 1);
        while (_items.Count <= index)
        {
            _items.Add(default);
        }

        _items[index] = value;
    }
}

/// <summary>A lazy run of integers, <c>1..5</c>.</summary>
internal sealed class ScriptRange(long first, int count, int step)
{
    public int Count => count;

    public Value this[int index] => first + ((long)index * step);
}
