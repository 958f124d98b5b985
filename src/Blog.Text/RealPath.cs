namespace Blog.Text;

/// <summary>Where a path leads when links are followed. .NET resolves the last segment only, and a link in a parent folder leads as far away.</summary>
public static class RealPath
{
    // As many as Linux follows before it says ELOOP.
    private const int MostLinks = 40;

    /// <summary>The absolute path with every link on the way resolved, parts that do not exist as they are; null when links go in a circle.</summary>
    /// <param name="linkTarget">The target of a link, as it stands there; null for everything else.</param>
    public static string? Of(string path, Func<string, string?> linkTarget)
    {
        var real = Path.GetPathRoot(path)!;    // absolute paths have one
        var ahead = new Stack<string>(path[real.Length..].Split(Path.DirectorySeparatorChar).Reverse());
        for (var links = 0; ahead.TryPop(out var segment);)
        {
            if (segment is "" or ".")
            {
                continue;
            }

            var next = segment == ".." ? Path.GetDirectoryName(real) ?? real : Path.Combine(real, segment);
            if (segment == ".." || linkTarget(next) is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MostLinks)
            {
                return null;
            }

            var root = Path.GetPathRoot(target) ?? "";
            real = root.Length > 0 ? root : real;
            foreach (var part in target[root.Length..].Split(Path.DirectorySeparatorChar).Reverse())
            {
                ahead.Push(part);
            }
        }

        return real;
    }
}
