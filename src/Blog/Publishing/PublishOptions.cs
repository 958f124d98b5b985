namespace Blog.Publishing;

/// <summary>What the person at the terminal decides about publishing.</summary>
public sealed record PublishOptions
{
    /// <summary>Workers at most, from 1.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Publishes even when most pages of the last build would go.</summary>
    public bool AllowShrink { get; init; }

    /// <summary>Makes every output, whatever the manifest knows; files whose bytes are the same stay untouched all the same.</summary>
    public bool MakeAll { get; init; }

    /// <summary>Warnings count as errors.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Asked before every output; from the moment that files are moved into place it is not asked any more.</summary>
    public CancellationToken Stop { get; init; }
}
