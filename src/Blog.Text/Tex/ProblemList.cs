using System.Collections.Immutable;

namespace Blog.Text.Tex;

/// <summary>What is wrong with one formula, and whether it can be shown all the same.</summary>
internal sealed class ProblemList
{
    /// <summary>More say nothing new about a formula, and advice costs time.</summary>
    private const int MostReported = 20;

    private readonly List<Diagnostic> _problems = [];

    public bool IsEmpty => _problems.Count == 0;

    /// <summary>The problem for which the reader sees the source instead of a formula.</summary>
    public Diagnostic? Fatal { get; private set; }

    /// <summary>Whether another report would be kept: asked before advice is looked for.</summary>
    public bool IsFull => _problems.Count == MostReported;

    public void Clear()
    {
        _problems.Clear();
        Fatal = null;
    }

    public void Add(string code, string message, TextSpan span, string? help = null)
    {
        // The second argument of \frac is missing, too: said once.
        var isRepeated = _problems.Count > 0 && _problems[^1].Span == span && _problems[^1].Code == code;
        if (!IsFull && !isRepeated && Fatal is null)
        {
            _problems.Add(Diagnostic.Warning(code, message, null, span, help));
        }
    }

    public void AddFatal(string code, string message, TextSpan span, string? help = null)
    {
        if (Fatal is null)
        {
            Fatal = Diagnostic.Warning(code, message, null, span, help);
            _problems.Add(Fatal);
        }
    }

    public ImmutableArray<Diagnostic> ToArray() => IsEmpty ? [] : [.. _problems];
}
