using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Blog.Cli.Preview;

/// <summary>What <c>--host</c> says, as it stands in addresses.</summary>
internal static class HostAddresses
{
    /// <summary>Names for the browser, the best first. All addresses of this machine when the host is <c>0.0.0.0</c> or <c>::</c>.</summary>
    public static IReadOnlyList<string> Of(string host) =>
        NumberOf(host) is not { } number ? [host]
        : number.Equals(IPAddress.Any) || number.Equals(IPAddress.IPv6Any) ? [.. OfThisMachine().DefaultIfEmpty("localhost")]
        : host == "127.0.0.1" ? ["localhost"]
        : [NameOf(number)];

    /// <summary>Brackets stand around IPv6 (RFC 3986, section 3.2.2).</summary>
    public static string NameOf(string host) => NumberOf(host) is { } number ? NameOf(number) : host;

    public static bool IsLoopback(string host) => host is "localhost" || (NumberOf(host) is { } number && IPAddress.IsLoopback(number));

    public static IPAddress? NumberOf(string host) => IPAddress.TryParse(host.Trim('[', ']'), out var number) ? number : null;

    private static string NameOf(IPAddress number) => number.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{number}]" : number.ToString();

    private static IEnumerable<string> OfThisMachine() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(network => network.OperationalStatus == OperationalStatus.Up)
        .SelectMany(network => network.GetIPProperties().UnicastAddresses)
        .Select(unicast => unicast.Address)
        .Where(number => number.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(number))
        .Select(NameOf);
}
