namespace Blog.Cli.Terminal;

/// <summary>The world around one run of the tool: everything impure that a command may use, so that tests can hand in another one.</summary>
internal sealed record Shell
{
    /// <summary>The standard input.</summary>
    public Stream In { get; init; } = Stream.Null;

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>The current folder, absolute.</summary>
    public required string Folder { get; init; }

    /// <summary>Environment variables.</summary>
    public required Func<string, string?> Variable { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>Null when the user has none.</summary>
    public string? Home { get; init; }

    public int Cores { get; init; } = 1;

    public int ProcessId { get; init; }

    public bool IsInputTerminal { get; init; }

    public bool IsOutputTerminal { get; init; }

    public bool IsErrorTerminal { get; init; }

    /// <summary>Columns that help texts may take.</summary>
    public int Width { get; init; } = 80;

    public Interruption Interruption { get; init; } = new();

    /// <summary>A path as typed, made absolute.</summary>
    public string PathOf(string typed) => Path.GetFullPath(typed, Folder);

    /// <summary>An absolute path as people want to read it: relative when it lies below the current folder.</summary>
    public string Shown(string path) =>
        Path.GetRelativePath(Folder, path) is var relative && (relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative))
            ? path
            : relative.Replace('\\', '/');
}
