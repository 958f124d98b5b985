using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Blog.Cli.Preview;

/// <summary>Who may ask: the author's own browser on this machine, and no page of another site in it (faults.md, SRV-1 to SRV-8).</summary>
/// <param name="host">What <c>--host</c> said, as it stands in addresses; the loopback names are always known.</param>
/// <param name="port">Of the server.</param>
internal sealed class RequestGuard(string host, int port)
{
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>For the addresses of the preview itself: other programs on this machine cannot guess it. 128 bits.</summary>
    public string Token { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Why a request is refused, and how; null when it is answered.</summary>
    public (HttpStatusCode Status, string Reason)? WhyRefused(HttpRequest request)
    {
        // A name that leads here does not make a page of that name one of ours (DNS rebinding).
        if (!IsOurHost(request.Host, request))
        {
            return (HttpStatusCode.Forbidden, Words.UnknownHost);
        }

        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            return (HttpStatusCode.MethodNotAllowed, Words.UnknownMethod);
        }

        return IsFromElsewhere(request) ? (HttpStatusCode.Forbidden, Words.FromElsewhere) : null;
    }

    public bool HasToken(HttpRequest request) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.Query["token"].ToString()), Encoding.UTF8.GetBytes(Token));

    private bool IsOurHost(HostString asked, HttpRequest request) =>
        asked.HasValue && (asked.Port ?? 80) == port
        && (Loopback.Contains(asked.Host, StringComparer.OrdinalIgnoreCase) || asked.Host.Equals(host, StringComparison.OrdinalIgnoreCase) || IsWhereItArrived(asked.Host, request));

    // With '--host 0.0.0.0' there are as many addresses as the machine has. A number, unlike a name, leads where it says.
    private static bool IsWhereItArrived(string asked, HttpRequest request) =>
        IPAddress.TryParse(asked.Trim('[', ']'), out var number) && request.HttpContext.Connection.LocalIpAddress is { } local
        && number.Equals(local.IsIPv4MappedToIPv6 ? local.MapToIPv4() : local);

    // Other ports of localhost are the same site (https://www.w3.org/TR/fetch-metadata/), yet not the author's preview. Following a link is harmless.
    private bool IsFromElsewhere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var isNavigation = request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document";
        if (site is not ("" or "same-origin" or "none") && !isNavigation)
        {
            return true;
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Scheme == "http" && IsOurHost(new HostString(from.Authority), request));
    }
}
