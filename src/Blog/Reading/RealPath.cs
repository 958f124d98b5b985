namespace Blog.Reading;

/// <summary>The path without links: .NET resolves the last segment only, and a link in a parent folder leads as far away.</summary>
internal static class RealPath
{
    // Linux stops at 40 too.
    private const int MostLinks = 40;

    /// <summary>Null when a link leads nowhere or in a circle.</summary>
    public static string? Of(string fullPath) => Resolve(fullPath, out _);

    public static bool IsCircle(string fullPath) => Resolve(fullPath, out var isCircle) is null && isCircle;

    private static string? Resolve(string fullPath, out bool isCircle)
    {
        isCircle = false;
        var links = 0;
        var current = Path.GetPathRoot(fullPath) ?? "";
        var rest = new Stack<string>(Segments(fullPath[current.Length..]).Reverse());
        while (rest.TryPop(out var segment))
        {
            if (segment == "..")
            {
                current = Path.GetDirectoryName(current) ?? current;
                continue;
            }

            var next = Path.Combine(current, segment);
            var info = new FileInfo(next);
            if (info.LinkTarget is not { } target)
            {
                if (!Path.Exists(next))
                {
                    return null;
                }

                current = next;
                continue;
            }

            if (++links > MostLinks)
            {
                isCircle = true;
                return null;
            }

            if (Path.IsPathRooted(target))
            {
                current = Path.GetPathRoot(target) ?? "";
                target = target[current.Length..];
            }

            foreach (var part in Segments(target).Reverse())
            {
                rest.Push(part);
            }
        }

        return current;
    }

    private static IEnumerable<string> Segments(string path) =>
        path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Where(segment => segment != ".");
}
