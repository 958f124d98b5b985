using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Blog.Cli;
using Blog.Cli.Preview;
using Blog.Tests.Cli;
using Blog.Tests.Kit;

namespace Blog.Tests.Preview;

/// <summary>Where the preview listens, and what it believes of where a request comes from.</summary>
public sealed partial class ExposureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ExposureTests()
    {
        _folder.Write("content/site.yaml", "title: T\nbase_url: https://example.org/\n");
        _folder.Write("content/posts/a.md", "---\ntitle: A\ndate: 2026-01-01\n---\nText.\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SRV_5_only_this_machine_reaches_the_preview_whatever_the_environment_says()
    {
        await using var served = await ServeProcess.Start(_folder.Path, prepare: start =>
        {
            start.Environment["ASPNETCORE_URLS"] = start.Environment["DOTNET_URLS"] = "http://0.0.0.0:0";
            start.Environment["ASPNETCORE_HTTP_PORTS"] = "0";
            start.Environment["Kestrel__Endpoints__Http__Url"] = "http://0.0.0.0:0";
            start.Environment["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true";
        });

        Assert.Contains("title>", await served.Get("/"), StringComparison.Ordinal);
        Assert.Equal([new(IPAddress.Loopback, served.Port)], IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(listener => listener.Port == served.Port));
        Assert.DoesNotContain("drafts and all", served.Terminal, StringComparison.Ordinal);
        if (OperatingSystem.IsLinux())
        {
            Assert.Equal([$"0100007F:{served.Port:X4}"], ListenersOf(served.Id));
        }
    }

    [Fact]
    public async Task SRV_5_with_host_others_reach_it_and_the_terminal_says_where()
    {
        await using var served = await ServeProcess.Start(_folder.Path, prepare: start =>
        {
            start.ArgumentList.Add("--host");
            start.ArgumentList.Add("0.0.0.0");
        });

        var warning = Assert.Single(served.Terminal.Split('\n'), line => line.EndsWith("can read this preview, drafts and all", StringComparison.Ordinal));
        var addresses = AddressInWarning().Matches(warning).Select(match => new Uri(match.Value)).ToList();
        Assert.NotEmpty(addresses);
        foreach (var address in addresses)
        {
            using var client = new TcpClient(AddressFamily.InterNetwork);
            await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
            await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
            Assert.Equal(200, (await RawHttp.Answer(client)).Status);
        }

        // A name stays a name, though all addresses are open.
        Assert.Equal(403, (await RawHttp.Ask(served.Port, $"GET / HTTP/1.1\r\nHost: evil.com:{served.Port}\r\n")).Status);
        Assert.Equal(403, (await RawHttp.Ask(served.Port, $"GET / HTTP/1.1\r\nHost: 203.0.113.7:{served.Port}\r\n")).Status);
    }

    [Theory]
    [InlineData("X-Forwarded-Host: evil.com", "localhost", 307)]
    [InlineData("X-Forwarded-Proto: https\r\nX-Forwarded-Prefix: /evil\r\nX-Forwarded-For: 203.0.113.7", "localhost", 307)]
    [InlineData("Forwarded: for=203.0.113.7;host=evil.com;proto=https", "localhost", 307)]
    [InlineData("X-Original-Host: evil.com\r\nX-Original-URL: /canary\r\nX-Rewrite-URL: /canary", "localhost", 307)]
    [InlineData("X-Forwarded-Host: localhost\r\nX-Forwarded-For: 127.0.0.1\r\nForwarded: host=localhost", "evil.com", 403)]
    public async Task SRV_5_what_proxies_say_is_not_heard(string headers, string host, int status)
    {
        var loop = new PreviewLoop(_folder.Path, new() { Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero) });
        loop.Look(null);
        await using var server = (await PreviewServer.Start("127.0.0.1", RawHttp.FreePort(), () => loop.State, new(_folder.Path, "", hasBar: true)))!; // a port was free

        var answer = await RawHttp.Ask(server.Port, $"GET /posts/a HTTP/1.1\r\nHost: {host}:{server.Port}\r\n{headers}\r\n");

        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 307, answer.Text.Contains("Location: /posts/a/\r\n", StringComparison.Ordinal));
        Assert.DoesNotContain("evil", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", "localhost", true)]
    [InlineData("localhost", "localhost", true)]
    [InlineData("127.0.0.2", "127.0.0.2", true)]
    [InlineData("::1", "[::1]", true)]
    [InlineData("[0:0:0:0:0:0:0:1]", "[::1]", true)]
    [InlineData("192.0.2.7", "192.0.2.7", false)]
    [InlineData("2001:db8::7", "[2001:db8::7]", false)]
    [InlineData("box.example", "box.example", false)]
    public void A_host_stands_in_addresses_as_browsers_want_it(string host, string name, bool isLoopback)
    {
        Assert.Equal([name], HostAddresses.Of(host));
        Assert.Equal(isLoopback, HostAddresses.IsLoopback(host));
    }

    [Theory]
    [InlineData("192.0.2.7", "'192.0.2.7' is no address of this machine")] // of documentation: RFC 5737
    [InlineData("no.such.invalid", "'no.such.invalid' is no address of this machine")] // RFC 2606
    public void A_host_of_others_is_told(string host, string words)
    {
        using var tool = new Tool();
        tool.Write("content/posts/a.md", "---\ntitle: A\n---\n");

        var ran = tool.Run("serve", "--host", host, "--port", RawHttp.FreePort().ToString(CultureInfo.InvariantCulture));

        Assert.Equal(ExitCode.MachineFailed, ran.ExitCode);
        Assert.Contains(words, ran.Error, StringComparison.Ordinal);
    }

    // Listening sockets of one process, as the kernel writes them: proc(5), /proc/net/tcp.
    private static List<string> ListenersOf(int process)
    {
        var sockets = Directory.GetFiles($"/proc/{process}/fd").Select(file => new FileInfo(file).LinkTarget).OfType<string>().ToHashSet();
        return
        [
            .. new[] { "tcp", "tcp6" }
                .SelectMany(table => File.ReadLines($"/proc/{process}/net/{table}").Skip(1))
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(columns => columns[3] == "0A" && sockets.Contains($"socket:[{columns[9]}]"))
                .Select(columns => columns[1]),
        ];
    }

    [GeneratedRegex("http://[0-9a-z.]+:[0-9]+/", RegexOptions.CultureInvariant)]
    private static partial Regex AddressInWarning();
}
