using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Blog.Text;

namespace Blog;

/// <summary>The last value, with what it was made of: the same again is the same object, so that the next stage sees at once that nothing changed.</summary>
/// <param name="areSame">Whether inputs make the same value; null: when they are equal.</param>
internal sealed class Memo<TInputs, TValue>(Func<TInputs, TInputs, bool>? areSame = null)
{
    private readonly Func<TInputs, TInputs, bool> _areSame = areSame ?? EqualityComparer<TInputs>.Default.Equals;
    private (TInputs Inputs, TValue Value)? _last;

    public TValue Of(TInputs inputs, Func<TInputs, TValue> make)
    {
        var value = _last is { } last && _areSame(last.Inputs, inputs) ? last.Value : make(inputs);
        _last = (inputs, value);
        return value;
    }
}

/// <summary>The last values of a sequence, item by item. Items are told apart by their paths, for most saves move nothing and some move all.</summary>
/// <typeparam name="TGround">What all values depend on.</typeparam>
internal sealed class SequenceMemo<TGround, TItem, TValue>(Func<TItem, SitePath> pathOf)
    where TItem : class
{
    private (TGround Ground, ImmutableArray<TItem> Items, ImmutableArray<TValue> Values)? _last;

    /// <param name="isSame">Whether the last item at a path (first, with its value) makes the same value as the item there now.</param>
    /// <param name="jobs">Workers at most.</param>
    public ImmutableArray<TValue> Of(TGround ground, ImmutableArray<TItem> items, Func<TItem, TValue, TItem, bool> isSame, int jobs, Func<TItem, TValue> make)
    {
        var last = _last is { } known && EqualityComparer<TGround>.Default.Equals(known.Ground, ground) ? known : (ground, [], []);
        var places = new Lazy<Dictionary<SitePath, int>>(() => last.Items.Select((item, i) => (Path: pathOf(item), i)).ToDictionary(item => item.Path, item => item.i));
        var values = new TValue[items.Length];
        var unknown = new List<int>();
        for (var i = 0; i < values.Length; i++)
        {
            if (PlaceOf(i) is var place and >= 0 && isSame(last.Items[place], last.Values[place], items[i]))
            {
                values[i] = last.Values[place];
            }
            else
            {
                unknown.Add(i);
            }
        }

        unknown.InParallel(jobs, i => values[i] = make(items[i]));
        _last = (ground, items, ImmutableCollectionsMarshal.AsImmutableArray(values));
        return _last.Value.Values;

        // Among the last items, nearly always the same; negative: it was not there.
        int PlaceOf(int index)
        {
            var item = items[index];
            return index < last.Items.Length && (ReferenceEquals(last.Items[index], item) || pathOf(last.Items[index]) == pathOf(item)) ? index : places.Value.GetValueOrDefault(pathOf(item), -1);
        }
    }
}
