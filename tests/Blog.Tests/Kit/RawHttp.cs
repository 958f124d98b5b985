using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Blog.Tests.Kit;

/// <summary>HTTP as anybody may write it: clients of .NET send nothing malformed.</summary>
internal static class RawHttp
{
    public static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }

    /// <summary>One request to this machine, and all of the answer.</summary>
    /// <param name="request">Without the empty line; each line ends in CR LF.</param>
    /// <returns>Status 0: there was no answer.</returns>
    public static async Task<(int Status, string Text)> Ask(int port, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(request + "Connection: close\r\n\r\n"));
        return await Answer(client);
    }

    /// <summary>What comes until the other side ends.</summary>
    public static async Task<(int Status, string Text)> Answer(TcpClient client)
    {
        using var answer = new MemoryStream();
        try
        {
            await client.GetStream().CopyToAsync(answer);
        }
        catch (IOException)
        {
            // Refused before all of the request was read: what was answered counts.
        }

        var text = Encoding.UTF8.GetString(answer.ToArray());
        return (text.Length > 12 ? int.Parse(text.AsSpan(9, 3), CultureInfo.InvariantCulture) : 0, text);
    }
}
