using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Blog.Browser;

/// <summary>The page changes when the author saves, and only the author can read it.</summary>
public sealed class PreviewTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_page_follows_its_post_and_keeps_its_place()
    {
        await using var preview = await Preview.Start();
        await using var window = await chromium.Window();
        var page = await Open(window, preview.Address + "posts/p1/");
        await page.EvaluateAsync("window.scrollTo(0, 600); window.isSamePage = true");
        var place = await page.EvaluateAsync<int>("Math.round(scrollY)");

        preview.Edit("content/posts/p1.md", "The end of 1.", "Another end.");

        await Expect(page.Locator("main")).ToContainTextAsync("Another end.");
        Assert.Equal((true, place), (await page.EvaluateAsync<bool>("window.isSamePage === true"), await page.EvaluateAsync<int>("Math.round(scrollY)")));
    }

    [Fact]
    public async Task Lists_follow_posts_that_come_and_go_and_drafts_are_marked()
    {
        await using var preview = await Preview.Start();
        await using var window = await chromium.Window();
        var page = await Open(window, preview.Address);
        await Expect(page.Locator(".h-entry", new() { HasText = "Unfinished" })).ToContainTextAsync("Draft");

        preview.Write("content/posts/new.md", "---\ntitle: Brand new\ndate: 2026-01-05\n---\nNews.\n");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Brand new" })).ToBeVisibleAsync();

        preview.Delete("content/posts/new.md");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Brand new" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_is_not_published_is_marked_once()
    {
        await using var preview = await Preview.Start(
            site => site.Write("content/posts/future.md", "---\ntitle: Tomorrow\ndate: 2999-01-01\n---\nNot yet.\n"));
        await using var window = await chromium.Window();
        var page = await Open(window, preview.Address);

        // By the theme, which knows drafts; by the preview, which knows more.
        await Expect(page.Locator(".h-entry", new() { HasText = "Unfinished" }).Locator(".draft, .blog-preview-mark")).ToHaveTextAsync(["Draft"]);
        await Expect(page.Locator(".h-entry", new() { HasText = "Tomorrow" }).Locator(".draft, .blog-preview-mark")).ToHaveTextAsync([" (future)"]);
        await Expect(page.Locator(".h-entry", new() { HasText = "Post 1" }).Locator(".draft, .blog-preview-mark")).ToHaveCountAsync(0);

        preview.Write("templates/partials/card.html", "<article class=\"h-entry\"><a class=\"u-url\" href=\"{{ $.post.url }}\">{{ $.post.title_html }}</a></article>");
        await Expect(page.Locator(".h-entry", new() { HasText = "Unfinished" }).Locator(".draft, .blog-preview-mark")).ToHaveTextAsync([" (draft)"]);
    }

    [Fact]
    public async Task Templates_styles_and_settings_are_followed_too()
    {
        await using var preview = await Preview.Start();
        await using var window = await chromium.Window();
        var page = await Open(window, preview.Address + "about/");
        await page.GotoAsync(preview.Address + "posts/p2/");

        preview.Edit("content/site.yaml", "title: Notes", "title: Renamed");
        await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("Renamed"));

        preview.Write("templates/post.html", "<!doctype html><html lang=\"en\"><head><title>t</title><link rel=\"stylesheet\" href=\"{{ asset 'own.css' }}\"></head><body><main><h1>My own: {{ post.title }}</h1></main></body></html>");
        preview.Write("templates/assets/own.css", "h1 { color: rgb(1, 2, 3) }");
        await Expect(page.GetByText("My own: Post 2")).ToBeVisibleAsync();
        await Expect(page.Locator("h1")).ToHaveCSSAsync("color", "rgb(1, 2, 3)");

        await page.EvaluateAsync("window.isSamePage = true");
        preview.Write("templates/assets/own.css", "h1 { color: rgb(4, 5, 6) }");
        await Expect(page.Locator("h1")).ToHaveCSSAsync("color", "rgb(4, 5, 6)");
        Assert.True(await page.EvaluateAsync<bool>("window.isSamePage === true"));
    }

    [Fact]
    public async Task WATCH_6_errors_are_shown_over_the_last_good_page_until_they_are_mended()
    {
        await using var preview = await Preview.Start();
        await using var window = await chromium.Window();
        var page = await Open(window, preview.Address + "posts/p1/");
        var alert = page.GetByRole(AriaRole.Alert);

        preview.Edit("content/posts/p1.md", "title: Post 1", "title: [<img src=x onerror=alert(1)>");
        await Expect(alert).ToContainTextAsync("content/posts/p1.md:2:");
        await Expect(page.Locator("main")).ToContainTextAsync("Text of 1.");
        Assert.Equal(0, await page.Locator("img").CountAsync());
        Assert.Equal(HttpStatusCode.OK, (HttpStatusCode)(await page.APIRequest.GetAsync(preview.Address + "posts/p2/")).Status);

        preview.Edit("content/posts/p1.md", "title: [<img src=x onerror=alert(1)>", "title: Mended");
        await Expect(page.Locator("h1")).ToContainTextAsync("Mended");
        await Expect(alert).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_template_that_fails_on_one_page_is_told_there()
    {
        await using var preview = await Preview.Start();
        await using var window = await chromium.Window();
        var page = await Open(window, preview.Address + "posts/p1/");

        preview.Write("templates/post.html", "<!doctype html><html><body><main>{{ post.title | string.slice }}</main></body></html>");

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("templates/post.html:1:");
        await Expect(page.Locator("main")).ToContainTextAsync("Text of 1.");
    }

    [Fact]
    public async Task The_bar_tells_what_is_wrong_with_pages_that_nobody_looks_at()
    {
        await using var preview = await Preview.Start();
        await using var window = await chromium.Window();
        var page = await Open(window, preview.Address + "posts/p1/");
        var bar = page.Locator("#blog-preview details.bar > summary");

        preview.Write("templates/archive.html", "<!doctype html><html lang=\"en\"><head><title>t</title></head><body><main>{{ 'x' | string.slice }}</main></body></html>");
        preview.Edit("content/posts/p1.md", "Text of 1.", "Text of 1, with a [link](/nowhere/).");

        await Expect(bar).ToContainTextAsync("1 message");
        await Expect(bar).ToContainTextAsync("1 elsewhere");
        await bar.ClickAsync();
        await Expect(page.Locator("#blog-preview .more")).ToContainTextAsync("there is no page '/nowhere/'");
        await page.Locator("#blog-preview .elsewhere > summary").ClickAsync();
        await Expect(page.Locator("#blog-preview .elsewhere")).ToContainTextAsync("templates/archive.html:1:");
        Assert.Contains("templates/archive.html:1:", preview.Terminal, StringComparison.Ordinal);

        preview.Delete("templates/archive.html");
        preview.Edit("content/posts/p1.md", ", with a [link](/nowhere/)", "");
        await Expect(bar).Not.ToContainTextAsync("elsewhere");
        await Expect(bar).Not.ToContainTextAsync("message");
    }

    [Fact]
    public async Task WATCH_7_eight_tabs_share_one_connection_and_all_follow()
    {
        await using var preview = await Preview.Start();
        await using var window = await chromium.Window();
        var connections = 0;
        window.Request += (_, request) => connections += request.Url.Contains("/__blog/events", StringComparison.Ordinal) ? 1 : 0;
        var tabs = new List<IPage>();
        for (var i = 0; i < 8; i++)
        {
            tabs.Add(await Open(window, preview.Address + "posts/p3/"));
        }

        preview.Edit("content/posts/p3.md", "Text of 3.", "Text for all tabs.");

        foreach (var tab in tabs)
        {
            await Expect(tab.Locator("main")).ToContainTextAsync("Text for all tabs.");
        }

        Assert.Equal(1, connections);
    }

    [Fact]
    public async Task SRV_3_a_page_on_another_port_can_read_nothing()
    {
        await using var preview = await Preview.Start();
        await using var window = await chromium.Window();
        await using var other = new ForeignSite();
        var page = await window.NewPageAsync();
        await page.GotoAsync(other.Address);

        foreach (var path in new[] { "", "posts/p1/", "__blog/events", "__blog/messages", "feed.xml" })
        {
            var read = await page.EvaluateAsync<string>("async address => { try { const answer = await fetch(address); return await answer.text(); } catch (e) { return 'failed'; } }", preview.Address + path);
            Assert.Equal("failed", read);
        }

        var isFramed = await page.EvaluateAsync<bool>(
            "address => new Promise(done => { const frame = document.createElement('iframe'); frame.onload = () => { try { done(frame.contentDocument !== null && frame.contentDocument.body.textContent.includes('Notes')); } catch { done(false); } }; frame.src = address; document.body.append(frame); })",
            preview.Address);
        Assert.False(isFramed);
        Assert.False(await page.EvaluateAsync<bool>(
            "address => new Promise(done => { const script = document.createElement('script'); script.onload = () => done(true); script.onerror = () => done(false); script.src = address; document.body.append(script); })",
            preview.Address + "__blog/preview.js"));

        // Whatever else a page can load is refused.
        foreach (var (element, key, path) in new[] { ("img", "src", "dot.png"), ("link", "href", "feed.xml"), ("video", "src", "dot.png"), ("object", "data", "posts/p1/"), ("embed", "src", "posts/p1/"), ("iframe", "src", "posts/p1/") })
        {
            var request = await page.RunAndWaitForRequestAsync(
                () => page.EvaluateAsync(
                    "([name, key, address]) => { const element = document.createElement(name); if (name === 'link') element.rel = 'stylesheet'; element[key] = address; document.body.append(element); }",
                    new[] { element, key, preview.Address + path }),
                preview.Address + path);
            Assert.Equal((element, 403), (element, (await request.ResponseAsync())?.Status ?? 403)); // null: the browser itself keeps it back
        }

        Assert.False(await page.EvaluateAsync<bool>(
            "address => new Promise(done => { const events = new EventSource(address); events.onopen = events.onmessage = () => done(true); events.onerror = () => done(false); })",
            preview.Address + "__blog/events"));

        // A window that it opens itself is out of its reach.
        Assert.False(await page.EvaluateAsync<bool>(
            "address => new Promise(done => { const opened = window.open(address); setTimeout(() => { try { done(opened !== null && !opened.closed && opened.document.body.textContent.includes('Notes')); } catch { done(false); } }, 1000); })",
            preview.Address));
    }

    [Fact]
    public async Task The_bar_tells_words_messages_and_excerpt_and_can_be_left_out()
    {
        await using var preview = await Preview.Start();
        await using var window = await chromium.Window();
        preview.Edit("content/posts/p1.md", "Text of 1.", "Text of 1 with a [broken](nowhere.md) link.");
        var page = await Open(window, preview.Address + "posts/p1/");

        var bar = page.Locator("#blog-preview summary");
        await Expect(bar).ToContainTextAsync("words");
        await Expect(bar).ToContainTextAsync("1 message");
        await bar.ClickAsync();
        await Expect(page.Locator("#blog-preview .more")).ToContainTextAsync("In lists: Text of 1 with a broken link.");

        await using var bare = await Preview.Start("--no-bar");
        await page.GotoAsync(bare.Address + "posts/p1/");
        await Expect(page.Locator("#blog-preview")).ToBeAttachedAsync();
        await Expect(bar).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Navigate_leads_to_the_post_that_was_saved()
    {
        await using var preview = await Preview.Start("--navigate");
        await using var window = await chromium.Window();
        var page = await Open(window, preview.Address);
        var other = await Open(window, preview.Address + "posts/p3/");
        await page.EvaluateAsync("dispatchEvent(new Event('focus'))"); // looked at last

        preview.Edit("content/posts/p2.md", "Text of 2.", "Edited text of 2.");
        await Expect(page).ToHaveURLAsync(preview.Address + "posts/p2/");
        await Expect(page.Locator("main")).ToContainTextAsync("Edited text of 2.");

        // And to one that is new; a change of something else leads nowhere.
        preview.Write("content/posts/deep/new.md", "---\ntitle: Brand new\ndate: 2026-01-05\n---\nNews.\n");
        await Expect(page).ToHaveURLAsync(preview.Address + "posts/deep/new/");
        preview.Edit("content/site.yaml", "title: Notes", "title: Renamed");
        await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("Renamed"));
        await Expect(page).ToHaveURLAsync(preview.Address + "posts/deep/new/");

        // One tab is led, the others stay; when it is gone, it is another.
        await Expect(other).ToHaveURLAsync(preview.Address + "posts/p3/");
        await page.CloseAsync();
        preview.Edit("content/posts/p1.md", "Text of 1.", "Edited text of 1.");
        await Expect(other).ToHaveURLAsync(preview.Address + "posts/p1/");
    }

    [Fact]
    public async Task The_bar_and_each_message_open_the_editor_at_the_place()
    {
        await using var preview = await Preview.Start(
            site =>
            {
                site.Write("content/posts/名 #1.md", "---\ntitle: N\ndate: 2026-01-01\n---\nSee [it](nowhere.md).\n");
            },
            "--editor",
            "edit://open?file=/{path}&at={line}:{column}");
        await using var window = await chromium.Window();
        var page = await Open(window, preview.Address);
        await page.GetByRole(AriaRole.Link, new() { Name = "N", Exact = true }).ClickAsync();
        await page.Locator("#blog-preview summary").First.ClickAsync();

        var links = page.Locator("#blog-preview .more a");
        var file = string.Join('/', preview.PathOf("content/posts/名 #1.md").Split('/').Select(Uri.EscapeDataString));
        await Expect(links.First).ToHaveTextAsync("content/posts/名 #1.md");
        await Expect(links.First).ToHaveAttributeAsync("href", $"edit://open?file={file}&at=1:1");
        await Expect(links.Nth(1)).ToHaveAttributeAsync("href", $"edit://open?file={file}&at=5:10");

        // What is told of an error leads to its line too.
        preview.Write("content/posts/p1.md", "---\ntitle: P\ndate: [\n---\n");
        await Expect(page.GetByRole(AriaRole.Alert).Locator("a")).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("p1\\.md&at=3:7$"));
    }

    [Fact]
    public async Task SRV_6_a_site_that_was_never_well_shows_its_errors_as_text_and_then_itself()
    {
        const string Payload = "<img src=x onerror=window.isHarmed=true><script>window.isHarmed=true</script>";
        await using var preview = await Preview.Start(
            site =>
            {
                site.Write("content/site.yaml", $"title: Notes\nlang: en\n{Payload}: x\n");
                site.Write("content/posts/<img src=x onerror=window.isHarmed=true>.md", "---\ntitle: [\n---\n");
                site.Write("templates/post.html", $"{{{{ '{Payload}' | no_such_function }}}}");
            });
        await using var window = await chromium.Window();
        var page = await Open(window, preview.Address + "posts/p1/?q=" + Uri.EscapeDataString(Payload));

        await Expect(page.Locator("h1")).ToHaveTextAsync("Nothing to show yet");
        await Expect(page.Locator("main pre").First).ToContainTextAsync("<img src=x");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("<img src=x");
        Assert.Equal(0, await page.Locator("img").CountAsync());

        // Were something not escaped, the policy of the page would still keep it from running.
        await page.EvaluateAsync("() => { const script = document.createElement('script'); script.textContent = 'window.isHarmed = true'; document.body.append(script); }");
        await page.EvaluateAsync("() => { const box = document.createElement('div'); box.innerHTML = '<img src=x onerror=\"window.isHarmed = true\">'; document.body.append(box); }");
        Assert.False(await page.EvaluateAsync<bool>("() => new Promise(done => setTimeout(() => done('isHarmed' in window), 200))"));

        preview.Delete("content/posts/<img src=x onerror=window.isHarmed=true>.md");
        preview.Delete("templates/post.html");
        preview.Write("content/site.yaml", "title: Notes\nlang: en\n");
        await Expect(page.Locator("main")).ToContainTextAsync("Text of 1.");
    }

    private static async Task<IPage> Open(IBrowserContext window, string address)
    {
        var page = await window.NewPageAsync();
        await page.GotoAsync(address);
        await Expect(page.Locator("#blog-preview")).ToBeAttachedAsync();
        return page;
    }

    /// <summary>A page of somebody else on this machine.</summary>
    private sealed class ForeignSite : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly Task _answers;

        public ForeignSite()
        {
            _listener.Start();
            _answers = Answer();
        }

        public string Address => $"http://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}/";

        private async Task Answer()
        {
            try
            {
                while (true)
                {
                    using var client = await _listener.AcceptTcpClientAsync();
                    var stream = client.GetStream();
                    _ = await stream.ReadAsync(new byte[8192]);
                    await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 37\r\nConnection: close\r\n\r\n<!doctype html><title>x</title><body>"));
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
            {
                // Disposed.
            }
        }

        public async ValueTask DisposeAsync()
        {
            _listener.Dispose();
            await _answers;
        }
    }
}
