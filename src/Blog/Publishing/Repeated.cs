using System.Collections.Immutable;
using System.Globalization;
using Blog.Text;

namespace Blog.Publishing;

/// <summary>One mistake in a template is met by every page that is made of it: it is told for the first page, with the number of the others.</summary>
internal static class Repeated
{
    public static ImmutableArray<Diagnostic> Once(IEnumerable<Diagnostic> ofPages) =>
    [
        .. ofPages.GroupBy(one => (one.Severity, one.Code, one.Message, one.Source?.Path, one.Span))
            .SelectMany(same => same.Key.Path is null ? same.AsEnumerable() : [Counted(same.First(), same.Count() - 1)]),
    ];

    private static Diagnostic Counted(Diagnostic first, int others)
    {
        if (others == 0)
        {
            return first;
        }

        var kind = first.Severity == Severity.Error ? "error" : "warning";
        var note = string.Create(CultureInfo.InvariantCulture, $"same {kind} on {others} more {(others == 1 ? "page" : "pages")}");
        return first with { Notes = first.Notes.Add(new(note)) };
    }
}
