using System.Collections.Immutable;
using Blog.Cli.Terminal;
using Blog.Reading;
using Blog.Rendering;
using Blog.Text;

namespace Blog.Cli.Commands;

/// <summary>One run of <c>blog try template</c>.</summary>
internal sealed class TryTemplateRun(TryTemplateArguments arguments, Shell shell)
{
    private readonly Reporter _reporter = new(shell, Loudness.Normal);

    public int Run()
    {
        var (isJson, formatProblem) = SiteOptions.FormatOf(arguments.Format);
        var (now, clockProblem) = BuildInstant.Of(arguments.Clock, shell);
        var (root, rootProblem) = RootOf();
        var (data, dataProblem) = ValuesFile.Of(arguments.Data, shell);
        if (new[] { formatProblem, clockProblem, rootProblem, dataProblem }.OfType<Diagnostic>().ToImmutableArray() is { Length: > 0 } problems)
        {
            return Refuse(problems, isJson);
        }

        var template = StandardInput.Read(shell, "a template", PathOf(arguments.Name, root ?? shell.Folder));
        if (template is null)
        {
            return Refuse([Problems.EmptyInput("the template", "blog try template")], isJson);
        }

        var sources = root is null ? Sources.FromText("", Path.GetFileName(shell.Folder)) : Sources.Read(root);
        var options = new BuildOptions { Now = now, Jobs = Math.Max(1, shell.Cores) };
        var (plan, page) = PlanOf(sources, options, root);
        if (page is null)
        {
            return Refuse([Problems.NoPage(arguments.Page ?? "/", Spelling.Nearest(arguments.Page ?? "/", AddressesOf(plan)))], isJson);
        }

        var result = new TemplateTrial(template, plan.Site, sources.Templates, options) { Page = page.Value, Data = data }.Render();
        return Tell(result, plan, isJson);
    }

    private (string? Root, Diagnostic? Problem) RootOf() =>
        arguments.Source is null && !Directory.Exists(Path.Combine(shell.Folder, "content")) ? (null, null) : SiteOptions.RootOf(arguments.Source, shell);

    /// <summary>As a build would name the file if it is one of the theme, else as typed.</summary>
    private SitePath PathOf(string? name, string root)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return new(SourceText.StandardInput);
        }

        var path = new SitePath(Path.GetRelativePath(root, shell.PathOf(name)).Replace(Path.DirectorySeparatorChar, '/'));
        return path.IsUnder("templates") ? path : new(name.Replace(Path.DirectorySeparatorChar, '/'));
    }

    // Somebody who works on a draft may try a template on it; other pages are as a build shows them.
    private (SitePlan Plan, UrlPath? Page) PlanOf(Sources sources, BuildOptions options, string? root)
    {
        var plan = Build.Plan(sources, options);
        if (PageOf(plan, root) is { } page)
        {
            return (plan, page);
        }

        var whole = plan.LeftOut.IsEmpty ? plan : Build.Plan(sources, options with { IncludeDrafts = true, IncludeFuture = true, IncludeExpired = true });
        return (whole, PageOf(whole, root));
    }

    private UrlPath? PageOf(SitePlan plan, string? root)
    {
        var typed = arguments.Page ?? "/";
        var file = root is null ? null : Path.GetRelativePath(root, shell.PathOf(typed)).Replace(Path.DirectorySeparatorChar, '/');
        var address = BareAddressOf(typed, plan.Site.Config);
        return plan.Outputs.Outputs.FirstOrDefault(output => output.IsPage && (output.Path.Value.Trim('/') == address || output.Origin == file))?.Path;
    }

    /// <summary>As it may be copied from a browser: whole, percent-encoded, with the base path.</summary>
    private static string BareAddressOf(string typed, SiteConfig config)
    {
        var path = typed.StartsWith(config.Origin, StringComparison.Ordinal) ? typed[config.Origin.Length..] : typed;
        path = path.StartsWith(config.BasePath, StringComparison.Ordinal) ? path[config.BasePath.Length..] : path;
        return Uri.UnescapeDataString(path.Split('#', '?')[0]).Trim('/');
    }

    private static IEnumerable<string> AddressesOf(SitePlan plan) => plan.Outputs.Outputs.Where(output => output.IsPage).Select(output => output.Path.Value);

    private int Tell(TrialResult result, SitePlan plan, bool isJson)
    {
        var warnings = result.Diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Warning);
        var isRefused = arguments.IsStrict && warnings > 0;
        var output = isRefused ? null : result.Output;
        if (isJson)
        {
            _reporter.Answer(JsonReport.OfTrial(output, result.Diagnostics));
        }
        else
        {
            Show(output, result.Diagnostics);
            if (isRefused && result.Output is not null)
            {
                _reporter.Complain(Words.NotShown(warnings));
            }

            if (plan.Outputs.HasErrors)
            {
                _reporter.Remark(Words.ValuesIncomplete(plan.Outputs.Diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error)));
            }
        }

        return output is not null ? ExitCode.Done : ExitCode.Of(result.Diagnostics);
    }

    // The result first: what there is to say about it then stands nearest to the prompt.
    private void Show(string? output, ImmutableArray<Diagnostic> diagnostics)
    {
        if (output is not null)
        {
            _reporter.Answer(shell.IsOutputTerminal ? OnTerminal(output) : output);
        }

        _reporter.Show(diagnostics);
    }

    private static string OnTerminal(string output)
    {
        var lines = string.Join('\n', output.Split('\n').Select(DiagnosticText.Printable));
        return lines.Length == 0 || lines.EndsWith('\n') ? lines : lines + "\n";
    }

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
