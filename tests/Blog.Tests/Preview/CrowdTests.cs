using System.Net;
using System.Net.Sockets;
using System.Text;
using Blog.Cli;
using Blog.Cli.Preview;
using Blog.Tests.Cli;
using Blog.Tests.Kit;

namespace Blog.Tests.Preview;

/// <summary>Clients that are many, slow or gone: those who read go on reading.</summary>
[Collection(nameof(Alone))] // thousands of sockets
public sealed class CrowdTests : IAsyncLifetime
{
    private const int Many = 2_000;
    private const int ServedAtOnce = 500;

    private readonly TemporaryFolder _folder = new();
    private readonly List<TcpClient> _clients = [];
    private PreviewLoop _loop = null!; // made before each test
    private PreviewServer _server = null!; // as above

    public async ValueTask InitializeAsync()
    {
        _folder.Write("content/site.yaml", "title: T\nbase_url: https://example.org/\n");
        _folder.Write("content/large.bin", new string('x', 20_000_000)); // more than sockets buffer
        _loop = new(_folder.Path, new() { Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero), ChecksLinks = false });
        Write("Text.");
        _server = (await PreviewServer.Start("127.0.0.1", RawHttp.FreePort(), () => _loop.State, new(_folder.Path, "", hasBar: true)))!; // a port was free
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task SRV_8_thousands_of_silent_connections_keep_nobody_out()
    {
        for (var i = 0; i < Many; i++)
        {
            await Connect(i % 2 == 0 ? "" : "GET /posts/p/ HT");
        }

        await ExpectOthersAreServed("Among thousands.");

        // The first ones had to go: the server ended them, and reads end. Those that came at about the same time may have changed places.
        foreach (var client in _clients.Take(Many - 2 * ServedAtOnce))
        {
            Assert.Equal(0, (await RawHttp.Answer(client)).Status);
        }
    }

    [Fact]
    public async Task SRV_8_a_connection_that_is_answered_is_not_silent()
    {
        var listener = await Connect($"GET /__blog/events?token={_server.Token} HTTP/1.1\r\nHost: localhost:{_server.Port}\r\n\r\n");
        await ReadUntil(listener, "data: ");
        for (var i = 0; i < Many; i++)
        {
            await Connect("");
        }

        _server.Reload.Tell("{\"news\":1}");

        await ReadUntil(listener, "{\"news\":1}");
    }

    [Fact]
    public async Task SRV_8_headers_that_never_end_time_out()
    {
        var slow = await Connect("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");

        Assert.Equal(408, (await RawHttp.Answer(slow)).Status);
    }

    [Fact]
    public async Task WATCH_7_clients_that_read_nothing_or_are_gone_do_not_keep_others_waiting()
    {
        var request = $"GET /large.bin HTTP/1.1\r\nHost: localhost:{_server.Port}\r\n\r\n";
        for (var i = 0; i < 50; i++)
        {
            await Connect(request); // never reads
            await Connect(request[..30]); // never ends its request
            var gone = await Connect(request);
            gone.LingerState = new(enable: true, seconds: 0); // a reset, in the middle of the answer
            gone.Dispose();
        }

        await ExpectOthersAreServed("While others stall.");
    }

    [Fact]
    public async Task WATCH_7_browsers_that_are_gone_leave_room_for_others()
    {
        for (var round = 0; round < 3; round++)
        {
            var tabs = new List<TcpClient>();
            while (tabs.Count < 64)
            {
                // The server hears of the end of a connection a little later.
                var tab = await Connect($"GET /__blog/events?token={_server.Token} HTTP/1.1\r\nHost: localhost:{_server.Port}\r\n\r\n");
                if ((await ReadUntil(tab, "\r\n\r\n")).StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
                {
                    tabs.Add(tab);
                }
            }

            tabs.ForEach(tab => tab.Dispose());
        }
    }

    [Fact]
    public async Task WATCH_7_a_taken_port_leads_to_the_next_and_the_terminal_says_so()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        await using var served = await ServeProcess.Start(_folder.Path, port: port);

        Assert.InRange(served.Port, port + 1, port + 19);
        Assert.Contains($"port {port} is taken, so it is {served.Port}\n", served.Terminal, StringComparison.Ordinal);
        Assert.Contains("Text.", await served.Get("/posts/p/"), StringComparison.Ordinal);
    }

    [Fact]
    public void WATCH_7_without_a_free_port_the_preview_says_which_option_helps()
    {
        using var taken = new TcpListener(IPAddress.Loopback, IPEndPoint.MaxPort);
        taken.Start();
        using var tool = new Tool();
        tool.Write("content/posts/a.md", "---\ntitle: A\n---\n");

        var ran = tool.Run("serve", "--port", "65535");

        Assert.Equal(ExitCode.Refused, ran.ExitCode);
        Assert.Contains("error B0049: none of the ports from 65535 on is free\n  help: choose another one: '--port N'\n", ran.Error, StringComparison.Ordinal);
    }

    // Builds and requests of others go on.
    private async Task ExpectOthersAreServed(string text)
    {
        Write(text);
        for (var i = 0; i < 10; i++)
        {
            var answer = await RawHttp.Ask(_server.Port, $"GET /posts/p/ HTTP/1.1\r\nHost: localhost:{_server.Port}\r\n");
            Assert.Equal(200, answer.Status);
            Assert.Contains(text, answer.Text, StringComparison.Ordinal);
        }
    }

    private void Write(string text)
    {
        _folder.Write("content/posts/p.md", $"---\ntitle: P\ndate: 2026-01-01\n---\n{text}\n");
        _loop.Look(null);
    }

    private async Task<TcpClient> Connect(string request)
    {
        var client = new TcpClient();
        _clients.Add(client);
        await client.ConnectAsync(IPAddress.Loopback, _server.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        return client;
    }

    private static async Task<string> ReadUntil(TcpClient client, string end)
    {
        var (text, buffer) = ("", new byte[4096]);
        while (!text.Contains(end, StringComparison.Ordinal))
        {
            var read = await client.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken);
            Assert.True(read > 0, $"the connection ended before '{end}': {text}");
            text += Encoding.UTF8.GetString(buffer, 0, read);
        }

        return text;
    }
}
