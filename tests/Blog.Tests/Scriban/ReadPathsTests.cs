using Blog.Scriban;
using Blog.Text;

namespace Blog.Tests.Scriban;

/// <summary>What a template says it reads, against what it reads.</summary>
public class ReadPathsTests
{
    private static readonly Dictionary<string, string> Includes = new()
    {
        ["card"] = "<h2>{{ $1.title }}</h2>",
        ["named"] = "{{ $.post.title }}{{ $post.url }}",
        ["global"] = "{{ site.title }}{{ for p in listing.posts }}{{ include 'card' p }}{{ end }}",
        ["assigns"] = "{{ chosen = listing.posts[0] }}",
        ["loops"] = "{{ if $1; include 'loops' $1.next; end }}",
        ["lib"] = "{{ func heading(p); ret p.title; end }}",
    };

    [Theory]
    [InlineData("{{ site.title }}", "site.title.**")]
    [InlineData("{{ post.html }}{{ post.title }}", "post.html.** post.title.**")]
    [InlineData("{{ for p in listing.posts }}{{ p.title }}{{ end }}", "listing.posts[*].title.**")]
    [InlineData("{{ for p in listing.posts | array.limit 3 }}{{ p.title }}{{ end }}", "listing.posts[*].title.**")]
    [InlineData("{{ for p in (listing.posts | array.sort 'date' | array.reverse) limit: 2; p.url; end }}", "listing.posts[*].date.** listing.posts[*].url.**")]
    [InlineData("{{ p = listing.posts | array.first; p.title }}", "listing.posts[*].title.**")]
    [InlineData("{{ p = listing.posts[0]; p.title }}", "listing.posts[*].title.**")]
    [InlineData("{{ include 'card' post }}", "post.title.**")]
    [InlineData("{{ include 'named' post: post }}", "post.title.** post.url.**")]
    [InlineData("{{ include 'global' }}", "listing.posts[*].title.** site.title.**")]
    [InlineData("{{ include 'assigns'; chosen.url }}", "listing.posts[*].url.**")]
    [InlineData("{{ with post; title; end }}", "post.title.** title.**")]
    [InlineData("{{ if post.draft }}x{{ end }}", "post.draft")]
    [InlineData("{{ if post.next }}{{ post.next.url }}{{ end }}", "post.next.url.**")]
    [InlineData("{{ listing.posts.size }}", "listing.posts.size.**")]
    [InlineData("{{ post.summary ?? site.description }}", "post.summary.** site.description.**")]
    [InlineData("{{ listing.posts | array.map 'title' | array.join ', ' }}", "listing.posts[*].title.**")]
    [InlineData("{{ listing.posts | array.filter @(do(p); ret p.draft; end) | array.size }}", "listing.posts[*].draft p.draft")]
    [InlineData("{{ include 'lib'; heading post }}", "p.title.** post.title.**")]
    [InlineData("{{ url_for post.url }}", "post.url.** url_for.**")]
    [InlineData("{{ site }}", "site.**")]
    [InlineData("{{ this.x }}", "**")]
    [InlineData("{{ include post.layout }}", "**")]
    [InlineData("{{ 'site.title' | object.eval }}", "**")]
    [InlineData("{{ site | object.keys }}", "site.**")]
    [InlineData("{{ site[post.kind] }}", "post.kind.** site.**")]
    [InlineData("{{ 1 + 2 | string.append 'x' }}", "")]
    public void A_template_declares_what_it_reads_and_no_more(string template, string paths) =>
        Assert.Equal(paths, string.Join(' ', Of(template).ReadPaths(Find).Paths()));

    [Theory]
    [InlineData("{{ date.now | date.to_string '%Y' }}", true)]
    [InlineData("{{ d = date.utc_now }}", true)]
    [InlineData("{{ post.date | date.to_string '%Y' }}", false)]
    public void A_template_tells_whether_it_asks_for_the_time(string template, bool usesNow) =>
        Assert.Equal(usesNow, Of(template).ReadPaths(Find).UsesNow);

    [Theory]
    [InlineData("{{ site.title }}{{ post }}")]
    [InlineData("{{ for p in listing.posts }}{{ p.title }}{{ if for.last }}{{ p.url }}{{ end }}{{ end }}")]
    [InlineData("{{ for p in listing.posts; if p.draft; x = p; break; end; x = post; end; x.title }}")]
    [InlineData("{{ x = post; for p in listing.posts; x.url; x = p; end }}")]
    [InlineData("{{ o = {a: post, list: listing.posts}; o.a.title; for q in o.list; q.url; end }}")]
    [InlineData("{{ p = site; o = {p: post, q: p.title}; o.q }}")]
    [InlineData("{{ o = {}; o.x = post; o.x.title }}")]
    [InlineData("{{ with site; with post; title; end; description; end }}")]
    [InlineData("{{ func f(post); g; end; func g; post.title; end; f site }}")]
    [InlineData("{{ func f; ret $1.title; end; f 1 post }}")]
    [InlineData("{{ func f; ret post; end; (f).url; x = f; x.title }}")]
    [InlineData("{{ f(p) = p.title; listing.posts | array.each @f | array.join ',' }}")]
    [InlineData("{{ capture c }}{{ post.title }}{{ end }}{{ c }}")]
    [InlineData("{{ include 'card' (listing.posts | array.last) }}{{ include 'named' post: (post.next ?? post) }}")]
    [InlineData("{{ include 'loops' post }}")]
    [InlineData("{{ include 'global' }}{{ include 'assigns' }}{{ chosen.html }}")]
    [InlineData("{{ case post.kind; when 'a', site.kind; post.title; else; site.title; end }}")]
    [InlineData("{{ import post; title; url }}")]
    [InlineData("{{ func w; '<'; $$; '>'; end; wrap w; post.title; end }}")]
    [InlineData("{{ for kv in site.params }}{{ kv.key }}={{ kv.value }}{{ end }}")]
    [InlineData("{{ post | object.default site | object.to_json }}")]
    [InlineData("{{ (post.draft ? post : site).title }}{{ $\"{post.url}!\" }}")]
    [InlineData("{{ while x?.url != post.url; x = x ? post : site; end; x.title }}")]
    [InlineData("{{ listing.posts | array.sort 'title' | array.map 'url' }}{{ listing.posts | array.contains post }}")]
    [InlineData("{{ for p in listing.posts; for t in p.tags; t; end; end; (listing.posts | array.concat [post])[0].title }}")]
    [InlineData("{{ $p = post; $p.title; for $q in listing.posts; $q.url; end }}")]
    [InlineData("{{ a = [post, site]; a[1].title; for x in a; x.url; end }}")]
    [InlineData("{{ special post.title }}{{ post.title | special }}{{ post['html'] }}{{ post[site.kind] }}")]
    [InlineData("{{ include_join ['lib', 'global'] '-' }}")]
    [InlineData("{{ x = post; x = x.next ?? x; x.title; post.next?.title; post.title.empty? }}")]
    public void What_is_read_was_declared(string text)
    {
        var reads = new HashSet<string>(StringComparer.Ordinal);
        var template = Of(text);
        var result = template.Render(Model(reads), Find);
        Assert.False(result.Failed, string.Join('\n', result.Diagnostics.Select(DiagnosticText.Of)));
        Assert.NotEmpty(reads);
        var declared = template.ReadPaths(Find);
        var undeclared = reads.Where(path => !Covers(declared, path)).ToList();
        Assert.True(undeclared.Count == 0, $"{text}\nreads {string.Join(", ", undeclared)}\ndeclares {string.Join(", ", declared.Paths())}");
    }

    private static bool Covers(ReadPaths paths, string path)
    {
        foreach (var part in path.Replace("[*]", ".[*]").Split('.'))
        {
            if (paths.Whole)
            {
                return true;
            }

            // The elements of an object are its pairs: whoever goes through them may read every member.
            var next = part == "[*]" ? paths.Elements : paths.Members.GetValueOrDefault(part) ?? paths.Elements;
            if (next is null)
            {
                return false;
            }

            paths = next;
        }

        return true;
    }

    private static Template? Find(string name) => Includes.TryGetValue(name, out var text) ? Of(text) : null;

    private static Template Of(string text)
    {
        var template = Template.Parse(new SourceText("t", text), TemplateOptions.Site with { EscapeHtml = false });
        Assert.Empty(template.Diagnostics.Select(DiagnosticText.Of));
        return template;
    }

    private static ScriptObject Model(HashSet<string> reads)
    {
        var names = new HashSet<string> { "site", "post", "listing", "special" };
        var model = new ScriptObject { OnRead = name => { if (names.Contains(name)) { reads.Add(name); } } };
        var next = Post("post.next", null);
        model["post"] = Post("post", next);
        model["site"] = Recorded("site", ("title", "Site"), ("description", "About"), ("kind", "a"), ("url", "/"),
            ("params", Recorded("site.params", ("colour", "red"))));
        model["listing"] = Recorded("listing", ("posts", new ScriptArray([Post("listing.posts[*]", next), Post("listing.posts[*]", null)])));
        model["special"] = new HostFunction("special", ["x"], a => a[0].AsText + "!");
        model.Freeze();
        return model;

        Value Post(string path, Value? following) => Recorded(path, ("title", "T"), ("url", "/t"), ("html", "<p>"), ("draft", following is null),
            ("kind", "b"), ("tags", new ScriptArray(["x", "y"])), ("next", following ?? Value.Null));

        Value Recorded(string path, params (string Name, Value Value)[] members)
        {
            var result = new ScriptObject { OnRead = name => reads.Add($"{path}.{name}") };
            foreach (var (name, value) in members)
            {
                result[name] = value;
            }

            return result;
        }
    }
}
