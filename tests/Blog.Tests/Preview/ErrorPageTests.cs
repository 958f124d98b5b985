using Blog.Cli.Preview;
using Blog.Tests.Kit;

namespace Blog.Tests.Preview;

/// <summary>What stands on pages about errors is text, whoever wrote it: an address, a file's name, a title, a template.</summary>
public sealed class ErrorPageTests : IDisposable
{
    private const string Payload = "<img src=x onerror=alert(1)>";
    private const string Policy = "Content-Security-Policy: default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'\r\n";

    private readonly TemporaryFolder _folder = new();

    public ErrorPageTests()
    {
        _folder.Write("content/site.yaml", "title: T\nbase_url: https://example.org/\n");
        _folder.Write("content/posts/a.md", $"---\ntitle: \"{Payload}\"\ndate: 2026-01-01\n---\nText.\n");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("/nothing/%3Cimg%20src=x%20onerror=alert(1)%3E/")]
    [InlineData("/nothing/?q=%3Cimg%20src=x%20onerror=alert(1)%3E")]
    [InlineData("/nothing/?q=<img/src=x/onerror=alert(1)>")]
    [InlineData("/<img/src=x/onerror=alert(1)>")]
    [InlineData("/posts/a/%3Cimg%20src=x%20onerror=alert(1)%3E")]
    [InlineData("/__blog/%3Cimg%20src=x%20onerror=alert(1)%3E")]
    public async Task SRV_6_an_address_never_comes_back_as_markup(string target)
    {
        foreach (var template in new[] { null, "{{ '' | string.slice }}" })
        {
            if (template is not null)
            {
                _folder.Write("templates/404.html", template); // fails: the answer is ours then
            }

            var answer = await Ask(target);

            Assert.InRange(answer.Status, 400, 404);
            AssertHarmless(answer.Text);
            var isOurs = answer.Text.Contains("Content-Type: text/plain", StringComparison.Ordinal);
            Assert.Equal(isOurs, answer.Text.Contains(Policy, StringComparison.Ordinal));
            Assert.True(isOurs || template is null || answer.Status == 400, answer.Text);
        }
    }

    [Theory]
    [InlineData("content/site.yaml", $"title: T\nno_such_key: {Payload}\n")] // the source line is shown
    [InlineData("content/site.yaml", $"title: T\n{Payload}: x\n")]
    [InlineData("content/posts/b.md", $"---\ntitle: [{Payload}\n---\n")]
    [InlineData($"content/posts/{Payload}.md", "---\ntitle: [\n---\n")]
    [InlineData("templates/post.html", $"{{{{ for x in '{Payload}' }}}}{Payload}")]
    [InlineData($"templates/partials/{Payload}.html", "{{ if }}")]
    public async Task SRV_6_errors_of_a_site_that_was_never_well_are_text(string file, string text)
    {
        _folder.Write(file, text);

        var answer = await Ask("/");

        Assert.Equal(503, answer.Status);
        AssertHarmless(answer.Text);
        Assert.Contains("&lt;img src=x", answer.Text, StringComparison.Ordinal);
        Assert.Contains(Policy, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"{{{{ post.title | string.slice }}}} {Payload}")]
    [InlineData($"{{{{ include '{Payload}' }}}}")]
    [InlineData($"{{{{ '{Payload}' | no_such_function }}}}")]
    public async Task SRV_6_errors_of_one_page_are_text(string template)
    {
        _folder.Write("templates/post.html", template);

        var answer = await Ask("/posts/a/");

        Assert.InRange(answer.Status, 500, 503);
        AssertHarmless(answer.Text);
        Assert.Contains("&lt;img src=x", answer.Text, StringComparison.Ordinal);
        Assert.Contains(Policy, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WATCH_6_the_last_good_page_stays_while_errors_are_told()
    {
        await using var served = await ServeProcess.Start(_folder.Path);

        _folder.Write("content/posts/a.md", "---\ntitle: [\ndate: 2026-01-01\n---\nBroken.\n");
        await served.Until(() => served.Terminal.Contains("content/posts/a.md:2:8: error", StringComparison.Ordinal));
        var page = await served.Get("/posts/a/");
        Assert.Contains("Text.", page, StringComparison.Ordinal);
        Assert.Contains("\"broken\":true", page, StringComparison.Ordinal);

        _folder.Write("content/posts/a.md", "---\ntitle: A\ndate: 2026-01-01\n---\nMended.\n");
        await served.Until(() => served.Terminal.Contains("all errors are mended", StringComparison.Ordinal));
        page = await served.Get("/posts/a/");
        Assert.Contains("Mended.", page, StringComparison.Ordinal);
        Assert.Contains("\"broken\":false", page, StringComparison.Ordinal);
    }

    private static void AssertHarmless(string text)
    {
        Assert.DoesNotContain("<img", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("X-Content-Type-Options: nosniff", text + (text.StartsWith("HTTP/1.1 400", StringComparison.Ordinal) ? "X-Content-Type-Options: nosniff" : ""), StringComparison.Ordinal); // 400 is Kestrel's, and empty
    }

    private async Task<(int Status, string Text)> Ask(string target)
    {
        var loop = new PreviewLoop(_folder.Path, new() { Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero), ChecksLinks = false });
        loop.Look(null);
        await using var server = (await PreviewServer.Start("127.0.0.1", RawHttp.FreePort(), () => loop.State, new(_folder.Path, "vscode://file/{path}", hasBar: true)))!; // a port was free
        return await RawHttp.Ask(server.Port, $"GET {target} HTTP/1.1\r\nHost: localhost:{server.Port}\r\n");
    }
}
