using System.Net;
using System.Net.Sockets;
using System.Text;
using Blog.Publishing;
using Blog.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Blog.Cli.Preview;

/// <summary>Answers the author's browser from memory. No address of a request is ever made a path on the disk.</summary>
internal sealed class PreviewServer : IAsyncDisposable
{
    private const string Own = "__blog/";
    private const int PortsToTry = 20;
    private const int MostConnections = 500;

    // For pages and words of ours. What they quote is escaped; were it not, it could do nothing.
    private const string OwnPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly FileExtensionContentTypeProvider ContentTypes = new()
    {
        Mappings = { [".xml"] = "application/xml", [".webmanifest"] = "application/manifest+json", [".md"] = "text/plain", [".py"] = "text/plain", [".mjs"] = "text/javascript" },
    };

    private readonly WebApplication _app;
    private readonly RequestGuard _guard;
    private readonly Func<PreviewState> _state;
    private readonly PreviewNotes _notes;
    private readonly Crowd _crowd = new(MostConnections);
    private readonly CancellationTokenSource _stop = new();

    private PreviewServer(string host, int port, Func<PreviewState> state, PreviewNotes notes)
    {
        (_app, _guard, _state, _notes, Port) = (AppAt(host, port, _crowd), new(HostAddresses.NameOf(host), port), state, notes, port);
        _app.Run(Answer);
    }

    public int Port { get; }

    public string Token => _guard.Token;

    public LiveReload Reload { get; } = new();

    /// <summary>Starts at the port, or the next free one; null: none of twenty is free.</summary>
    /// <param name="host">A name or address of this machine.</param>
    /// <exception cref="IOException">The host is no address of this machine.</exception>
    public static async Task<PreviewServer?> Start(string host, int port, Func<PreviewState> state, PreviewNotes notes)
    {
        for (var next = port; next < Math.Min(port + PortsToTry, IPEndPoint.MaxPort + 1); next++)
        {
            var server = new PreviewServer(host, next, state, notes);
            try
            {
                await server._app.StartAsync();
                return server;
            }
            catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
            {
                await server.DisposeAsync();
            }
            catch (SocketException e)
            {
                await server.DisposeAsync();
                throw new IOException(e.SocketErrorCode == SocketError.AccessDenied ? Words.PortNotAllowed(next) : Words.NoSuchHost(host), e);
            }
        }

        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _app.DisposeAsync();
        _stop.Dispose();
    }

    private static WebApplication AppAt(string host, int port, Crowd crowd)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = 0;
            options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            options.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
            Action<ListenOptions> http1 = listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                listen.Use(next => connection => crowd.Join(connection, next));
            };
            if (host == "localhost")
            {
                options.ListenLocalhost(port, http1);
            }
            else
            {
                options.Listen(AddressOf(host), port, http1);
            }
        });
        return builder.Build();
    }

    private static IPAddress AddressOf(string host)
    {
        try
        {
            return HostAddresses.NumberOf(host) ?? Dns.GetHostAddresses(host)[0];
        }
        catch (SocketException e)
        {
            throw new IOException(Words.NoSuchHost(host), e);
        }
    }

    private async Task Answer(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        using var answering = _crowd.Answering(context.Connection.Id);
        Protect(response);
        try
        {
            if (_guard.WhyRefused(request) is var (status, reason))
            {
                response.Headers.Allow = status == HttpStatusCode.MethodNotAllowed ? "GET, HEAD" : default;
                await Say(context, (int)status, reason);
                return;
            }

            var state = _state();
            var basePath = state.Site?.Plan.Site.Config.BasePath ?? "/";
            var path = request.Path.Value ?? "/";
            if (path.StartsWith(basePath + Own, StringComparison.Ordinal) || path.StartsWith("/" + Own, StringComparison.Ordinal))
            {
                await AnswerOwn(context, state, path[(path.IndexOf(Own, StringComparison.Ordinal) + Own.Length)..]);
            }
            else if (state.Site is null)
            {
                await SendOwn(context, StatusCodes.Status503ServiceUnavailable, "text/html; charset=utf-8", Page(Words.NothingYet, state, basePath));
            }
            else if (path == "/" && basePath != "/")
            {
                Redirect(response, basePath);
            }
            else if (!IsPlain(path) || !path.StartsWith(basePath, StringComparison.Ordinal))
            {
                await NotFound(context, state);
            }
            else
            {
                await AnswerPath(context, state, state.Site, string.Concat("/", path.AsSpan(basePath.Length)), basePath);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException && !response.HasStarted)
        {
            await Say(context, StatusCodes.Status500InternalServerError, Words.PreviewFailed(e.Message));
        }
    }

    // Nothing of this may be framed, guessed at or read by other pages.
    private static void Protect(HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.XFrameOptions = "SAMEORIGIN";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-cache";
    }

    // Kestrel has decoded the path once; what still looks encoded, or hidden, is nothing that a site publishes.
    private static bool IsPlain(string path) =>
        !path.Contains('\\') && !path.Contains("//", StringComparison.Ordinal) && !path.Any(char.IsControl)
        && path.Split('/').All(segment => segment is "" or ".well-known" || segment[0] != '.');

    private async Task AnswerOwn(HttpContext context, PreviewState state, string name)
    {
        if (name == "preview.js")
        {
            await Send(context, StatusCodes.Status200OK, "text/javascript; charset=utf-8", PreviewScript.Text);
        }
        else if (!_guard.HasToken(context.Request))
        {
            await Say(context, StatusCodes.Status403Forbidden, Words.NoToken);
        }
        else if (name == "events")
        {
            await Reload.Answer(context, PreviewNotes.OfChange(state, null), _stop.Token);
        }
        else if (name == "messages")
        {
            await Send(context, StatusCodes.Status200OK, "application/json; charset=utf-8", Encoding.UTF8.GetBytes(_notes.OfMessages(state, context.Request.Query["page"].ToString())));
        }
        else
        {
            await Say(context, StatusCodes.Status404NotFound, Words.NoSuchPage);
        }
    }

    private async Task AnswerPath(HttpContext context, PreviewState state, PreviewSite site, string path, string basePath)
    {
        if (site.Find(path) is not { } output)
        {
            if (!path.EndsWith('/') && site.Find(path + "/") is not null)
            {
                Redirect(context.Response, basePath + UrlPath.Encode(path.AsSpan(1)) + "/" + context.Request.QueryString);
                return;
            }

            await NotFound(context, state);
            return;
        }

        var file = site.Make(output);
        var type = ContentTypeOf(output.Path.OutputFile);
        var version = new EntityTagHeaderValue($"\"{file.Version}\"");
        context.Response.GetTypedHeaders().ETag = version;
        if (file.Errors.Any() && file.Bytes.IsEmpty)
        {
            await SendOwn(context, StatusCodes.Status500InternalServerError, "text/html; charset=utf-8", Page(Words.PageHasErrors, state, basePath, file.Errors));
        }
        else if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(version, useStrongComparison: false)) && state.Errors.IsEmpty)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
        }
        else
        {
            await Send(context, StatusCodes.Status200OK, type, type.StartsWith("text/html", StringComparison.Ordinal) && output.IsPage ? WithScript(file.Bytes, _notes.OfPage(state, output, file), basePath) : file.Bytes);
        }
    }

    private async Task NotFound(HttpContext context, PreviewState state)
    {
        if (state.Site is { } site && site.Find("/404.html") is { } output && site.Make(output) is { Bytes.IsEmpty: false } file)
        {
            await Send(context, StatusCodes.Status404NotFound, "text/html; charset=utf-8", WithScript(file.Bytes, _notes.OfPage(state, output, file), site.Plan.Site.Config.BasePath));
        }
        else
        {
            await Say(context, StatusCodes.Status404NotFound, Words.NoSuchPage);
        }
    }

    // To this host, whatever the path says.
    private static void Redirect(HttpResponse response, string target)
    {
        response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        response.Headers.Location = "/" + target.TrimStart('/', '\\');
    }

    private static Task Say(HttpContext context, int status, string text) => SendOwn(context, status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text + "\n"));

    private static Task SendOwn(HttpContext context, int status, string type, ReadOnlyMemory<byte> bytes)
    {
        context.Response.Headers.ContentSecurityPolicy = OwnPolicy;
        return Send(context, status, type, bytes);
    }

    private static async Task Send(HttpContext context, int status, string type, ReadOnlyMemory<byte> bytes)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = type;
        if (status == StatusCodes.Status200OK)
        {
            response.Headers.AcceptRanges = "bytes";
            bytes = Part(context, bytes);
        }

        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    // Videos are asked for in parts (RFC 9110, section 14); several parts in one answer are nothing that players want.
    private static ReadOnlyMemory<byte> Part(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        if (context.Request.GetTypedHeaders().Range is not { Unit.Value: "bytes", Ranges: { Count: 1 } ranges } || bytes.IsEmpty)
        {
            return bytes;
        }

        var range = ranges.First();
        var first = range.From ?? Math.Max(0, bytes.Length - range.To!.Value); // one of the two is there
        var last = range.From is null ? bytes.Length - 1 : Math.Min(range.To ?? long.MaxValue, bytes.Length - 1);
        if (first > last)
        {
            context.Response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            context.Response.GetTypedHeaders().ContentRange = new(bytes.Length);
            return default;
        }

        context.Response.StatusCode = StatusCodes.Status206PartialContent;
        context.Response.GetTypedHeaders().ContentRange = new(first, last, bytes.Length);
        return bytes.Slice((int)first, (int)(last - first + 1));
    }

    private static string ContentTypeOf(string file)
    {
        var type = ContentTypes.TryGetContentType(file, out var known) ? known : "application/octet-stream";
        return type.StartsWith("text/", StringComparison.Ordinal) || type is "application/json" or "application/xml" or "image/svg+xml" ? type + "; charset=utf-8" : type;
    }

    // In the answer only: what is published never knows of it.
    private ReadOnlyMemory<byte> WithScript(ReadOnlyMemory<byte> page, string notes, string basePath)
    {
        var end = page.Span.LastIndexOf("</body>"u8);
        end = end < 0 ? page.Length : end;
        var script = Encoding.UTF8.GetBytes(ScriptElements(notes, basePath));
        return (byte[])[.. page.Span[..end], .. script, .. page.Span[end..]];
    }

    private string ScriptElements(string notes, string basePath) =>
        $"<script type=\"application/json\" id=\"blog-preview-notes\">{notes}</script><script src=\"{HtmlText.Escape(basePath)}{Own}preview.js\" data-token=\"{Token}\" data-base=\"{HtmlText.Escape(basePath + Own)}\" defer></script>";

    // A page of our own, for a site that has none to show.
    private ReadOnlyMemory<byte> Page(string title, PreviewState state, string basePath, IEnumerable<Diagnostic>? errors = null) => Encoding.UTF8.GetBytes(
        $"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"color-scheme\" content=\"light dark\"><title>{HtmlText.Escape(title)}</title><body><main><h1>{HtmlText.Escape(title)}</h1>"
        + string.Concat((errors ?? state.Errors).Select(error => $"<pre>{HtmlText.Escape(DiagnosticText.Of(error))}</pre>"))
        + $"</main>{ScriptElements("{\"version\":\"\",\"broken\":false,\"bar\":false,\"marks\":{},\"diagnostics\":[],\"messages\":0}", basePath)}</body></html>\n");
}
