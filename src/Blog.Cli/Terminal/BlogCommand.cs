using System.CommandLine;

namespace Blog.Cli.Terminal;

/// <summary>A command with all that its help page says.</summary>
internal sealed class BlogCommand(string name, string description) : Command(name, description)
{
    private readonly List<OptionGroup> _groups = [];

    public IReadOnlyList<OptionGroup> Groups => _groups;

    /// <summary>Command lines with a remark each.</summary>
    public IReadOnlyList<(string Line, string Remark)> Examples { get; init; } = [];

    /// <summary>A paragraph below the description.</summary>
    public string? Details { get; init; }

    /// <summary>Its subject comes through the standard input, not as a file that is named.</summary>
    public bool ReadsInput { get; init; }

    public BlogCommand Add(string groupTitle, params Option[] options)
    {
        _groups.Add(new(groupTitle, options));
        foreach (var option in options)
        {
            Options.Add(option);
        }

        return this;
    }

    /// <summary>As it is typed: <c>blog new post</c>.</summary>
    public string FullName => Parents.OfType<Command>().FirstOrDefault() is BlogCommand parent ? $"{parent.FullName} {Name}" : Name;
}

/// <summary>Options that stand together on a help page.</summary>
internal sealed record OptionGroup(string Title, IReadOnlyList<Option> Options);
