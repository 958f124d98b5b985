using System.Collections.Immutable;
using Blog.Text;

namespace Blog.Publishing;

/// <summary>What a recipe made.</summary>
/// <param name="Diagnostics">What making it had to say; an error keeps the whole build from being published.</param>
public readonly record struct Made(ReadOnlyMemory<byte> Bytes, ImmutableArray<Diagnostic> Diagnostics)
{
    public Made(ReadOnlyMemory<byte> bytes)
        : this(bytes, [])
    {
    }
}

/// <summary>A recipe for one file of the site.</summary>
/// <param name="Path">Its address; <see cref="UrlPath.OutputFile"/> is its file.</param>
/// <param name="LazyInputs">Over everything that can change the bytes; not computed before somebody asks.</param>
/// <param name="Origin">Who asks for this address, in words for messages: <c>content/posts/a.md</c>, <c>the tag 'C++'</c>.</param>
public sealed record Output(UrlPath Path, Lazy<Fingerprint> LazyInputs, Func<Made> Make, string Origin)
{
    public Output(UrlPath path, Fingerprint inputs, Func<Made> make, string origin)
        : this(path, new Lazy<Fingerprint>(inputs), make, origin)
    {
    }

    public Fingerprint Inputs => LazyInputs.Value;

    /// <summary>A page that a reader opens (not an asset, feed or redirect); the guard against lost pages counts these.</summary>
    public bool IsPage { get; init; }

    /// <summary>Whether a file of the author's own at the same address takes its place: the 404 page, <c>robots.txt</c>, the lists of terms.</summary>
    public bool Yields { get; init; }

    /// <summary>The text that asks for this address, and where in it; null when it is not a text.</summary>
    public SourceText? Source { get; init; }

    public TextSpan Place { get; init; }
}

/// <summary>All outputs of a build, and all that reading and composing had to say.</summary>
public sealed record BuildPlan(ImmutableArray<Output> Outputs, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);
}
