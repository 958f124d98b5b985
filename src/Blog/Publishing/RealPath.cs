namespace Blog.Publishing;

/// <summary>Where a path leads when links are followed.</summary>
internal static class RealPath
{
    public static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    /// <summary>The absolute path with every link on the way resolved; parts that do not exist stay as they are.</summary>
    public static string Of(string path)
    {
        const int MostLinks = 40;    // as Linux counts
        var real = Path.GetPathRoot(path)!;    // absolute
        var ahead = new Stack<string>(path[real.Length..].Split(Path.DirectorySeparatorChar).Reverse());
        for (var links = 0; ahead.TryPop(out var segment);)
        {
            if (segment is "" or ".")
            {
                continue;
            }

            var next = segment == ".." ? Path.GetDirectoryName(real) ?? real : Path.Combine(real, segment);
            if (segment == ".." || new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MostLinks)
            {
                throw new IOException($"too many links on the way to '{path}'");
            }

            real = Path.IsPathRooted(target) ? Path.GetPathRoot(target)! : real;    // rooted
            foreach (var part in target[(Path.GetPathRoot(target)?.Length ?? 0)..].Split(Path.DirectorySeparatorChar).Reverse())
            {
                ahead.Push(part);
            }
        }

        return real;
    }
}
