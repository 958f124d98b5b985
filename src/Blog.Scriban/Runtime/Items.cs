using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban.Runtime;

/// <summary>Anything that can be walked: a list, a range, the characters of a text, the pairs of an object.</summary>
internal readonly struct Items
{
    private readonly object _source;
    private readonly int _version;

    private Items(object source, int count, int version = 0)
    {
        _source = source;
        Count = count;
        _version = version;
    }

    public int Count { get; }

    /// <summary>Bytes of items that are made when they are asked for: the pairs of an object.</summary>
    public long SizeOfNew(int count) => _source is ScriptObject ? count * Budget.SizeOfObject(2) : 0;

    public Value this[int index] => _source switch
    {
        ScriptArray array => index < array.Count ? array[index] : default,
        ScriptRange range => range[index],
        string text => text[index],
        _ => Pair((ScriptObject)_source, index),
    };

    public static bool TryOf(Frame frame, Value value, out Items items)
    {
        items = value.Ref switch
        {
            ScriptArray array => new(array, array.Count, array.Version),
            ScriptRange range => new(range, range.Count),
            string text => new(text, text.Length),
            Html html => new(html.Text, html.Text.Length),
            ScriptObject found when frame.Current(found) is var current => new(current, current.Count, current.Version),
            _ => default,
        };
        return items._source is not null;
    }

    /// <summary>The items as a new array.</summary>
    public ScriptArray ToArray(Frame frame, Node at) => new(ToList(frame, at));

    /// <summary>The items in a list that nobody else has; paid for.</summary>
    public List<Value> ToList(Frame frame, Node? at = null)
    {
        frame.Budget.List(Count, at);
        frame.Budget.Memory(SizeOfNew(Count), at);
        var list = new List<Value>(Count);
        AddTo(list);
        return list;
    }

    public void AddTo(List<Value> list)
    {
        for (var i = 0; i < Count; i++)
        {
            list.Add(this[i]);
        }
    }

    public void CheckUnchanged(Frame frame, TextSpan list)
    {
        var now = _source switch
        {
            ScriptArray array => array.Version,
            ScriptObject found => frame.Current(found).Version,
            _ => _version,
        };
        if (now != _version)
        {
            throw frame.Fail(Problems.ChangedWhileLooping(frame.Source, list));
        }
    }

    private static ScriptObject Pair(ScriptObject source, int index)
    {
        var name = source.NameAt(index);
        var pair = new ScriptObject(2);
        pair.Store("key", name);
        pair.Store("value", source[name]);
        return pair;
    }
}
