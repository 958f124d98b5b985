namespace Blog.Reading;

/// <summary>The address under which a site is published, in the two parts that the engine needs.</summary>
/// <param name="Origin">Scheme, host and port; an international host in its ASCII form.</param>
/// <param name="BasePath">With a final '/', percent-encoded.</param>
internal sealed record BaseUrl(string Origin, string BasePath)
{
    /// <param name="refuse">Receives the reason when the text is no such address.</param>
    public static BaseUrl? Read(string text, Action<string> refuse)
    {
        if (!text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            refuse("it does not begin with https:// or http://");
            return null;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            refuse("it is no address");
            return null;
        }

        if (uri.Query.Length > 0 || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0)
        {
            refuse("an address with a user, '?' or '#' cannot be the beginning of others");
            return null;
        }

        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        var host = uri.HostNameType == UriHostNameType.IPv6 ? $"[{uri.IdnHost.Trim('[', ']')}]" : uri.IdnHost;
        return new($"{uri.Scheme}://{host}{port}", uri.AbsolutePath.EndsWith('/') ? uri.AbsolutePath : uri.AbsolutePath + "/");
    }
}
