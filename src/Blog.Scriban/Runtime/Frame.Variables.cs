using System.Runtime.CompilerServices;
using Blog.Scriban.Functions;
using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban.Runtime;

// The stores of names and the rules of reading and writing them (chapter 4 of the language).
internal sealed partial class Frame
{
    private readonly List<GlobalScope> _globals = [];

    // What this rendering wrote to frozen objects, by the object. Reads go through Current.
    private Dictionary<ScriptObject, ScriptObject>? _overlays;

    // What was assigned counts to the end of the rendering, for it may be seen again.
    private int _hidingNames;

    public LocalScope Local = new();

    /// <summary>The innermost running loop.</summary>
    public LoopLayer? Loop;

    /// <summary>The innermost function scope that is visible; null outside functions with parameters.</summary>
    public FunctionScope? FunctionScope;

    public ScriptObject CurrentObject => _globals[^1].Object;

    /// <summary>No variable stands in front of an object of the builtins, so that a call such as <c>string.upcase</c> can only mean one function.</summary>
    public bool SeesBuiltins => _hidingNames == 0;

    public void PushGlobal(ScriptObject value, Node? at = null)
    {
        Budget.CheckNesting(_globals.Count, at);
        var before = _hidingNames;
        foreach (var name in Current(value).Names)
        {
            Hide(name);
        }

        _globals.Add(new(value, _hidingNames - before));
    }

    /// <summary>Something of this name stands in front of the builtins now.</summary>
    public void Hide(string name)
    {
        if (Builtins.IsName(name))
        {
            _hidingNames++;
        }
    }

    /// <summary>The same for a member of the current object, which goes away with it.</summary>
    public void HideWhileCurrent(string name)
    {
        var before = _hidingNames;
        Hide(name);
        _globals[^1].HidingNames += _hidingNames - before;
    }

    public void PopGlobal()
    {
        _hidingNames -= _globals[^1].HidingNames;
        _globals.RemoveAt(_globals.Count - 1);
    }

    /// <summary>The object as this rendering sees it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ScriptObject Current(ScriptObject value) => _overlays is null ? value : CurrentOf(value, _overlays);

    private static ScriptObject CurrentOf(ScriptObject value, Dictionary<ScriptObject, ScriptObject> overlays) =>
        value.IsFrozen && overlays.TryGetValue(value, out var overlay) ? overlay : value;

    private ScriptObject Writable(ScriptObject value)
    {
        if (!value.IsFrozen)
        {
            return value;
        }

        _overlays ??= new(ReferenceEqualityComparer.Instance);
        if (!_overlays.TryGetValue(value, out var overlay))
        {
            Budget.Memory(Budget.SizeOfObject(value.Count));
            overlay = value.Thaw();
            _overlays.Add(value, overlay);
        }

        return overlay;
    }

    public bool TryGetVariable(string name, ref int hint, out Value value)
    {
        for (var scope = FunctionScope; scope is not null; scope = scope.Parent)
        {
            if (scope.TryGet(name, out value))
            {
                return true;
            }
        }

        for (var i = _globals.Count - 1; i >= 0; i--)
        {
            var global = _globals[i];
            for (var layer = global.Layers; layer is not null; layer = layer.Next)
            {
                if (ReferenceEquals(layer.Name, name))
                {
                    value = layer.Value;
                    return true;
                }
            }

            if (Current(global.Object).TryGet(name, ref hint, out value))
            {
                return true;
            }
        }

        value = default;
        return false;
    }

    public void SetVariable(string name, Value value, Node at)
    {
        for (var scope = FunctionScope; scope is not null; scope = scope.Parent)
        {
            if (scope.Has(name))
            {
                scope.Set(name, value, this, at);
                return;
            }
        }

        if (FunctionScope is not null && !_globals.Any(global => Current(global.Object).Has(name)))
        {
            Hide(name);
            FunctionScope.Set(name, value);
            return;
        }

        SetMember(CurrentObject, name, value, at.Span);
    }

    public void SetMember(ScriptObject target, string name, Value value, TextSpan at)
    {
        if (Current(target).IsReadOnly(name))
        {
            throw Fail(Problems.IsReadOnly(Source, at, name));
        }

        Hide(name);
        Store(Writable(target), name, value);
    }

    /// <summary>Sets a member of an object that this rendering may change.</summary>
    public void Store(ScriptObject target, string name, Value value)
    {
        if (target.Store(name, value))
        {
            Budget.Memory(Budget.MemberSize);
        }
    }

    public void Import(string name, Value value)
    {
        if (!Current(CurrentObject).IsReadOnly(name))
        {
            Hide(name);
            Store(Writable(CurrentObject), name, value);
        }
    }

    public void MarkReadOnly(string name)
    {
        for (var scope = FunctionScope; scope is not null; scope = scope.Parent)
        {
            if (scope.Has(name))
            {
                scope.MarkReadOnly(name);
                return;
            }
        }

        Writable(CurrentObject).MarkReadOnly(name);
    }

    /// <summary>A layer in front of the scope that loops belong to at this place.</summary>
    public LoopLayer PushLoop(LoopKind kind, Target? variable, Node at)
    {
        Budget.CheckNesting(LoopDepth, at);
        if (LoopDepth++ == 0 && Options.LoopLimitStartsAnew)
        {
            Budget.StartRounds();
        }

        LoopLayer layer;
        var name = variable is Variable plain ? plain.Name : variable is null or Syntax.Local ? "" : null;
        Hide(name ?? "");
        if (FunctionScope is { } scope)
        {
            layer = new(kind, name, scope.Layers) { Owner = scope };
            scope.Layers = layer;
        }
        else
        {
            var global = _globals[^1];
            layer = new(kind, name, global.Layers) { Owner = global };
            global.Layers = layer;
        }

        if (variable is Syntax.Local local)
        {
            // The loop object goes where it always goes, the variable to the locals.
            layer.Shadow = new(kind, local.Name, Local.Layers);
            Local.Layers = layer.Shadow;
        }

        layer.Outer = Loop;
        Loop = layer;
        return layer;
    }

    public void PopLoop(LoopLayer layer)
    {
        LoopDepth--;
        Loop = layer.Outer;
        if (layer.Shadow is { } shadow)
        {
            Local.Layers = shadow.Next;
        }

        if (layer.Owner is NameTable table)
        {
            table.Layers = layer.Next;
        }
        else
        {
            ((GlobalScope)layer.Owner!).Layers = layer.Next;
        }
    }

    public LoopLayer? FindLoop(LoopKind kind)
    {
        for (NameTable? scope = FunctionScope; scope is not null; scope = ((FunctionScope)scope).Parent)
        {
            if (Find(scope.Layers) is { } layer)
            {
                return layer;
            }
        }

        for (var i = _globals.Count - 1; i >= 0; i--)
        {
            if (Find(_globals[i].Layers) is { } layer)
            {
                return layer;
            }
        }

        return null;

        LoopLayer? Find(LoopLayer? layer)
        {
            while (layer is not null && layer.Kind != kind)
            {
                layer = layer.Next;
            }

            return layer;
        }
    }

    /// <summary>The names that can be read here, for "did you mean".</summary>
    public IEnumerable<string> VisibleNames()
    {
        for (var scope = FunctionScope; scope is not null; scope = scope.Parent)
        {
            foreach (var name in scope.Names)
            {
                yield return name;
            }
        }

        for (var i = _globals.Count - 1; i >= 0; i--)
        {
            for (var layer = _globals[i].Layers; layer is not null; layer = layer.Next)
            {
                yield return layer.Name ?? "";
            }

            foreach (var name in Current(_globals[i].Object).Names)
            {
                yield return name;
            }
        }
    }

    /// <summary>The objects of the model that templates reach by a name of their own, with that name.</summary>
    public IEnumerable<(string Name, ScriptObject Object)> NamedObjects() =>
        _globals.Skip(1).SelectMany(global => Current(global.Object).Names.Select(name => (Name: name, Current(global.Object)[name].AsObject)))
            .Where(named => named.AsObject is { Kind: not null }).Select(named => (named.Name, Current(named.AsObject!)));
}
