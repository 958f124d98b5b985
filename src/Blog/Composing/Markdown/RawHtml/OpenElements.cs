using Blog.Text;

namespace Blog.Composing.Markdown.RawHtml;

/// <summary>An element of the author's whose end has not come yet.</summary>
/// <param name="Leaf">The number of the block that it must end in; 0 for one that may hold blocks.</param>
internal readonly record struct OpenElement(string Name, TextSpan Place, int Leaf);

/// <summary>The open elements, the innermost last; asked by name without a look at all of them, for thousands may be open.</summary>
internal sealed class OpenElements
{
    private readonly List<OpenElement> _all = [];
    private readonly Dictionary<string, Stack<int>> _places = new(StringComparer.OrdinalIgnoreCase);
    private int _foreign;
    private int _verbatim;

    public int Count => _all.Count;

    public OpenElement Last => _all[^1];

    /// <summary>Whether SVG or MathML is open, where any element may close itself.</summary>
    public bool HasForeign => _foreign > 0;

    /// <summary>Whether signs are shown as they are on purpose here.</summary>
    public bool HasVerbatim => _verbatim > 0;

    public void Push(OpenElement element)
    {
        if (!_places.TryGetValue(element.Name, out var places))
        {
            _places[element.Name] = places = [];
        }

        places.Push(_all.Count);
        _all.Add(element);
        _foreign += Elements.IsForeign(element.Name) ? 1 : 0;
        _verbatim += Elements.IsVerbatim(element.Name) ? 1 : 0;
    }

    public OpenElement Pop()
    {
        var last = Last;
        _all.RemoveAt(_all.Count - 1);
        _places[last.Name].Pop();
        _foreign -= Elements.IsForeign(last.Name) ? 1 : 0;
        _verbatim -= Elements.IsVerbatim(last.Name) ? 1 : 0;
        return last;
    }

    /// <summary>Where the innermost element of a name stands; -1: none is open.</summary>
    public int LastIndexOf(string name) => _places.TryGetValue(name, out var places) && places.TryPeek(out var index) ? index : -1;
}
