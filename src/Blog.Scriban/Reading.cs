using System.Collections.Immutable;
using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban;

/// <summary>One reading of a source. What is broken is read again with a guess of what is missing, so that one slip gives one message.</summary>
internal sealed record Reading(Block Body, bool HasReturn, int ContentStart, List<Diagnostic> Diagnostics, LexedCode Code, bool IsForeign)
{
    private const int MostGuesses = 20;

    // Errors, and warnings: what follows twenty of a kind is not read by anybody.
    private const int MostOfAKind = 20;

    private static readonly HashSet<int> NoCuts = [];

    private int Errors => Diagnostics.Count(d => d.Severity == Severity.Error);

    // What is in a broken block is not even counted, so one of them is worse than any number of errors.
    private (int, int) Badness => (Code.Broken.Count, Errors);

    public static Reading Of(SourceText source, TemplateOptions options)
    {
        var reading = Once(source, options, NoCuts);
        if (reading is { Errors: 0, IsForeign: false })
        {
            return reading;
        }

        var cuts = new HashSet<int>();
        for (var guesses = 0; guesses < MostGuesses && reading.Errors > 0 && reading.Code.LongTexts.Find(text => !cuts.Contains(text.Start)) is { Length: > 0 } text; guesses++)
        {
            cuts.Add(text.Start);
            var other = Once(source, options, cuts);
            if (other.Badness.CompareTo(reading.Badness) <= 0)
            {
                reading = other;
            }
            else
            {
                cuts.Remove(text.Start);
                break;
            }
        }

        return reading.IsForeign ? Once(source, options, cuts, knowsOtherLanguages: true) : reading;
    }

    private static Reading Once(SourceText source, TemplateOptions options, HashSet<int> cuts, bool knowsOtherLanguages = false)
    {
        List<Diagnostic> diagnostics = [];
        var code = new Lexer(source, options, problem => Add(diagnostics, problem), cuts).Code();
        var parser = new Parser(source, options, code, diagnostics) { KnowsOtherLanguages = knowsOtherLanguages };
        var body = parser.Parse();
        foreach (var block in code.Broken.Where(block => !diagnostics.Exists(d => d.Code == "T103" && block.Contains(d.Span.Start))).ToList())
        {
            Add(diagnostics, Problems.UnclosedBlock(source, block));
        }

        var hasLooseEnds = diagnostics.Exists(d => d.Code is "T109" or "T110");
        return new(body, parser.HasReturn, parser.ContentStart, [.. diagnostics.DistinctBy(d => (d.Code, d.Span))], code,
            options.Lints != Lints.None && (parser.HasForeignEnd || (hasLooseEnds && parser.MeetsForeignBlocks)));
    }

    /// <summary>In the order of the source, and no more of a kind than anybody reads.</summary>
    public static ImmutableArray<Diagnostic> Shown(List<Diagnostic> diagnostics) =>
        [.. diagnostics.OrderBy(d => d.Span.Start).GroupBy(d => d.Severity).SelectMany(kind => kind.Take(MostOfAKind)).OrderBy(d => d.Span.Start)];

    public static void Add(List<Diagnostic> diagnostics, Diagnostic diagnostic)
    {
        if (diagnostics.Count(d => d.Severity == diagnostic.Severity) < MostOfAKind)
        {
            diagnostics.Add(Problems.Shortened(diagnostic));
        }
    }
}
