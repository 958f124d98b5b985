using System.Collections.Concurrent;
using System.Collections.Immutable;
using Blog.Text;

namespace Blog.Publishing;

/// <summary>A site in memory: for the preview and for tests. Readers see one whole build or the next, never a mixture.</summary>
public sealed class MemoryTarget : ITarget
{
    private readonly ConcurrentDictionary<string, byte[]?> _staged = new(StringComparer.Ordinal);
    private volatile ImmutableDictionary<string, byte[]> _files = ImmutableDictionary<string, byte[]>.Empty.WithComparers(StringComparer.Ordinal);

    public Manifest Manifest { get; private set; } = Manifest.Empty;

    public ImmutableArray<Diagnostic> Diagnostics => [];

    /// <summary>The published bytes by file, relative to the root of the site.</summary>
    public IReadOnlyDictionary<string, byte[]> Files => _files;

    /// <summary>The bytes that answer an address; null when nothing does.</summary>
    public byte[]? this[UrlPath path] => _files.GetValueOrDefault(path.OutputFile);

    public void Begin() => _staged.Clear();

    public void Write(UrlPath path, ReadOnlySpan<byte> bytes) => _staged[path.OutputFile] = bytes.ToArray();

    public void Delete(UrlPath path) => _staged[path.OutputFile] = null;

    public void Commit(Manifest manifest)
    {
        var files = _files.ToBuilder();
        foreach (var (file, bytes) in _staged)
        {
            if (bytes is null)
            {
                files.Remove(file);
            }
            else
            {
                files[file] = bytes;
            }
        }

        _files = files.ToImmutable();
        Manifest = manifest;
        _staged.Clear();
    }

    public void Abandon() => _staged.Clear();
}
