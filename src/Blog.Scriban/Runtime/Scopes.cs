using Blog.Scriban.Syntax;

namespace Blog.Scriban.Runtime;

/// <summary>What a running loop adds in front of a scope: its variable and its loop object.</summary>
internal sealed class LoopLayer(LoopKind kind, string? name, LoopLayer? next)
{
    public readonly LoopKind Kind = kind;

    /// <summary>Null when the loop assigns to a path or a local variable.</summary>
    public readonly string? Name = name;

    public readonly LoopLayer? Next = next;

    /// <summary>The loop that this one runs in, whatever scopes they belong to.</summary>
    public LoopLayer? Outer;

    public Value Value;
    public int Index;
    public int Length;
    public int Column;

    private Value _last;

    /// <summary>The loop so many levels out.</summary>
    /// <remarks>Only for places that stand in the body of that loop, not in a function or another scope inside it.</remarks>
    public static LoopLayer At(Frame frame, int hops)
    {
        var loop = frame.Loop!; // such a place is reached from within the loop
        for (; hops > 0; hops--)
        {
            loop = loop.Outer!; // as above
        }

        return loop;
    }

    public bool IsChanged(Frame frame)
    {
        frame.Budget.Compare(_last, Value);
        return Index == 0 || !Arithmetic.IsSame(_last, Value);
    }

    /// <summary>The scope that the layer stands in front of.</summary>
    public object? Owner;

    /// <summary>Where a <c>$</c> loop variable lives.</summary>
    public LoopLayer? Shadow;

    public void Advance(int index, Value value)
    {
        _last = Value;
        Index = index;
        Value = value;
        if (Shadow is not null)
        {
            Shadow.Value = value;
        }
    }
}

/// <summary>Names and values of one scope; few as a rule, so that a scan is the fastest way to one.</summary>
internal class NameTable
{
    private const int LongestScan = 16;

    private Dictionary<string, int>? _index;

    private string[] _names = [];
    private Value[] _values = [];
    private bool[]? _readOnly;
    private int _count;

    public LoopLayer? Layers;

    public virtual bool TryGet(string name, out Value value)
    {
        for (var layer = Layers; layer is not null; layer = layer.Next)
        {
            if (ReferenceEquals(layer.Name, name))
            {
                value = layer.Value;
                return true;
            }
        }

        var at = IndexOf(name);
        value = at < 0 ? default : _values[at];
        return at >= 0;
    }

    public bool Has(string name) => IndexOf(name) >= 0;

    /// <summary>For "did you mean".</summary>
    public virtual IEnumerable<string> Names
    {
        get
        {
            for (var layer = Layers; layer is not null; layer = layer.Next)
            {
                yield return layer.Name ?? "";
            }

            for (var i = 0; i < _count; i++)
            {
                yield return _names[i];
            }
        }
    }

    public void Set(string name, Value value, Frame frame, Node at)
    {
        var index = IndexOf(name);
        if (index >= 0 && _readOnly?[index] == true)
        {
            throw frame.Fail(Problems.IsReadOnly(frame.Source, at.Span, at is Local ? "$" + name : name));
        }

        Set(name, value);
    }

    public void Set(string name, Value value)
    {
        var index = IndexOf(name);
        if (index < 0)
        {
            if (_count == _names.Length)
            {
                Array.Resize(ref _names, Math.Max(4, _count * 2));
                Array.Resize(ref _values, _names.Length);
                if (_readOnly is not null)
                {
                    Array.Resize(ref _readOnly, _names.Length);
                }
            }

            index = _count++;
            _names[index] = name;
            _index?.Add(name, index);
            if (_index is null && _count > LongestScan)
            {
                _index = new(ReferenceEqualityComparer.Instance);
                for (var i = 0; i < _count; i++)
                {
                    _index.Add(_names[i], i);
                }
            }
        }

        _values[index] = value;
    }

    public virtual void MarkReadOnly(string name)
    {
        if (IndexOf(name) is >= 0 and var index)
        {
            (_readOnly ??= new bool[_names.Length])[index] = true;
        }
    }

    protected void Clear()
    {
        Array.Clear(_names, 0, _count);
        Array.Clear(_values, 0, _count);
        _readOnly = null;
        _index = null;
        _count = 0;
        Layers = null;
    }

    // Every name that comes here was interned by the lexer.
    private int IndexOf(string name)
    {
        if (_index is not null)
        {
            return _index.TryGetValue(name, out var at) ? at : -1;
        }

        for (var i = 0; i < _count; i++)
        {
            if (ReferenceEquals(_names[i], name))
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>The variables of a running function with parameters.</summary>
internal sealed class FunctionScope(FunctionScope? parent) : NameTable
{
    /// <summary>The next one that is visible from here.</summary>
    public readonly FunctionScope? Parent = parent;
}

/// <summary>An object of the stack of globals.</summary>
/// <param name="hidingNames">How many of its names hide a builtin.</param>
internal sealed class GlobalScope(ScriptObject value, int hidingNames)
{
    public readonly ScriptObject Object = value;

    public int HidingNames = hidingNames;

    public LoopLayer? Layers;
}
