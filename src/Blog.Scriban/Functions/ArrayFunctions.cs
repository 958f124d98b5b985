using System.Numerics;
using Blog.Scriban.Runtime;

namespace Blog.Scriban.Functions;

/// <summary>The object <c>array</c>. No function changes its argument.</summary>
internal static class ArrayFunctions
{
    public static ScriptObject Make()
    {
        var o = new ScriptObject(24);
        void Add(string name, string parameters, BuiltinCall call) => Builtins.Add(o, name, parameters, call, "array");

        Add("add", "list:l value", (f, a) => new ScriptArray([.. f.List(a[0]), a[1]], isSequence: false));
        Add("add_range", "list1:l list2:l", Concat);
        Add("any", "list:l function:f args...", Any);
        Add("compact", "list:l", (f, a) => a[0].IsNull ? default : Sequence([.. f.List(a[0]).Where(v => !v.IsNull)]));
        Add("concat", "list1:l list2:l", Concat);
        Add("contains", "list:l item", Contains);
        Add("cycle", "list:l group?", Cycle);
        Add("each", "list:l function:f", Each);
        Add("filter", "list:l function:f", Filter);
        Add("first", "list:l", (f, a) => Items.TryOf(f, a[0], out var items) && items.Count > 0 ? items[0] : default);
        Add("insert_at", "list:l index:i value", InsertAt);
        Add("join", "list:l delimiter:s function:f?", Join);
        Add("last", "list:l", (f, a) => Items.TryOf(f, a[0], out var items) && items.Count > 0 ? items[items.Count - 1] : default);
        Add("limit", "list:l count:i", Limit);
        Add("map", "list member:s", Map);
        Add("offset", "list:l index:i", (f, a) => a[0].IsNull ? default : Sequence([.. f.List(a[0]).Skip(a[1].Int() < 0 ? 0 : a[1].Int())]));
        Add("remove_at", "list:l index:i", RemoveAt);
        Add("reverse", "list:l", (f, a) => Sequence([.. Enumerable.Reverse(f.List(a[0]))]));
        Add("size", "list:l", (f, a) => Items.TryOf(f, a[0], out var items) ? items.Count : 0);
        Add("sort", "list member:s?", Sort);
        Add("uniq", "list:l", Uniq);
        return o;
    }

    private static Value Sequence(List<Value> items) => new ScriptArray(items, isSequence: true);

    private static Value Concat(Frame frame, ReadOnlySpan<Value> a) =>
        a[0].IsNull && a[1].IsNull ? default : Sequence([.. frame.List(a[0]), .. frame.List(a[1])]);

    private static Value Any(Frame frame, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull || a[1].Ref is not ScriptFunction function)
        {
            return false;
        }

        var more = a[2].AsArray!.Items;
        foreach (var item in frame.List(a[0]))
        {
            frame.Budget.List(more.Count + 1L);
            var result = frame.CallBack(function, [item, .. more]);
            if (result.Kind == ValueKind.Boolean && result.IsTrue)
            {
                return true;
            }
        }

        return false;
    }

    private static Value Contains(Frame frame, ReadOnlySpan<Value> a)
    {
        var wanted = a[1];
        Items.TryOf(frame, a[0], out var items);
        frame.Budget.Items(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            frame.Budget.Compare(items[i], wanted);
            if (Arithmetic.IsSame(items[i], wanted))
            {
                return true;
            }
        }

        return false;
    }

    private static Value Cycle(Frame frame, ReadOnlySpan<Value> a)
    {
        var items = frame.List(a[0]);
        if (items.Count == 0)
        {
            return default;
        }

        var group = a[1].IsNull ? Joined(frame, items, ",", null) : Printer.Text(frame, a[1]);
        frame.Budget.Memory(Budget.SizeOfList(4) + (group.Length * sizeof(char)));
        var at = frame.State.Cycles.GetValueOrDefault(group) % items.Count;
        frame.State.Cycles[group] = at + 1;
        return items[at];
    }

    private static Value Each(Frame frame, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull || a[1].Ref is not ScriptFunction function)
        {
            return a[0];
        }

        return Sequence([.. frame.List(a[0]).Select(item => frame.CallBack(function, item))]);
    }

    private static Value Filter(Frame frame, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull || a[1].Ref is not ScriptFunction function)
        {
            return a[0];
        }

        return Sequence([.. frame.List(a[0]).Where(item => frame.CallBack(function, item).IsTrue)]);
    }

    private static Value InsertAt(Frame frame, ReadOnlySpan<Value> a)
    {
        var items = frame.List(a[0]);
        var index = Math.Max(0, a[1].Int());
        frame.Budget.List(Math.Max(1, index + 1L - items.Count));
        while (items.Count < index)
        {
            items.Add(default);
        }

        items.Insert(index, a[2]);
        return new ScriptArray(items, isSequence: false);
    }

    private static Value Join(Frame frame, ReadOnlySpan<Value> a) => Joined(frame, frame.List(a[0]), a[1].Text(), a[2].Ref as ScriptFunction);

    private static string Joined(Frame frame, List<Value> items, string delimiter, ScriptFunction? function)
    {
        var (result, isFirst) = (new TextBuilder(frame), true);
        foreach (var item in items)
        {
            var text = Printer.Text(frame, item);
            result.Append(isFirst ? "" : delimiter).Append(function is null ? text : Printer.Text(frame, frame.CallBack(function, text)));
            isFirst = false;
        }

        return result.Finish();
    }

    private static Value Limit(Frame frame, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull)
        {
            return default;
        }

        // Only what is taken is looked at: "the first five of ten thousand" costs five.
        Items.TryOf(frame, a[0], out var items);
        var count = Math.Clamp(a[1].Int(), 0, items.Count);
        frame.Budget.List(count);
        var result = new List<Value>(count);
        for (var i = 0; i < count; i++)
        {
            result.Add(items[i]);
        }

        return Sequence(result);
    }

    private static Value Map(Frame frame, ReadOnlySpan<Value> a)
    {
        var name = a[1].Text();
        var result = new List<Value>();
        if (Items.TryOf(frame, a[0], out _))
        {
            foreach (var item in frame.List(a[0]))
            {
                if (Members.TryGet(frame, item, name, out var value))
                {
                    result.Add(value);
                }
            }
        }
        else if (Members.TryGet(frame, a[0], name, out var value))
        {
            result.Add(value);
        }

        return Sequence(result);
    }

    private static Value RemoveAt(Frame frame, ReadOnlySpan<Value> a)
    {
        var items = frame.List(a[0]);
        var index = a[1].Int() < 0 ? a[1].Int() + items.Count : a[1].Int();
        if (index >= 0 && index < items.Count)
        {
            items.RemoveAt(index);
        }

        return new ScriptArray(items, isSequence: false);
    }

    private static Value Uniq(Frame frame, ReadOnlySpan<Value> a)
    {
        var items = frame.List(a[0]);
        frame.Budget.List(items.Count * 3L);
        items.ForEach(item => frame.Budget.Compare(item, item));
        var known = new HashSet<Value>(SameValue.Comparer);
        return Sequence([.. items.Where(known.Add)]);
    }

    private static Value Sort(Frame frame, ReadOnlySpan<Value> a)
    {
        if (!Items.TryOf(frame, a[0], out _))
        {
            return new ScriptArray(a[0].IsNull ? [] : [a[0]], isSequence: false);
        }

        var items = frame.List(a[0]);
        var member = a[1].Text();
        var keys = member.Length == 0 ? items : [.. items.Select(item => KeyOf(frame, item, member))];
        if (keys.Select(GroupOf).Where(group => group != 0).Distinct().Count() > 1 || (keys.Count > 1 && keys.Any(key => GroupOf(key) < 0)))
        {
            throw new TemplateException("the values cannot be compared with each other", "sort by a member: 'array.sort \"date\"'") { Argument = 0 };
        }

        var rounds = BitOperations.Log2((uint)items.Count + 1) + 1;
        frame.Budget.List((long)items.Count * rounds);
        keys.ForEach(key => frame.Budget.Compare(key, key, rounds * 2));
        return new ScriptArray([.. Enumerable.Range(0, items.Count).OrderBy(i => keys[i], Comparer<Value>.Create(Compare)).Select(i => items[i])], isSequence: false);
    }

    private static Value KeyOf(Frame frame, Value item, string member)
    {
        if (Members.TryGet(frame, item, member, out var value) || !member.Contains('.', StringComparison.Ordinal))
        {
            return value;
        }

        foreach (var name in member.Split('.'))
        {
            if (!Members.TryGet(frame, item, name, out item))
            {
                return default;
            }
        }

        return item;
    }

    // 0: null, comparable with everything; negative: with nothing
    private static int GroupOf(Value value) => value.Kind switch
    {
        ValueKind.Null => 0,
        ValueKind.Text or ValueKind.Html or ValueKind.Character => 1,
        ValueKind.Date => 2,
        ValueKind.Duration => 3,
        ValueKind.Boolean => 4,
        >= ValueKind.Integer and <= ValueKind.Decimal => 5,
        _ => -1,
    };

    private static int Compare(Value left, Value right)
    {
        if (left.IsNull || right.IsNull)
        {
            return (left.IsNull ? 0 : 1) - (right.IsNull ? 0 : 1);
        }

        return GroupOf(left) switch
        {
            1 => string.CompareOrdinal(left.AsText, right.AsText),
            2 => left.AsDate!.Value.CompareTo(right.AsDate!.Value),
            3 or 4 => left.Bits.CompareTo(right.Bits),
            _ when left.Kind is ValueKind.Integer or ValueKind.BigInteger && right.Kind is ValueKind.Integer or ValueKind.BigInteger =>
                NumberArithmetic.ToBig(left).CompareTo(NumberArithmetic.ToBig(right)),
            _ => NumberArithmetic.ToDouble(left).CompareTo(NumberArithmetic.ToDouble(right)),
        };
    }
}
