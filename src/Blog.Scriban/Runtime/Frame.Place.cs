using System.Globalization;
using System.Runtime.CompilerServices;
using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban.Runtime;

// Where a rendering is, for messages: the items of its loops, the includes around it, the page.
internal sealed partial class Frame
{
    // The loops further out say less and less.
    private const int MostLoops = 2;

    // A template that includes itself does so a hundred times; the page, which comes last, is always told.
    private const int MostIncludes = 8;

    private readonly bool _doubtsConditions;

    private Diagnostic WithPlace(Diagnostic diagnostic)
    {
        var notes = diagnostic.Notes.ToBuilder();
        var loops = 0;
        for (var loop = Loop; loop is not null && loops < MostLoops; loop = loop.Outer)
        {
            if (NameOf(loop) is { } name)
            {
                loops++;
                notes.Add(new(string.Create(CultureInfo.InvariantCulture, $"with '{name}' as item {loop.Index + 1} of {loop.Length}: {loop.Value.Described}")));
            }
        }

        for (var i = _includedFrom.Count - 1; i >= 0; i--)
        {
            if (i > 0 && i <= _includedFrom.Count - MostIncludes)
            {
                notes.Add(new(string.Create(CultureInfo.InvariantCulture, $"included from {i} more templates")));
                i = 0;
            }

            notes.Add(new("included from", _includedFrom[i].Source, _includedFrom[i].Span, Quote.Words));
        }

        if (_building is not null)
        {
            notes.Add(new("while building " + _building));
        }

        return Problems.Shortened(diagnostic) with { Notes = notes.ToImmutable() };
    }

    /// <summary>Whether a condition holds; with all lints on, one that holds for nothing is worth a word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Holds(Expression condition, Value value)
    {
        if (_doubtsConditions && value.IsTrue)
        {
            DoubtCondition(condition, value);
        }

        return value.IsTrue;
    }

    private void DoubtCondition(Expression condition, Value value)
    {
        var isHollow = value.Kind switch
        {
            ValueKind.Text => ((string)value.Ref!).Length == 0,
            ValueKind.Html => ((Html)value.Ref!).Utf8.IsEmpty,
            ValueKind.Array => ((ScriptArray)value.Ref!).Count == 0,
            ValueKind.Integer => value.Bits == 0,
            _ => false,
        };
        if (isHollow && condition is Variable or Syntax.Local or Member or Indexer or Parenthesis && IsNews(condition))
        {
            _diagnostics.Add(WithPlace(Problems.HollowCondition(this, condition, value)));
        }
    }

    // Null for a 'while', which has no items.
    private static string? NameOf(LoopLayer loop) =>
        loop.Shadow is { } local ? "$" + local.Name : loop.Name is { Length: > 0 } name ? name : null;
}
