namespace Blog.Scriban.Syntax;

/// <summary>Where a value may come from: places in the model, parts of literals, functions. Nothing: it was computed.</summary>
internal sealed class Reach
{
    public static Reach Computed { get; } = new();

    public IReadOnlyCollection<ReadPaths.Builder> Places { get; init; } = [];

    /// <summary>Of a list made in the template.</summary>
    public Reach? Items { get; init; }

    /// <summary>Of an object made in the template.</summary>
    public IReadOnlyDictionary<string, Reach>? Fields { get; init; }

    public IReadOnlyCollection<UserFunction> Functions { get; init; } = [];

    // Parts may be shared: counted once for each way to them, an object in an object in an object has more than any number holds.
    private const int MostCounted = 1 << 20;

    private int? _size;

    /// <summary>How much it holds; grows from round to round of a loop until nothing is new.</summary>
    public int Size => _size ??= (int)Math.Min(MostCounted, Places.Count + Functions.Count + (long)(Items?.Size ?? 0) + (Fields?.Sum(f => 1L + f.Value.Size) ?? 0));

    public static Reach At(ReadPaths.Builder place) => new() { Places = [place] };

    public static Reach ListOf(Reach items) => new() { Items = items };

    public Reach Or(Reach other)
    {
        if (ReferenceEquals(this, other) || other.Size == 0)
        {
            return this;
        }

        if (Size == 0)
        {
            return other;
        }

        return new()
        {
            Places = Places.Union(other.Places).ToList(),
            Functions = Functions.Union(other.Functions).ToList(),
            Items = Items is null ? other.Items : other.Items is null ? Items : Items.Or(other.Items),
            Fields = Fields is null ? other.Fields : other.Fields is null ? Fields : Fields.Concat(other.Fields).GroupBy(f => f.Key)
                .ToDictionary(g => g.Key, g => g.Select(f => f.Value).Aggregate((a, b) => a.Or(b)), StringComparer.Ordinal),
        };
    }

    public Reach Member(string name)
    {
        var result = Fields?.GetValueOrDefault(name) ?? Computed;
        return Places.Count == 0 ? result : result.Or(new() { Places = Places.Select(place => place.Member(name)).Distinct().ToList() });
    }

    /// <summary>An item; of an object a pair, whose value may be any member.</summary>
    public Reach Element()
    {
        var result = Items ?? Computed;
        if (Fields is not null)
        {
            var any = Fields.Values.Aggregate(Computed, (a, b) => a.Or(b));
            result = result.Or(new() { Fields = new Dictionary<string, Reach> { ["value"] = any } });
        }

        return Places.Count == 0 ? result : result.Or(new() { Places = Places.Select(place => place.Element()).Distinct().ToList() });
    }
}
