namespace Blog.Tests.Scriban;

/// <summary>Cases where this engine does something else on purpose, or not yet.</summary>
internal static class Deviations
{
    public static IReadOnlyDictionary<string, string> ById { get; } = new Dictionary<string, string>
    {
    };
}
