using Blog.Scriban.Syntax;

namespace Blog.Scriban.Runtime;

/// <summary>The <c>$</c> variables of a page, an include, a function call or a <c>with</c> block, and the arguments that it was given.</summary>
/// <remarks>Most templates ask for single arguments; the list <c>$</c> is made when one asks for the whole of it.</remarks>
internal sealed class LocalScope : NameTable
{
    private Value[] _values = new Value[4];
    private (string Name, Value Value)[] _named = new (string, Value)[4];
    private int _valueCount;
    private int _namedCount;
    private bool _promotesNamed;
    private ScriptArray? _arguments;

    /// <summary>The block that <c>wrap</c> handed over.</summary>
    public HandedBlock? Block { get; set; }

    /// <summary>False on a page, where <c>$</c> is null.</summary>
    public bool HasArguments { get; private set; }

    /// <summary>The list <c>$</c>; null on a page.</summary>
    public ScriptArray? Arguments => HasArguments ? _arguments ??= MakeArguments() : null;

    /// <summary>It belongs to an include, not to a function.</summary>
    public bool IsOfInclude => _promotesNamed;

    public override IEnumerable<string> Names => base.Names.Concat(_promotesNamed ? _named.Take(_namedCount).Select(named => named.Name) : []);

    /// <summary>Begins to take the arguments of a call.</summary>
    /// <param name="promotesNamed">Named arguments are <c>$</c> variables, too, as in an include.</param>
    public void TakeArguments(bool promotesNamed, HandedBlock? block = null)
    {
        HasArguments = true;
        _promotesNamed = promotesNamed;
        Block = block;
    }

    public void Take(Value value)
    {
        if (_valueCount == _values.Length)
        {
            Array.Resize(ref _values, _valueCount * 2);
        }

        _values[_valueCount++] = value;
    }

    public void Take(string name, Value value)
    {
        if (_namedCount == _named.Length)
        {
            Array.Resize(ref _named, _namedCount * 2);
        }

        _named[_namedCount++] = (name, value);
    }

    /// <summary><c>$.name</c>, when it can be had without making the list.</summary>
    public bool TryGetArgument(string name, out Value value)
    {
        if (_arguments is null && IndexOfNamed(name) is >= 0 and var at)
        {
            value = _named[at].Value;
            return true;
        }

        value = default;
        return false;
    }

    /// <summary><c>$1</c>, when it can be had without making the list.</summary>
    public bool TryGetArgument(int index, out Value value)
    {
        var isKnown = _arguments is null && (uint)index < (uint)_valueCount;
        value = isKnown ? _values[index] : default;
        return isKnown;
    }

    public override bool TryGet(string name, out Value value)
    {
        if (base.TryGet(name, out value))
        {
            return true;
        }

        var at = _promotesNamed ? IndexOfNamed(name) : -1;
        value = at < 0 ? default : _named[at].Value;
        return at >= 0;
    }

    public override void MarkReadOnly(string name)
    {
        if (!Has(name) && TryGet(name, out var value))
        {
            Set(name, value);
        }

        base.MarkReadOnly(name);
    }

    /// <summary>As new, for the next call.</summary>
    public void Reset()
    {
        Clear();
        Array.Clear(_values, 0, _valueCount);
        Array.Clear(_named, 0, _namedCount);
        (_valueCount, _namedCount, _promotesNamed, _arguments) = (0, 0, false, null);
        (HasArguments, Block) = (false, null);
    }

    // The last of a name counts.
    private int IndexOfNamed(string name)
    {
        var at = _namedCount - 1;
        while (at >= 0 && !ReferenceEquals(_named[at].Name, name))
        {
            at--;
        }

        return at;
    }

    private ScriptArray MakeArguments()
    {
        var arguments = new ScriptArray([.. _values.AsSpan(0, _valueCount)]);
        foreach (var (name, value) in _named.AsSpan(0, _namedCount))
        {
            (arguments.Properties ??= new()).Store(name, value);
        }

        return arguments;
    }
}
