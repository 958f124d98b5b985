using System.Globalization;
using Blog.Text;

namespace Blog.Cli;

/// <summary>What the tool prints besides diagnostics and the descriptions of commands and options.</summary>
internal static class Words
{
    // Help pages

    public const string UsageTitle = "\nUsage";
    public const string CommandsTitle = "Commands";
    public const string ArgumentsTitle = "Arguments";
    public const string ExamplesTitle = "Examples";
    public const string CommandPlaceholder = "COMMAND";
    public const string OptionsPlaceholder = "[options]";

    public static string HelpOfCommands(string command) => $"'{command} COMMAND --help' tells more about a command.";

    // Build

    public const string Stopped = "stopped, nothing published";

    public static string AndMore(int count) => Invariant($"and {count} more");

    public static string Count(int count, string one, string? many = null) => Invariant($"{count} {(count == 1 ? one : many ?? one + "s")}");

    public static string Nothing(int errors, int warnings) =>
        errors > 0
            ? $"nothing published: {Count(errors, "error")}{(warnings > 0 ? $", {Count(warnings, "warning")}" : "")}"
            : $"nothing published: {Count(warnings, "warning")}, and '--strict' makes them errors";

    public static string Seconds(TimeSpan time) => Invariant($"{time.TotalSeconds:0.00} s");

    public static string LeftOut(IEnumerable<(int Count, string Noun, string Option)> groups, IReadOnlyList<string> paths, int most)
    {
        var counts = string.Join(", ", groups.Select(group => $"{Count(group.Count, group.Noun)} ({group.Option})"));
        var more = paths.Count > most ? $", {AndMore(paths.Count - most)}" : "";
        return $"left out: {counts}: {string.Join(", ", paths.Take(most).Select(DiagnosticText.Printable))}{more}";
    }

    public static string Changed(string file) => $"  wrote {DiagnosticText.Printable(file)}";

    public static string Removed(string file) => $"  removed {DiagnosticText.Printable(file)}";

    public static string Progress(string stage) => $"{stage} …";

    // Preview

    public const string UnknownHost = "this preview does not answer to that name: start it with '--host NAME' if the name is yours";
    public const string UnknownMethod = "a preview is there to be read: GET and HEAD";
    public const string FromElsewhere = "pages of other sites may not read a preview";
    public const string NoToken = "the token is that of another run, or missing: load the page again";
    public const string NoSuchPage = "there is no such page";
    public const string NothingYet = "Nothing to show yet";
    public const string PageHasErrors = "This page has errors";
    public const string AllIsWell = "all errors are mended";

    public static string PreviewFailed(string reason) => $"the preview could not make this: {DiagnosticText.Printable(reason)}";

    public static string NoSuchHost(string host) => $"'{host}' is no address of this machine";

    public static string CannotWatch(string reason) => $"changes cannot be watched ({reason.TrimEnd('.')}), so the files are looked at twice a second";

    public static string NoWatchesLeft(Preview.WatchLimit limit) => Invariant(
        $"changes cannot be watched, for Linux allows no more than it does now ({limit.Name}{(limit.Value is { } value ? $" = {value}" : "")}), so the files are looked at twice a second; 'sudo sysctl {limit.Name}={limit.Enough}' raises the limit");

    public const string Rescanning = "rescanning: more changed at once than the system could tell";

    public static string Serving(string address) => $"preview: {address}  (Ctrl-C ends it)";

    public static string OtherPort(int wanted, int taken) => Invariant($"port {wanted} is taken, so it is {taken}");

    public static string OpenToOthers(IEnumerable<string> addresses) => $"whoever reaches {string.Join(" or ", addresses)} can read this preview, drafts and all";

    public static string PortNotAllowed(int port) => Invariant($"port {port} is not for everybody: choose one from 1024 on with '--port N'");

    public static string Saved(IReadOnlyList<string> files, TimeSpan time) =>
        Invariant($"{(files.Count > 3 ? $"{files[0]} {AndMore(files.Count - 1)}" : string.Join(", ", files))}: {time.TotalMilliseconds:0} ms");

    // Clean

    public static string Cleaned(int count, string folder, bool isDryRun) => count == 0
        ? $"nothing to remove: no build of this site has published to '{DiagnosticText.Printable(folder)}'"
        : $"{(isDryRun ? "would remove" : "removed")} {Count(count, "file")} from '{DiagnosticText.Printable(folder)}'";

    // New

    public static string Created(string path) => $"created {DiagnosticText.Printable(path)}";

    public static string Kept(string path, string lines) => $"{DiagnosticText.Printable(path)} exists and stays as it is; let it ignore {lines}";

    public const string Next = "next:";

    // List

    public static string NoneOf(string kind) => $"no {kind}";

    public static string ListIncomplete(int errors) => $"the list may be incomplete: {Count(errors, "error")}; 'blog build' shows them";

    // Try

    public static string Waiting(string what) => $"type {what}, then {(OperatingSystem.IsWindows() ? "Ctrl-Z and Enter" : "Ctrl-D on a line of its own")}:";

    public static string NotShown(int warnings) => $"nothing shown: {Count(warnings, "warning")}, and '--strict' makes them errors";

    public static string ValuesIncomplete(int errors) => $"the site's values may be incomplete: {Count(errors, "error")}; 'blog build' shows them";

    // Explain

    public static string LabelOf(Severity severity) => severity == Severity.Error ? "error" : "warning";

    public const string Another = "or: ";

    public const string WarningsPublish = "A warning does not stop the publication, unless '--strict' is given.";

    public static string Range(string first, string last) => first == last ? first : $"{first} to {last}";

    public const string MoreOfCodes = "'blog explain B3203' explains a code, 'blog explain B32' shows those that begin so.";

    // Failures

    public static string InternalError(string id, string version) => $"internal error {id} in blog {version}, please report it";

    public const string InternalErrorHelp = "  help: '--verbose' shows where it happened";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
