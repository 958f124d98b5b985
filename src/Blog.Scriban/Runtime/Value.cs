using System.Globalization;
using System.Numerics;

namespace Blog.Scriban;

/// <summary>What kind of thing a <see cref="Value"/> is.</summary>
public enum ValueKind
{
    Null,
    Boolean,
    Integer,
    BigInteger,
    Single,
    Double,
    Decimal,
    Character,
    Text,
    Html,
    Array,
    Range,
    Object,
    Function,
    Date,
    Duration,
    Empty,
}

/// <summary>One value of the template language: 16 bytes, numbers and booleans without boxing; <c>default</c> is null.</summary>
public readonly struct Value
{
    // Scalars have a tag object in Ref and their bits in Bits; everything else is the object itself.
    internal readonly object? Ref;
    internal readonly long Bits;

    internal Value(object? reference, long bits = 0)
    {
        Ref = reference;
        Bits = bits;
    }

    internal sealed class Tag(ValueKind kind)
    {
        public readonly ValueKind Kind = kind;

        public static readonly Tag Boolean = new(ValueKind.Boolean);
        public static readonly Tag Integer = new(ValueKind.Integer);
        public static readonly Tag Double = new(ValueKind.Double);
        public static readonly Tag Single = new(ValueKind.Single);
        public static readonly Tag Character = new(ValueKind.Character);
        public static readonly Tag Duration = new(ValueKind.Duration);
        public static readonly Tag Empty = new(ValueKind.Empty);
    }

    public static Value Null => default;

    internal static Value Empty => new(Tag.Empty);

    internal static Value True => new(Tag.Boolean, 1);

    internal static Value False => new(Tag.Boolean);

    public ValueKind Kind => Ref switch
    {
        null => ValueKind.Null,
        string => ValueKind.Text,
        Tag tag => tag.Kind,
        ScriptObject => ValueKind.Object,
        ScriptArray => ValueKind.Array,
        Blog.Scriban.Html => ValueKind.Html,
        ScriptRange => ValueKind.Range,
        ScriptFunction => ValueKind.Function,
        decimal => ValueKind.Decimal,
        System.Numerics.BigInteger => ValueKind.BigInteger,
        _ => ValueKind.Date,
    };

    public bool IsNull => Ref is null;

    /// <summary>Truth as the language sees it: only null, false and <c>empty</c> are false.</summary>
    public bool IsTrue => Ref is not null && (Ref is not Tag tag || (tag.Kind == ValueKind.Boolean ? Bits != 0 : tag.Kind != ValueKind.Empty));

    public ScriptObject? AsObject => Ref as ScriptObject;

    public ScriptArray? AsArray => Ref as ScriptArray;

    /// <summary>The safe markup, or null when this is something else.</summary>
    public Html? AsHtml => Ref as Html;

    /// <summary>The point in time, or null when this is no date.</summary>
    public DateTimeOffset? AsDate => Ref is DateTimeOffset date ? date : null;

    /// <summary>The whole number, or null when this is no integer of 64 bits.</summary>
    public long? AsInteger => ReferenceEquals(Ref, Tag.Integer) ? Bits : null;

    /// <summary>The text as a template would print it; null stays null. For host functions.</summary>
    public string? AsText => Ref is null ? null : Ref as string ?? Runtime.Printer.Text(null, this);

    /// <summary>Whether it is a function. The usual values are told apart without walking up their types.</summary>
    internal bool IsFunction => Ref is not (null or string or Tag or ScriptObject) && Ref is ScriptFunction;

    internal bool IsText => Ref is string or Blog.Scriban.Html || ReferenceEquals(Ref, Tag.Character);

    internal bool IsNumber => Kind is >= ValueKind.Integer and <= ValueKind.Decimal;

    internal bool IsList => Ref is ScriptArray or ScriptRange;

    internal double Double => BitConverter.Int64BitsToDouble(Bits);

    internal float Single => BitConverter.Int32BitsToSingle((int)Bits);

    internal TimeSpan Duration => new(Bits);

    public static implicit operator Value(string? text) => new(text);

    public static implicit operator Value(bool flag) => new(Tag.Boolean, flag ? 1 : 0);

    public static implicit operator Value(int number) => new(Tag.Integer, number);

    public static implicit operator Value(long number) => new(Tag.Integer, number);

    public static implicit operator Value(double number) => new(Tag.Double, BitConverter.DoubleToInt64Bits(number));

    public static implicit operator Value(float number) => new(Tag.Single, BitConverter.SingleToInt32Bits(number));

    public static implicit operator Value(decimal number) => new((object)number);

    public static implicit operator Value(char character) => new(Tag.Character, character);

    public static implicit operator Value(ScriptObject? value) => new(value);

    public static implicit operator Value(ScriptArray? value) => new(value);

    public static implicit operator Value(ScriptFunction? value) => new(value);

    public static implicit operator Value(Html? value) => new(value);

    public static implicit operator Value(DateTimeOffset date) => new((object)date);

    public static implicit operator Value(TimeSpan duration) => new(Tag.Duration, duration.Ticks);

    /// <summary>The smallest integer form that holds the number.</summary>
    public static implicit operator Value(BigInteger number) =>
        number >= long.MinValue && number <= long.MaxValue ? (long)number : new Value((object)number);

    internal static Value OfRange(ScriptRange range) => new(range);

    public override string ToString() => AsText ?? "null";

    internal string KindName => Kind switch
    {
        ValueKind.Null => "null",
        ValueKind.Boolean => "bool",
        ValueKind.Integer => Bits is >= int.MinValue and <= int.MaxValue ? "int" : "long",
        ValueKind.BigInteger => "bigint",
        ValueKind.Single => "float",
        ValueKind.Double => "double",
        ValueKind.Decimal => "decimal",
        ValueKind.Character => "char",
        ValueKind.Text or ValueKind.Html => "string",
        ValueKind.Array => ((ScriptArray)Ref!).IsSequence ? "range" : "array",
        ValueKind.Range => "range",
        ValueKind.Function => "function",
        ValueKind.Date => "DateTime",
        ValueKind.Duration => "TimeSpan",
        _ => "object",
    };

    /// <summary>How messages speak of the value: "the number 5", "a list of 3".</summary>
    internal string Described => Kind switch
    {
        ValueKind.Null => "null",
        ValueKind.Boolean => Bits != 0 ? "'true'" : "'false'",
        ValueKind.Integer or ValueKind.BigInteger or ValueKind.Single or ValueKind.Double or ValueKind.Decimal => $"the number {Shortened}",
        ValueKind.Character or ValueKind.Text or ValueKind.Html => $"the text \"{Shortened}\"",
        ValueKind.Array => string.Create(CultureInfo.InvariantCulture, $"a list of {((ScriptArray)Ref!).Count}"),
        ValueKind.Range => "a range",
        ValueKind.Object => OfObject((ScriptObject)Ref!),
        ValueKind.Function => $"the function '{((ScriptFunction)Ref!).Name}'",
        ValueKind.Date => "a date",
        ValueKind.Duration => "a timespan",
        _ => "'empty'",
    };

    private string Shortened
    {
        get
        {
            var text = AsText!.ReplaceLineEndings(" ");
            return text.Length <= LongestShown ? text : Blog.Text.DiagnosticText.Cut(text, LongestShown - 1) + "…";
        }
    }

    private const int LongestShown = 40;

    // "the post content/posts/a.md", "the author 'Ada'", "an object"
    private static string OfObject(ScriptObject found)
    {
        var kind = found.Kind;
        var name = found.Origin ?? (found.Has("title") && found["title"] is { Kind: ValueKind.Text } title ? $"'{title.Shortened}'"
            : found.Has("name") && found["name"] is { Kind: ValueKind.Text } known ? $"'{known.Shortened}'" : null);
        return name is not null ? $"the {kind ?? "object"} {name}"
            : kind is null ? "an object"
            : kind[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an " + kind : "a " + kind;
    }
}
