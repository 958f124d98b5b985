using Blog.Text;

namespace Blog.Cli;

/// <summary>All that the command line says about how it was called, on one page. Codes B0xxx; exit code 2 unless a line says otherwise.</summary>
internal static class Problems
{
    // The command line

    public static Diagnostic UnknownCommand(string word, string parent, string? guess, IReadOnlyList<string> known) => Error("B0001",
        $"'{word}' is not a command of '{parent}'",
        guess is null ? $"commands: {string.Join(", ", known)}" : $"did you mean '{parent} {guess}'?");

    /// <param name="owner">The command that knows the option; null when none does.</param>
    public static Diagnostic UnknownOption(string option, string command, string? guess, string? owner) => Error("B0002",
        $"'{option}' is not an option of '{command}'",
        guess is not null ? $"did you mean '{guess}'?"
        : owner is not null ? $"it is an option of '{owner}'"
        : $"'{command} --help' lists the options");

    public static Diagnostic ValueMissing(string option, string? value) => Error("B0003",
        $"'{option}' needs a value",
        $"type '{option} {value ?? "VALUE"}'");

    public static Diagnostic GivenTwice(string option) => Error("B0004",
        $"'{option}' takes one value, and more than one is given",
        null);

    public static Diagnostic UnexpectedArgument(string word, string command, bool readsInput) => Error("B0005",
        $"'{command}' does not know what to do with '{word}'",
        readsInput ? $"it reads the standard input: type '{command} < {(word.Contains(' ') ? $"\"{word}\"" : word)}'"
        : word.Contains(' ') ? null : $"'{command} --help' shows what it takes; a text with blanks stands in quotes");

    public static Diagnostic ArgumentMissing(string argument, string command) => Error("B0006",
        $"'{command}' needs {argument}",
        $"'{command} --help' shows examples");

    public static Diagnostic CommandMissing(string command, IReadOnlyList<string> known) => Error("B0007",
        $"'{command}' needs one more word",
        $"one of: {string.Join(", ", known)}");

    public static Diagnostic WrongUsage(string message) => Error("B0008", message, null);

    public static Diagnostic UnknownValue(string what, string word, IReadOnlyList<string> known) => Error("B0009",
        $"'{word}' is not a value of {what}",
        Spelling.Nearest(word, known) is { } guess ? $"did you mean '{guess}'?" : $"one of: {string.Join(", ", known)}");

    public static Diagnostic NotANumberOfJobs(string word) => Error("B0010",
        $"'{word}' is not a number of workers",
        "a whole number from 1; without '--jobs', one worker for each processor");

    public static Diagnostic NotATime(string option, string word) => Error("B0011",
        $"'{word}' in '{option}' is not a time",
        "for example 2026-01-31 or 2026-01-31T08:00:00+08:00");

    public static Diagnostic NotAnEpoch(string word) => Error("B0012",
        $"the environment variable SOURCE_DATE_EPOCH is '{word}', and not a number of seconds since 1970-01-01",
        "unset it, or type '--clock TIME'");

    public static Diagnostic UnknownCode(string word, string? guess) => Error("B0013",
        $"no message has the code '{word}'",
        guess is not null ? $"did you mean '{guess}'?" : "a code is like B3203; 'blog explain' shows which there are");

    // The site

    public static Diagnostic NoFolder(string folder) => Error("B0020",
        $"there is no folder '{folder}'",
        "'--source' names the folder that holds 'content'");

    public static Diagnostic NoSite(string folder) => Error("B0021",
        $"'{folder}' is not a site: it has no folder 'content'",
        "start one with 'blog new site', or name the site's folder with '--source FOLDER'");

    /// <remarks>Exit code 1.</remarks>
    public static Diagnostic Exists(string path, string help) => Error("B0022",
        $"'{path}' exists already; nothing was changed",
        help);

    public static Diagnostic NoTitle() => Error("B0023",
        "the title is empty",
        "type 'blog new post \"A title\"'");

    // The machine; exit code 4

    public static Diagnostic MachineFailed(string reason) => Error("B0030",
        reason,
        null);

    // Trying things out

    public static Diagnostic NoDataFile(string path, string option, string? guess) => Error("B0040",
        $"there is no file '{path}'",
        guess is null ? $"'{option}' names a file of values, in YAML or JSON" : $"did you mean '{guess}'?");

    public static Diagnostic NoDataFormat(string path) => Error("B0041",
        $"'{path}' is not known to hold values",
        "values come from files that end in .yaml, .yml or .json");

    public static Diagnostic EmptyInput(string what, string command) => Error("B0042",
        $"the standard input is empty, and {what} is read from there",
        $"type '{command} < FILE'");

    public static Diagnostic NotAPort(string typed) => Error("B0048",
        $"'{typed}' is no port",
        "a port is a number from 1 to 65535");

    public static Diagnostic NoFreePort(int port) => Error("B0049",
        $"none of the ports from {port} on is free",
        "choose another one: '--port N'");

    public static Diagnostic NoFormulaList(string reason) => Error("B0046",
        $"the standard input is no list of formulas: {reason}",
        "write '[{\"id\": 1, \"tex\": \"x^2\"}]', or leave '--format json' out");

    public static Diagnostic NoListOfCode(string reason) => Error("B0047",
        $"the standard input is no list of code: {reason}",
        "with '--format json' it is '[{\"id\": 1, \"lang\": \"python\", \"code\": \"…\"}]'");

    public static Diagnostic NoPage(string page, string? guess) => Error("B0043",
        $"the site has no page '{page}'",
        guess is null ? "an address such as /posts/first/, or a file such as content/posts/first.md" : $"did you mean '{guess}'?");

    public static Diagnostic NotAListOfTexts() => Error("B0044",
        "the standard input is not a list of texts in JSON",
        "for example [{\"id\": 1, \"markdown\": \"some *text*\"}]; a text alone needs no '--format json'");

    public static Diagnostic NotAPlaceOfText(string path) => Error("B0045",
        $"'{path}' is no Markdown file of the site",
        "'--name' takes a file below 'content' that ends in .md, which need not exist");

    private static Diagnostic Error(string code, string message, string? help) => Diagnostic.Error(code, message, null, default, help);
}
