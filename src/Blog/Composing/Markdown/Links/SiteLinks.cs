using Blog.Reading;
using Blog.Text;

namespace Blog.Composing.Markdown.Links;

/// <summary>Turns the addresses in a body, which point at source files, into addresses of the site.</summary>
internal sealed class SiteLinks(Entry entry, Addresses addresses, RenderSettings settings, Findings findings)
{
    // Looking for the nearest name compares every path of the site.
    private const int MostGuesses = 10;
    private int _guesses;

    /// <summary>What stands in <c>href</c> or <c>src</c>; null when the address must not be published.</summary>
    public string? Resolve(string address, TextSpan place, bool isImage)
    {
        if (Href.UnsafeScheme(address, isImage) is { } scheme)
        {
            findings.Report(Problems.UnsafeAddress(findings.Source, place, scheme));
            return null;
        }

        return address.Length == 0 || Href.IsExternal(address) ? Href.Encode(address) : Internal(address, place);
    }

    private string Internal(string address, TextSpan place)
    {
        var pathEnd = address.AsSpan().IndexOfAny('?', '#') is var mark and >= 0 ? mark : address.Length;
        var hash = address.IndexOf('#', pathEnd);
        var path = address[..pathEnd];
        var query = Href.Encode(address[pathEnd..(hash < 0 ? address.Length : hash)]);
        var fragment = hash < 0 ? null : Href.Decode(address[(hash + 1)..]);
        var tail = query + (fragment is null ? "" : Href.Fragment(fragment));
        if (path.Length == 0)
        {
            if (query.Length == 0)
            {
                findings.Links.Add(new(entry.Url, fragment, place));
            }

            return tail;
        }

        if (Find(path) is { } target)
        {
            findings.Links.Add(new(target, fragment, place));
            return target.ToHref(settings.BasePath) + tail;
        }

        // From the root, an address may also be one that no file stands for: /tags/, /feed.xml. The link check knows them all.
        if (path[0] == '/')
        {
            findings.Links.Add(new(new UrlPath(Href.Decode(path)), fragment, place));
            return settings.BasePath + Href.Encode(path[1..]) + tail;
        }

        ReportBroken(path, place);
        return Href.Encode(address);
    }

    /// <summary>The address of an existing file, for HTML that may as well be written with final addresses; null: not a file of ours.</summary>
    public string? ResolveKnown(string address, TextSpan place)
    {
        var pathEnd = address.AsSpan().IndexOfAny('?', '#') is var mark and >= 0 ? mark : address.Length;
        return pathEnd > 0 && !Href.IsExternal(address) && Find(address[..pathEnd]) is not null ? Internal(address, place) : null;
    }

    /// <summary>The address of the file that <paramref name="path"/> names, seen from the entry; null when there is none.</summary>
    public UrlPath? Find(string path)
    {
        foreach (var candidate in Candidates(path))
        {
            if (addresses.Find(candidate) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The file itself, of those that are published as they are; null: there is none, or it is elsewhere.</summary>
    public SourceFile? FileAt(string address)
    {
        var path = address.AsSpan().IndexOfAny('?', '#') is var mark and >= 0 ? address[..mark] : address;
        return path.Length == 0 || Href.IsExternal(path) ? null : Candidates(path).Select(addresses.FileAt).FirstOrDefault(file => file is not null);
    }

    // As written, then decoded (a file name may hold a literal %), then the ways in which people write a page without its extension.
    private IEnumerable<SitePath> Candidates(string path)
    {
        var folder = path[0] == '/' ? new SitePath("content") : entry.Path.Folder;
        if (folder.Resolve(path) is { } written)
        {
            yield return written;
        }

        if (folder.Resolve(Href.Decode(path)) is { } decoded)
        {
            yield return decoded;
            if (path[0] != '/')
            {
                yield return new SitePath(decoded.Value + ".md");
                yield return new SitePath(decoded.Value + "/index.md");
            }

            // Tools that write 'a.md' as 'a.html' want links to the latter.
            if (decoded.Value.EndsWith(".html", StringComparison.OrdinalIgnoreCase))
            {
                yield return new SitePath(decoded.Value[..^".html".Length] + ".md");
            }
        }
    }

    private void ReportBroken(string path, TextSpan place)
    {
        foreach (var candidate in Candidates(path))
        {
            if (addresses.WhyUnpublished(candidate) is { } reason)
            {
                findings.Report(Problems.UnpublishedTarget(findings.Source, place, path, reason));
                return;
            }
        }

        findings.Report(Problems.BrokenLink(findings.Source, place, path, Nearest(path)));
    }

    /// <summary>The path that the author may have meant, as it is written from here.</summary>
    public string? Nearest(string path)
    {
        if (++_guesses > MostGuesses || entry.Path.Folder.Resolve(Href.Decode(path)) is not { } wanted)
        {
            return null;
        }

        // The right name in another folder is likelier than another name here.
        var sameName = addresses.Paths.Where(known => known.Name == wanted.Name).OrderBy(known => known.Value, StringComparer.Ordinal).FirstOrDefault();
        var nearest = sameName.Value ?? Spelling.Nearest(wanted.Value, addresses.Paths.Select(known => known.Value).Order(StringComparer.Ordinal));
        return nearest is null ? null : Relative(nearest);
    }

    private string Relative(string target)
    {
        var from = entry.Path.Folder.Segments;
        var to = new SitePath(target).Segments;
        var common = 0;
        while (common < from.Length && common < to.Length - 1 && from[common] == to[common])
        {
            common++;
        }

        return string.Concat(Enumerable.Repeat("../", from.Length - common)) + string.Join('/', to[common..]);
    }
}
