using System.Globalization;
using Blog.Cli.Preview;
using Blog.Tests.Kit;

namespace Blog.Tests.Preview;

/// <summary>The preview over raw sockets: what a hostile page or program may send. Browsers have tests of their own.</summary>
public sealed class PreviewServerTests : IAsyncLifetime
{
    private const string Canary = "canary-4711";

    private readonly TemporaryFolder _folder = new();
    private PreviewServer _server = null!; // started before each test

    public async ValueTask InitializeAsync()
    {
        _folder.Write("site/content/site.yaml", "title: T\nbase_url: https://example.org/\n");
        _folder.Write("site/content/posts/a.md", "---\ntitle: A <b>\ndate: 2026-01-01\n---\nText.\n");
        _folder.Write("site/content/clip.mp4", "0123456789");
        _folder.Write("site/content/.secret", Canary);
        _folder.Write("site/.blog/cache", Canary);
        _folder.Write("site-b/canary.txt", Canary);
        _folder.Write("canary.txt", Canary);
        var loop = new PreviewLoop(_folder["site"], new() { Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero) });
        loop.Look(null);
        _server = (await PreviewServer.Start("127.0.0.1", RawHttp.FreePort(), () => loop.State, new(_folder["site"], "vscode://file/{path}:{line}:{column}", hasBar: true)))!; // a port was free
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("/../canary.txt")]
    [InlineData("/..%2fcanary.txt")]
    [InlineData("/%2e%2e/canary.txt")]
    [InlineData("/..%252fcanary.txt")]
    [InlineData("/..%5ccanary.txt")]
    [InlineData("/..\\canary.txt")]
    [InlineData("/..;/canary.txt")]
    [InlineData("/%c0%ae%c0%ae/canary.txt")]
    [InlineData("/%ff")]
    [InlineData("/a%00.html")]
    [InlineData("/.secret")]
    [InlineData("/%2esecret")]
    [InlineData("/.blog/cache")]
    [InlineData("/.nojekyll")]
    [InlineData("/../site-b/canary.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("//etc/passwd")]
    [InlineData("/C:/Windows/win.ini")]
    [InlineData("/@fs/etc/passwd")]
    [InlineData("/posts/a/?raw??")]
    [InlineData("/POSTS/a/")]
    [InlineData("/content/posts/a.md")]
    [InlineData("http://evil.com/canary.txt")]
    public async Task SRV_1_a_hostile_path_leads_nowhere(string target)
    {
        var answer = await Ask($"GET {target} HTTP/1.1\r\nHost: localhost:{Port}\r\n");

        Assert.DoesNotContain(Canary, answer.Text, StringComparison.Ordinal);
        Assert.True(answer.Status is 400 or 403 or 404 || target.StartsWith("/posts/a/?", StringComparison.Ordinal), $"{answer.Status}");
    }

    [Theory]
    [InlineData("localhost:{0}", 200)]
    [InlineData("127.0.0.1:{0}", 200)]
    [InlineData("[::1]:{0}", 200)]
    [InlineData("LOCALHOST:{0}", 200)]
    [InlineData("evil.com", 403)]
    [InlineData("evil.com:{0}", 403)]
    [InlineData("localhost.evil.com:{0}", 403)]
    [InlineData("localhost", 403)]
    [InlineData("localhost:1", 403)]
    [InlineData("localhost.:{0}", 403)]
    [InlineData("127.0.0.1.nip.io:{0}", 403)]
    [InlineData("0.0.0.0:{0}", 403)]
    [InlineData("a b", 400)]
    [InlineData("", 403)]
    public async Task SRV_2_other_names_are_not_ours(string host, int status)
    {
        var answer = await Ask($"GET / HTTP/1.1\r\nHost: {string.Format(CultureInfo.InvariantCulture, host, Port)}\r\n");

        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 403, answer.Text.Contains("--host", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site: cross-site", 403)]
    [InlineData("Sec-Fetch-Site: same-site", 403)]
    [InlineData("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe", 403)]
    [InlineData("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document", 200)]
    [InlineData("Sec-Fetch-Site: same-origin", 200)]
    [InlineData("Sec-Fetch-Site: none", 200)]
    [InlineData("Origin: http://localhost:{0}", 200)]
    [InlineData("Origin: http://127.0.0.1:{0}", 200)]
    [InlineData("Origin: http://localhost:1", 403)]
    [InlineData("Origin: https://localhost:{0}", 403)]
    [InlineData("Origin: http://evil.com", 403)]
    [InlineData("Origin: null", 403)]
    [InlineData("X-Forwarded-Host: evil.com", 200)]
    public async Task SRV_3_pages_of_other_sites_are_refused(string headers, int status)
    {
        var answer = await Ask($"GET / HTTP/1.1\r\nHost: localhost:{Port}\r\n{string.Format(CultureInfo.InvariantCulture, headers, Port)}\r\n");

        Assert.Equal(status, answer.Status);
        Assert.DoesNotContain("Access-Control", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("X-Content-Type-Options: nosniff", answer.Text, StringComparison.Ordinal);
        Assert.Contains("X-Frame-Options: SAMEORIGIN", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Cross-Origin-Resource-Policy: same-origin", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("events", null)]
    [InlineData("events", "0123456789abcdef0123456789abcdef")]
    [InlineData("messages", null)]
    [InlineData("messages", "")]
    public async Task SRV_4_what_the_preview_says_needs_the_token_of_this_run(string name, string? token) =>
        Assert.Equal(403, (await Ask($"GET /__blog/{name}{(token is null ? "" : "?token=" + token)} HTTP/1.1\r\nHost: localhost:{Port}\r\n")).Status);

    [Fact]
    public async Task SRV_4_with_the_token_it_answers()
    {
        Assert.Equal(200, (await Ask($"GET /__blog/messages?token={_server.Token} HTTP/1.1\r\nHost: localhost:{Port}\r\n")).Status);
        Assert.Equal(403, (await Ask($"GET /__blog/messages?token={_server.Token} HTTP/1.1\r\nHost: localhost:{Port}\r\nOrigin: http://evil.com\r\n")).Status);
    }

    [Theory]
    [InlineData("/posts/a", "/posts/a/")]
    [InlineData("/posts/a?x=1", "/posts/a/?x=1")]
    [InlineData("//evil.com/..", null)]
    [InlineData("/\\evil.com", null)]
    [InlineData("//evil.com/posts/a", null)]
    public async Task SRV_7_a_redirect_stays_on_the_host(string target, string? location)
    {
        var answer = await Ask($"GET {target} HTTP/1.1\r\nHost: localhost:{Port}\r\n");

        Assert.Equal(location is not null, answer.Status == 307);
        Assert.Equal(location is not null, answer.Text.Contains($"Location: {location}\r\n", StringComparison.Ordinal) && location is not null);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    public async Task SRV_8_other_methods_are_not_allowed(string method)
    {
        var answer = await Ask($"{method} / HTTP/1.1\r\nHost: localhost:{Port}\r\nContent-Length: 0\r\n");

        Assert.Equal(405, answer.Status);
        Assert.Contains("Allow: GET, HEAD", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SRV_8_huge_requests_are_refused()
    {
        Assert.Equal(414, (await Ask($"GET /{new string('a', 9_000)} HTTP/1.1\r\nHost: localhost:{Port}\r\n")).Status);
        Assert.Equal(431, (await Ask($"GET / HTTP/1.1\r\nHost: localhost:{Port}\r\nX: {new string('a', 40_000)}\r\n")).Status);
    }

    [Theory]
    [InlineData("bytes=2-4", 206, "234", "bytes 2-4/10")]
    [InlineData("bytes=7-", 206, "789", "bytes 7-9/10")]
    [InlineData("bytes=-2", 206, "89", "bytes 8-9/10")]
    [InlineData("bytes=0-99", 206, "0123456789", "bytes 0-9/10")]
    [InlineData("bytes=10-", 416, "", "bytes */10")]
    [InlineData("bytes=0-1,3-4", 200, "0123456789", null)]
    [InlineData("lines=1-2", 200, "0123456789", null)]
    public async Task A_video_comes_in_the_parts_that_are_asked_for(string range, int status, string body, string? part)
    {
        var answer = await Ask($"GET /clip.mp4 HTTP/1.1\r\nHost: localhost:{Port}\r\nRange: {range}\r\n");

        Assert.Equal(status, answer.Status);
        Assert.EndsWith("\r\n\r\n" + body, answer.Text, StringComparison.Ordinal);
        Assert.Contains("Content-Type: video/mp4", answer.Text, StringComparison.Ordinal);
        Assert.Equal(part is not null, answer.Text.Contains($"Content-Range: {part}\r\n", StringComparison.Ordinal) && part is not null);
    }

    [Fact]
    public async Task A_known_page_is_not_sent_again_and_a_missing_one_is_the_sites_own()
    {
        var page = await Ask($"GET /posts/a/ HTTP/1.1\r\nHost: localhost:{Port}\r\n");
        var tag = page.Text.Split("ETag: ")[1].Split("\r\n")[0];

        Assert.Equal(304, (await Ask($"GET /posts/a/ HTTP/1.1\r\nHost: localhost:{Port}\r\nIf-None-Match: {tag}\r\n")).Status);
        var missing = await Ask($"GET /nothing/ HTTP/1.1\r\nHost: localhost:{Port}\r\n");
        Assert.Equal(404, missing.Status);
        Assert.Contains("Content-Type: text/html", missing.Text, StringComparison.Ordinal);
        Assert.Contains("A &lt;b&gt;", page.Text, StringComparison.Ordinal);
    }

    private string Port => _server.Port.ToString(CultureInfo.InvariantCulture);

    private Task<(int Status, string Text)> Ask(string request) => RawHttp.Ask(_server.Port, request);
}
