using System.Collections.Immutable;
using Blog.Text;

namespace Blog.Publishing;

/// <summary>Where outputs go: a folder, or memory. Between <see cref="Begin"/> and <see cref="Commit"/> nobody sees a change.</summary>
public interface ITarget
{
    /// <summary>The files of ours that are there now. Those that changed since we wrote them are listed without their inputs.</summary>
    Manifest Manifest { get; }

    /// <summary>What the target has to say. An error speaks against publishing here; a warning never stops a build, not even a strict one.</summary>
    ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Before the first <see cref="Write"/>; fails when the target cannot be written, so that nobody renders in vain.</summary>
    void Begin();

    /// <summary>May be called from several threads, for different files.</summary>
    void Write(UrlPath path, ReadOnlySpan<byte> bytes);

    void Delete(UrlPath path);

    /// <summary>Makes all that was written and deleted visible. The target fills in the length and time of the files it wrote.</summary>
    void Commit(Manifest manifest);

    /// <summary>Instead of <see cref="Commit"/>: forgets all that was written and leaves no trace of it.</summary>
    void Abandon();
}
