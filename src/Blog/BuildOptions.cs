namespace Blog;

/// <summary>What the person at the terminal decides about one build; everything else stands in the site's files.</summary>
public sealed record BuildOptions
{
    /// <summary>The build's instant: decides what is in the future or expired. The engine never asks a clock.</summary>
    public required DateTimeOffset Now { get; init; }

    public bool IncludeDrafts { get; init; }

    public bool IncludeFuture { get; init; }

    public bool IncludeExpired { get; init; }

    /// <summary>Replaces <c>base_url</c> of site.yaml.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Warnings count as errors.</summary>
    public bool Strict { get; init; }

    /// <summary>False for previews, which show a page first and check all of them then, by <see cref="Checking.SiteCheck"/>.</summary>
    public bool ChecksLinks { get; init; } = true;

    /// <summary>Workers at most, from 1.</summary>
    public int Jobs { get; init; } = 1;
}
