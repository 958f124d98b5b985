using System.Collections.Immutable;
using Blog.Cli.Terminal;
using Blog.Composing;
using Blog.Text;
using Blog.Text.Tex;

namespace Blog.Cli.Commands;

/// <summary>One run of <c>blog try math</c>.</summary>
internal sealed class TryMathRun(TryMathArguments arguments, Shell shell)
{
    private readonly Reporter _reporter = new(shell, Loudness.Normal);

    public int Run()
    {
        var (isJson, formatProblem) = SiteOptions.FormatOf(arguments.Format);
        var (file, fileProblem) = ValuesFile.Of(arguments.Macros, shell, "--macros");
        var (macros, macroProblems) = file is null ? (MathMacros.None, []) : FormulaTrial.MacrosOf(file);
        if (new[] { formatProblem, fileProblem }.OfType<Diagnostic>().Concat(macroProblems).ToImmutableArray() is { Length: > 0 } problems)
        {
            return Refuse(problems, isJson);
        }

        if (StandardInput.Read(shell, isJson ? "a list of formulas" : "a formula", new(SourceText.StandardInput)) is not { } input)
        {
            return Refuse([Problems.EmptyInput("the formula", "blog try math")], isJson);
        }

        return isJson ? TellAll(input.Bytes, macros) : Tell(FormulaTrial.Of(input.Text, arguments.IsDisplay, macros));
    }

    private int TellAll(ReadOnlyMemory<byte> json, MathMacros macros)
    {
        var (answer, found, problem) = FormulaList.Set(json, macros);
        if (problem is not null)
        {
            return Refuse([problem], isJson: true);
        }

        _reporter.Answer(answer ?? "");
        return IsRefused(found) ? ExitCode.ContentErrors : ExitCode.Done;
    }

    // The result first: what there is to say about it then stands nearest to the prompt.
    private int Tell(FormulaTrial trial)
    {
        var isRefused = IsRefused(trial.Diagnostics);
        if (!isRefused)
        {
            _reporter.Answer((shell.IsOutputTerminal ? DiagnosticText.Printable(trial.Html) : trial.Html) + "\n");
        }

        _reporter.Show(trial.Diagnostics);
        if (isRefused)
        {
            _reporter.Complain(Words.NotShown(trial.Diagnostics.Length));
        }

        return isRefused ? ExitCode.ContentErrors : ExitCode.Done;
    }

    private bool IsRefused(ImmutableArray<Diagnostic> found) => arguments.IsStrict && !found.IsEmpty;

    private int Refuse(ImmutableArray<Diagnostic> problems, bool isJson)
    {
        if (isJson)
        {
            _reporter.Answer(JsonReport.OfTrial(null, problems));
        }
        else
        {
            _reporter.Show(problems);
        }

        return ExitCode.Refused;
    }
}
