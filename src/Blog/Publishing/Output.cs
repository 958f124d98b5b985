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
/// <param name="Origin">Who asks for this address, in words for messages: <c>content/posts/a.md</c>, <c>the tag 'C++'</c>.</param>
public sealed record Output(UrlPath Path, Func<Made> Make, string Origin)
{
    private Func<Fingerprint>? _ask;
    private Fingerprint _inputs;

    public Output(UrlPath path, Fingerprint inputs, Func<Made> make, string origin)
        : this(path, make, origin) => _inputs = inputs;

    /// <param name="inputs">Not asked before somebody wants to know, and then once by each thread that does.</param>
    public Output(UrlPath path, Func<Fingerprint> inputs, Func<Made> make, string origin)
        : this(path, make, origin) => _ask = inputs;

    /// <summary>Over everything that can change the bytes.</summary>
    public Fingerprint Inputs
    {
        get
        {
            if (Volatile.Read(ref _ask) is { } ask)
            {
                _inputs = ask();
                Volatile.Write(ref _ask, null);
            }

            return _inputs;
        }

        init => (_inputs, _ask) = (value, null);
    }

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
