namespace Blog.Text;

/// <summary>A file of the site: relative to its root, '/'-separated, without <c>.</c> and <c>..</c> segments (<c>content/posts/a.md</c>).</summary>
public readonly record struct SitePath(string Value) : IComparable<SitePath>
{
    /// <summary>The last segment, extension included.</summary>
    public string Name => Value[(Value.LastIndexOf('/') + 1)..];

    /// <summary>The last segment without its last extension.</summary>
    public string Stem => Path.GetFileNameWithoutExtension(Name);

    /// <summary>Lower case, with the dot; empty when there is none.</summary>
    public string Extension => Path.GetExtension(Name).ToLowerInvariant();

    /// <summary>The folder, without a final '/'; empty at the root.</summary>
    public SitePath Folder => new(Value.LastIndexOf('/') is var slash and >= 0 ? Value[..slash] : "");

    public string[] Segments => Value.Length == 0 ? [] : Value.Split('/');

    public bool IsUnder(string folder) => Value.StartsWith(folder, StringComparison.Ordinal)
        && Value.Length > folder.Length && Value[folder.Length] == '/';

    /// <summary>The path from here to <paramref name="relative"/>, dots resolved; null when it leaves the root.</summary>
    public SitePath? Resolve(string relative)
    {
        var segments = new List<string>(Segments);
        foreach (var segment in relative.Split('/'))
        {
            if (segment == "..")
            {
                if (segments.Count == 0)
                {
                    return null;
                }

                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment is not ("" or "."))
            {
                segments.Add(segment);
            }
        }

        return new(string.Join('/', segments));
    }

    /// <summary>Ordinal, so that the order is the same on every machine.</summary>
    public int CompareTo(SitePath other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
