using System.Collections.Immutable;
using System.Text;
using Blog.Cli.Terminal;
using Blog.Composing;
using Blog.Reading;
using Blog.Text;

namespace Blog.Cli.Commands;

/// <summary>One run of <c>blog try markdown</c>.</summary>
internal sealed class TryMarkdownRun(TryMarkdownArguments arguments, Shell shell)
{
    private readonly Reporter _reporter = new(shell, Loudness.Normal);

    public int Run()
    {
        var (isJson, formatProblem) = SiteOptions.FormatOf(arguments.Format);
        var (now, clockProblem) = BuildInstant.Of(arguments.Clock, shell);
        var (root, rootProblem) = RootOf();
        var (place, placeProblem) = PlaceOf(arguments.Name, root ?? shell.Folder);
        if (new[] { formatProblem, clockProblem, rootProblem, placeProblem }.OfType<Diagnostic>().ToImmutableArray() is { Length: > 0 } problems)
        {
            return Refuse(problems);
        }

        var input = StandardInput.Read(shell, isJson ? "a list of texts in JSON" : "Markdown", place ?? new(SourceText.StandardInput));
        if (input is null)
        {
            return Refuse([Problems.EmptyInput("the text", "blog try markdown")]);
        }

        var sources = root is null ? Sources.FromText("", Path.GetFileName(shell.Folder)) : Sources.Read(root);
        var trial = new MarkdownTrial(sources, new BuildOptions { Now = now, Jobs = Math.Max(1, shell.Cores) });
        return isJson ? AnswerList(trial, input, place) : AnswerOne(trial.Render(input.Bytes, place));
    }

    private (string? Root, Diagnostic? Problem) RootOf() =>
        arguments.Source is null && !Directory.Exists(Path.Combine(shell.Folder, "content")) ? (null, null) : SiteOptions.RootOf(arguments.Source, shell);

    private (SitePath? Place, Diagnostic? Problem) PlaceOf(string? name, string root)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return (null, null);
        }

        var path = new SitePath(Path.GetRelativePath(root, shell.PathOf(name)).Replace(Path.DirectorySeparatorChar, '/'));
        return path.IsUnder("content") && path.Extension == ".md" ? (path, null) : (null, Problems.NotAPlaceOfText(name));
    }

    private int AnswerOne(Post post)
    {
        var warnings = post.Diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Warning);
        var isRefused = arguments.IsStrict && warnings > 0;
        if (!isRefused)
        {
            var html = Encoding.UTF8.GetString(post.Html.Span);
            _reporter.Answer(shell.IsOutputTerminal ? string.Join('\n', html.Split('\n').Select(DiagnosticText.Printable)) : html);
        }

        _reporter.Show(post.Diagnostics);
        if (isRefused)
        {
            _reporter.Complain(Words.NotShown(warnings));
        }

        return isRefused || post.Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error) ? ExitCode.ContentErrors : ExitCode.Done;
    }

    // Each text carries its own messages, so the answer as a whole is good.
    private int AnswerList(MarkdownTrial trial, SourceFile input, SitePath? place)
    {
        if (MarkdownList.Read(input.Bytes) is not { } list)
        {
            return Refuse([Problems.NotAListOfTexts()]);
        }

        _reporter.Answer(JsonReport.OfTexts(list.Select(text => (text.Id, trial.Render(Encoding.UTF8.GetBytes(text.Markdown), place)))));
        return ExitCode.Done;
    }

    private int Refuse(ImmutableArray<Diagnostic> problems)
    {
        _reporter.Show(problems);
        return ExitCode.Refused;
    }
}
