namespace Blog.Tests.Kit;

internal static class Repository
{
    /// <summary>The folder that holds <c>Blog.sln</c>: specs are read where they are written, not from a copy.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder)
    {
        for (var candidate = new DirectoryInfo(folder); candidate is not null; candidate = candidate.Parent)
        {
            if (File.Exists(Path.Combine(candidate.FullName, "Blog.sln")))
            {
                return candidate.FullName;
            }
        }

        throw new DirectoryNotFoundException($"no folder above '{folder}' holds Blog.sln");
    }
}
