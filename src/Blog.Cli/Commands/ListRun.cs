using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Blog.Cli.Terminal;
using Blog.Composing;
using Blog.Reading;
using Blog.Text;

namespace Blog.Cli.Commands;

/// <summary>One run of <c>blog list</c>: the site as a build would see it, as a table or as JSON.</summary>
internal sealed class ListRun(string kind, string? source, Shell shell)
{
    private static readonly string[] Kinds = ["posts", "drafts", "future", "expired", "all", "tags", "categories"];

    private readonly Reporter _reporter = new(shell, Loudness.Normal);

    public int Run(string? clock, string? format)
    {
        var (root, rootProblem) = SiteOptions.RootOf(source, shell);
        var (now, clockProblem) = BuildInstant.Of(clock, shell);
        var (isJson, formatProblem) = SiteOptions.FormatOf(format);
        var kindProblem = Kinds.Contains(kind) ? null : Problems.UnknownValue("'blog list'", kind, Kinds);
        if (new[] { kindProblem, clockProblem, formatProblem, rootProblem }.OfType<Diagnostic>().ToList() is { Count: > 0 } problems)
        {
            _reporter.Show(problems);
            return ExitCode.Refused;
        }

        var sources = Sources.Read(root);
        var options = new BuildOptions { Now = now, Jobs = Math.Max(1, shell.Cores) };
        var plan = Build.Plan(sources, options);
        _reporter.Answer(kind is "tags" or "categories" ? Terms(plan.Site, isJson) : Posts(plan, sources, options, isJson));
        return Conclude(plan);
    }

    // A list of a site that cannot be built may lack the very post that is looked for: it must not pass for a complete one.
    private int Conclude(SitePlan plan)
    {
        if (!plan.Outputs.HasErrors)
        {
            return ExitCode.Done;
        }

        _reporter.Complain(Words.ListIncomplete(plan.Outputs.Diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error)));
        return ExitCode.Of(plan.Outputs.Diagnostics);
    }

    private string Posts(SitePlan plan, Sources sources, BuildOptions options, bool isJson)
    {
        var listed = kind == "posts" ? plan.Site.Posts.Select(post => new ListedPost(post, null)) : Everything(plan, sources, options);
        var rows = listed.Where(post => kind is "all" or "posts" || post.IsLeftOutWithout("--" + kind)).ToImmutableArray();
        var zone = plan.Site.Config.TimeZone;
        if (isJson)
        {
            return JsonReport.Of(json => Write(json, rows, zone));
        }

        RemarkWhenEmpty(rows.Length);
        return Table.Of(rows.Select(post => kind == "all"
            ? new[] { post.Day(zone), post.Status, post.Title, post.Path }
            : [post.Day(zone), post.Title, post.Path]).ToArray());
    }

    // Titles may stand in the text, so what a build leaves out is planned once more, with everything in it.
    private static IEnumerable<ListedPost> Everything(SitePlan plan, Sources sources, BuildOptions options)
    {
        var leftOut = plan.LeftOut.ToDictionary(left => left.Entry.Path);
        var whole = Build.Plan(sources, options with { IncludeDrafts = true, IncludeFuture = true, IncludeExpired = true });
        return whole.Site.Posts.Concat(whole.Site.Pages.Where(page => leftOut.ContainsKey(page.Entry.Path)))
            .Select(post => new ListedPost(post, leftOut.GetValueOrDefault(post.Entry.Path)));
    }

    private string Terms(Site site, bool isJson)
    {
        var terms = kind == "tags" ? [.. site.Tags.OrderByDescending(tag => tag.Posts.Length).ThenBy(tag => tag.Title, StringComparer.Ordinal)]
            : site.Categories.SelectMany(WithChildren).ToImmutableArray();
        if (isJson)
        {
            return JsonReport.Of(json => Write(json, terms));
        }

        RemarkWhenEmpty(terms.Length);
        var width = terms.Select(term => Number(term.Posts.Length).Length).DefaultIfEmpty(0).Max();
        return Table.Of(terms.Select(term => new[] { Number(term.Posts.Length).PadLeft(width), NameOf(term), term.Url.Value }).ToArray());
    }

    private static IEnumerable<Listing> WithChildren(Listing listing) => listing.Children.SelectMany(WithChildren).Prepend(listing);

    private static string NameOf(Listing term) => string.Join('/', term.Path.Select(link => link.Title).Append(term.Title));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void RemarkWhenEmpty(int count)
    {
        if (count == 0)
        {
            _reporter.Remark(Words.NoneOf(kind switch { "all" => "posts", "future" or "expired" => $"{kind} posts", _ => kind }));
        }
    }

    private static void Write(Utf8JsonWriter json, ImmutableArray<ListedPost> posts, TimeZoneInfo zone)
    {
        json.WriteStartArray();
        foreach (var post in posts)
        {
            json.WriteStartObject();
            json.WriteString("path", post.Path);
            json.WriteString("title", post.Title);
            json.WriteString("date", post.Date(zone));
            json.WriteString("status", post.Status);
            json.WriteString("url", post.Post.Url.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ImmutableArray<Listing> terms)
    {
        json.WriteStartArray();
        foreach (var term in terms)
        {
            json.WriteStartObject();
            json.WriteString("name", NameOf(term));
            json.WriteNumber("posts", term.Posts.Length);
            json.WriteString("url", term.Url.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
