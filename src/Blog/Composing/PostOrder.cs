namespace Blog.Composing;

/// <summary>The one order of posts: pinned (higher first), then newest first with undated ones last, then source path, ordinal.</summary>
/// <param name="hasPins">False where time alone counts: archives, feeds and neighbours.</param>
public sealed class PostOrder(bool hasPins = true) : IComparer<Post>
{
    public static PostOrder WithoutPins { get; } = new(hasPins: false);

    public int Compare(Post? x, Post? y)
    {
        if (ReferenceEquals(x, y) || x is null || y is null)
        {
            return 0;
        }

        var order = hasPins ? y.Meta.Pin.CompareTo(x.Meta.Pin) : 0;
        order = order != 0 ? order : Nullable.Compare(y.Entry.Date?.Instant, x.Entry.Date?.Instant);
        return order != 0 ? order : x.Entry.Path.CompareTo(y.Entry.Path);
    }
}
