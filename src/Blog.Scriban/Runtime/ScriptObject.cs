using System.Runtime.CompilerServices;

namespace Blog.Scriban;

/// <summary>An object of templates: ordered members with text keys.</summary>
/// <remarks>
/// Models shared by threads are frozen: what a template writes to them is seen by that one rendering only.
/// Members are found by a hint of the asking node first, then by a short scan, from nine members on by a dictionary.
/// </remarks>
public sealed class ScriptObject
{
    private const int LongestScan = 8;

    private Slot[] _slots;
    private Dictionary<string, int>? _index;
    private HashSet<string>? _readOnly;
    private bool _isFrozen;

    public ScriptObject(int capacity = 4) => _slots = new Slot[capacity];

    private record struct Slot(string Name, Value Value);

    /// <summary>What messages call it: "post" in "post has no member 'tittle'".</summary>
    public string? Kind { get; set; }

    /// <summary>Where it comes from, for messages: "content/posts/softmax.md".</summary>
    public string? Origin { get; set; }

    /// <summary>Stands in many models, with all that it holds: what is found out about it is worth keeping.</summary>
    public bool IsShared { get; set; }

    /// <summary>Told the name of every member that somebody asks for; for tests that compare reads with declarations.</summary>
    public Action<string>? OnRead { get; set; }

    public bool IsFrozen => _isFrozen;

    public int Count { get; private set; }

    public IEnumerable<string> Names
    {
        get
        {
            for (var i = 0; i < Count; i++)
            {
                yield return _slots[i].Name;
            }
        }
    }

    /// <summary>Null for a name that is not there.</summary>
    public Value this[string name]
    {
        get => TryGet(name, out var value) ? value : default;
        set => Add(name, value);
    }

    /// <summary>Sets a member; the place of one that exists is kept.</summary>
    public void Add(string name, Value value)
    {
        if (_isFrozen)
        {
            throw new InvalidOperationException($"'{name}' cannot be set, the object is frozen");
        }

        Store(name, value);
    }

    /// <summary>A member computed when somebody asks for it first, at most once whatever the number of threads.</summary>
    public void AddLazy(string name, Func<Value> value) => Add(name, new Value(new LazyValue(value)));

    public bool TryGet(string name, out Value value)
    {
        var hint = -1;
        return TryGet(name, ref hint, out value);
    }

    /// <summary>Makes the object, and what it holds, final.</summary>
    public void Freeze()
    {
        if (_isFrozen)
        {
            return;
        }

        _isFrozen = true;
        for (var i = 0; i < Count; i++)
        {
            FreezeValue(_slots[i].Value);
        }
    }

    internal static void FreezeValue(Value value)
    {
        (value.Ref as ScriptObject)?.Freeze();
        (value.Ref as ScriptArray)?.Freeze();
    }

    /// <summary>Called with arguments instead of the object: <c>date "2016/01/05"</c>.</summary>
    internal ScriptFunction? Callable { get; set; }

    /// <summary>Counts the writes, so that a loop notices that its object changed under it.</summary>
    internal int Version { get; private set; }

    /// <param name="hint">Where the member was last time; makes the usual read one comparison.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryGet(string name, ref int hint, out Value value)
    {
        var slots = _slots;
        var at = hint;
        if ((uint)at < (uint)slots.Length && ReferenceEquals(slots[at].Name, name) && OnRead is null)
        {
            value = slots[at].Value;
            if (value.Ref is not LazyValue)
            {
                return true;
            }
        }

        return TryFind(name, ref hint, out value);
    }

    private bool TryFind(string name, ref int hint, out Value value)
    {
        OnRead?.Invoke(name);
        var at = IndexOf(name);
        if (at < 0)
        {
            value = default;
            return false;
        }

        hint = at;
        value = _slots[at].Value;
        if (value.Ref is LazyValue lazy)
        {
            value = lazy.Value;
        }

        return true;
    }

    internal bool Has(string name) => IndexOf(name) >= 0;

    internal string NameAt(int index) => _slots[index].Name;

    internal bool IsReadOnly(string name) => _readOnly?.Contains(name) == true;

    internal void MarkReadOnly(string name)
    {
        if (Has(name))
        {
            (_readOnly ??= new(StringComparer.Ordinal)).Add(name);
        }
    }

    /// <summary>A copy that a template may change; values are shared, lazy ones stay lazy.</summary>
    public ScriptObject Thaw()
    {
        var copy = new ScriptObject(Math.Max(4, Count + 2)) { Kind = Kind, Origin = Origin, OnRead = OnRead, Callable = Callable };
        Array.Copy(_slots, copy._slots, Count);
        copy.Count = Count;
        copy._index = _index is null ? null : new(_index, StringComparer.Ordinal);
        copy._readOnly = _readOnly is null ? null : new(_readOnly, StringComparer.Ordinal);
        return copy;
    }

    /// <summary>True when the member is new.</summary>
    internal bool Store(string name, Value value)
    {
        Version++;
        var at = IndexOf(name);
        if (at >= 0)
        {
            _slots[at].Value = value;
            return false;
        }

        if (Count == _slots.Length)
        {
            Array.Resize(ref _slots, Math.Max(4, Count * 2));
        }

        _slots[Count] = new(name, value);
        _index?.Add(name, Count);
        Count++;
        if (_index is null && Count > LongestScan)
        {
            _index = new(StringComparer.Ordinal);
            for (var i = 0; i < Count; i++)
            {
                _index.Add(_slots[i].Name, i);
            }
        }

        return true;
    }

    private int IndexOf(string name)
    {
        if (_index is not null)
        {
            return _index.TryGetValue(name, out var at) ? at : -1;
        }

        for (var i = 0; i < Count; i++)
        {
            if (ReferenceEquals(_slots[i].Name, name) || string.Equals(_slots[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Sealed, so that asking whether a value is one costs a comparison.</summary>
    // Final before another thread sees it.
    private sealed class LazyValue(Func<Value> make) : Lazy<Value>(() =>
    {
        var value = make();
        FreezeValue(value);
        return value;
    });
}
