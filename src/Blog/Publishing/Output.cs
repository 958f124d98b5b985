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

/// <summary>How one file is made, and of what. A site of 10,000 posts has 15,000, and a preview plans them anew with every save: so they are small.</summary>
public abstract class Recipe
{
    private Fingerprint _inputs;
    private bool _isAsked;

    /// <summary>Over everything that can change the bytes; not found out before somebody wants to know, and then once by each thread that does.</summary>
    public Fingerprint Inputs
    {
        get
        {
            if (!Volatile.Read(ref _isAsked))
            {
                _inputs = FindInputs();
                Volatile.Write(ref _isAsked, true);
            }

            return _inputs;
        }
    }

    public abstract Made Make();

    protected abstract Fingerprint FindInputs();

    public static Recipe Of(Func<Fingerprint> inputs, Func<Made> make) => new Functions(inputs, make);

    private sealed class Functions(Func<Fingerprint> inputs, Func<Made> make) : Recipe
    {
        public override Made Make() => make();

        protected override Fingerprint FindInputs() => inputs();
    }
}

/// <summary>One file of the site, and how it is made.</summary>
/// <param name="Path">Its address; <see cref="UrlPath.OutputFile"/> is its file.</param>
/// <param name="Origin">Who asks for this address, in words for messages: <c>content/posts/a.md</c>, <c>the tag 'C++'</c>.</param>
public sealed record Output(UrlPath Path, Recipe Recipe, string Origin)
{
    public Output(UrlPath path, Fingerprint inputs, Func<Made> make, string origin)
        : this(path, () => inputs, make, origin)
    {
    }

    /// <param name="inputs">See <see cref="Recipe.Inputs"/>.</param>
    public Output(UrlPath path, Func<Fingerprint> inputs, Func<Made> make, string origin)
        : this(path, Recipe.Of(inputs, make), origin)
    {
    }

    /// <summary>See <see cref="Recipe.Inputs"/>.</summary>
    public Fingerprint Inputs => Recipe.Inputs;

    public Made Make() => Recipe.Make();

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
