using System.Collections.Immutable;
using System.Globalization;
using Blog.Text;

namespace Blog.Composing;

public enum ListingKind
{
    Home,
    Category,
    Tag,
    Year,
    Month,
}

/// <summary>A title and its address: what a page says of another one that it links to.</summary>
public sealed record NamedLink(string Title, UrlPath Url);

/// <summary>A titled, ordered run of posts. Home, category, tag, year and month are all listings, so that pages and feeds exist once.</summary>
/// <param name="Posts">In the site's order; a category's with those of the categories below it.</param>
/// <param name="Lang">BCP 47.</param>
public sealed record Listing(ListingKind Kind, string Title, UrlPath Url, ImmutableArray<Post> Posts, string Lang)
{
    public string Description { get; init; } = "";

    /// <summary>The categories above this one, or the year of a month; outermost first.</summary>
    public ImmutableArray<NamedLink> Path { get; init; } = [];

    /// <summary>The categories right below this one, or the months of a year.</summary>
    public ImmutableArray<Listing> Children { get; init; } = [];

    /// <summary>Its pages; a listing without posts has one, so that its address answers.</summary>
    public IEnumerable<ListingPage> Paginate(int size)
    {
        var count = Math.Max(1, (Posts.Length + size - 1) / size);
        for (var number = 1; number <= count; number++)
        {
            yield return new(this, number, count, size);
        }
    }

    /// <summary>The address of a page.</summary>
    /// <param name="number">From 1.</param>
    public UrlPath PageUrl(int number) => number == 1 ? Url : Url.Append("page/" + number.ToString(CultureInfo.InvariantCulture) + "/");
}

/// <summary>One page of a listing.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Count">Pages in all.</param>
/// <param name="Size">Posts on a page.</param>
public sealed record ListingPage(Listing Listing, int Number, int Count, int Size)
{
    public UrlPath Url { get; } = Listing.PageUrl(Number);

    public ImmutableArray<Post> Posts => Listing.Posts.Slice((Number - 1) * Size, Math.Min(Size, Listing.Posts.Length - ((Number - 1) * Size)));
}
