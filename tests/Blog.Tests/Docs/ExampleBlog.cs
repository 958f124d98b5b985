using Blog.Rendering;
using Blog.Scriban;
using Blog.Tests.Kit;

namespace Blog.Tests.Docs;

/// <summary>The blog that the examples of the manual run on: the files that <c>templates.md</c> shows.</summary>
internal static class ExampleBlog
{
    private static readonly string Files = Manual.FencesOf(Manual.Page("templates.md").Section("## The blog of the examples")).First().Body;

    // The page that shows an example of each layout.
    private static readonly Dictionary<string, string> AddressOfLayout = new()
    {
        ["templates/post.html"] = "/posts/nlp/transformers/attention/",
        ["templates/page.html"] = "/about/",
        ["templates/home.html"] = "/",
        ["templates/listing.html"] = "/categories/nlp/transformers/",
        ["templates/terms.html"] = "/tags/",
        ["templates/archive.html"] = "/archives/",
        ["templates/404.html"] = "/404.html",
    };

    private static readonly SiteInAString Site = new SiteInAString(Files).Build();

    /// <summary>When the blog is built.</summary>
    public static DateTimeOffset Now => Site.Options.Now;

    /// <summary>What the template of the post "Attention" sees.</summary>
    public static ScriptObject Values()
    {
        var site = Site.Plan.Site;
        return new TemplateModel(site, Theme.Load([], Site.Options, TimeZoneInfo.Utc)).OfPost(site.Posts.Single(post => post.Title.Text == "Attention"));
    }

    /// <summary>The page that the one layout among the files makes, and what there is to say about it.</summary>
    public static string PageOf(IReadOnlyCollection<(string Name, string Body)> files)
    {
        var site = new SiteInAString(Files);
        foreach (var (name, body) in files)
        {
            site.Edit(name, body);
        }

        site.Build();
        return site[AddressOfLayout[Assert.Single(files, file => AddressOfLayout.ContainsKey(file.Name)).Name]] + site.Diagnostics;
    }
}
