namespace Blog.Reading;

public enum LeftOutReason
{
    Draft,
    Future,
    Expired,
}

/// <summary>An entry that this build does not publish, and why.</summary>
public sealed record LeftOut(Entry Entry, LeftOutReason Reason);
