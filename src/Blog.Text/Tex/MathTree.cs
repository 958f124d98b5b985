namespace Blog.Text.Tex;

/// <summary>The nodes of one formula, in memory that the next one uses again.</summary>
internal sealed class MathTree
{
    private const int MostKept = 1 << 12;

    private readonly List<MathNode> _nodes = [];
    private int _used;

    public void Clear()
    {
        _used = 0;
        if (_nodes.Count > MostKept)
        {
            _nodes.RemoveRange(MostKept, _nodes.Count - MostKept);
        }
    }

    public MathNode New(NodeKind kind, TextSpan span)
    {
        if (_used == _nodes.Count)
        {
            _nodes.Add(new());
        }

        var node = _nodes[_used++];
        node.Reset(kind, span);
        return node;
    }

    public MathNode Atom(ReadOnlyMemory<char> text, AtomClass atomClass, TextSpan span)
    {
        var atom = New(NodeKind.Atom, span);
        (atom.Text, atom.Class) = (text, atomClass);
        return atom;
    }

    public MathNode Atom(string text, AtomClass atomClass, TextSpan span) => Atom(text.AsMemory(), atomClass, span);

    public MathNode Number(ReadOnlyMemory<char> text, TextSpan span)
    {
        var number = New(NodeKind.Number, span);
        number.Text = text;
        return number;
    }

    public MathNode Function(ReadOnlyMemory<char> text, bool hasLimits, TextSpan span, AtomClass atomClass = AtomClass.Operator)
    {
        var function = New(NodeKind.Function, span);
        (function.Text, function.Flag, function.Class) = (text, hasLimits, atomClass);
        return function;
    }

    public MathNode Space(double width, TextSpan span, double? widthOutsideDisplay = null)
    {
        var space = New(NodeKind.Space, span);
        (space.Size, space.OtherSize) = (width, widthOutsideDisplay ?? width);
        return space;
    }

    public MathNode Row(in NodeList items, TextSpan span)
    {
        var row = New(NodeKind.Row, span);
        row.First = items.First;
        return row;
    }

    /// <summary>A node about one part.</summary>
    public MathNode Around(NodeKind kind, MathNode? body, TextSpan span)
    {
        var node = New(kind, span);
        node.First = body;
        return node;
    }
}

/// <summary>Items in the order they are read.</summary>
internal struct NodeList
{
    public MathNode? First { get; private set; }

    private MathNode? _last;

    public void Add(MathNode node)
    {
        node.Next = null;
        if (_last is null)
        {
            First = node;
        }
        else
        {
            _last.Next = node;
        }

        _last = node;
    }
}
