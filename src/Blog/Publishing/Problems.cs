using System.Globalization;
using Blog.Text;

namespace Blog.Publishing;

/// <summary>All that publishing says to the author, on one page.</summary>
public static class Problems
{
    // Addresses

    public static Diagnostic TwoOutputsOneAddress(Output first, Output second) => AddressError("B4001", second, first,
        $"two outputs for the address '{first.Path}': {first.Origin} and {second.Origin}",
        RemedyFor(first, second) ?? "give one of them another 'slug' or 'permalink', or rename its file");

    // Other tools make feeds and lists of templates among the texts; here the site makes them by itself.
    private static string? RemedyFor(Output first, Output second) => (IsFile(first), IsFile(second)) switch
    {
        (true, false) => RemedyFor(first),
        (false, true) => RemedyFor(second),
        _ => null,
    };

    private static bool IsFile(Output output) => output.Origin.StartsWith("content/", StringComparison.Ordinal);

    private static string RemedyFor(Output file) => file.Origin.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
        ? $"the site makes this one by itself: write 'draft: true' in {file.Origin} if that is what it was for, else give it another 'permalink'"
        : $"the site makes this one by itself: delete {file.Origin} if that is what it was for, else rename it";

    public static Diagnostic AlmostTheSameAddress(Output first, Output second) => AddressError("B4002", second, first,
        $"the addresses '{first.Path}' ({first.Origin}) and '{second.Path}' ({second.Origin}) differ only {DifferenceOf(first.Path, second.Path)}",
        "many file systems take them for one; give one of them another 'slug' or 'permalink', or rename its file");

    public static Diagnostic FileAndFolder(Output file, Output below) => AddressError("B4003", file, below,
        $"'{file.Path}' ({file.Origin}) would be a file, and '{below.Path}' ({below.Origin}) needs a folder of that name",
        "let the first one's address end with '/', or rename one of them");

    public static Diagnostic RefusedName(Output output, string segment, string reason) => AddressError("B4004", output, output,
        $"the address '{output.Path}' ({output.Origin}) cannot be published everywhere: '{segment}' {reason}",
        "give it another 'slug' or 'permalink', or rename its file");

    public static Diagnostic LongName(Output output, string segment, int bytes) => AddressError("B4005", output, output,
        string.Create(CultureInfo.InvariantCulture, $"'{segment}' in the address of {output.Origin} is too long for a file name: {bytes} bytes of at most {OutputName.LongestSegment}"),
        "give it a shorter 'slug' or 'permalink', or rename its file");

    public static Diagnostic AddressOutside(Output output) => AddressError("B4006", output, output,
        $"the address '{output.Path}' ({output.Origin}) does not lie in the site",
        "an address begins with '/' and has no '.', '..' or empty part");

    // The output folder

    public static Diagnostic NoOutputFolder() => Error("B4010",
        "the output folder is an empty text",
        "name a folder: '--output public'");

    public static Diagnostic UnusableOutputFolder(string output, string reason) => Error("B4011",
        $"the output folder '{output}' {reason}",
        "name a folder: '--output public'");

    public static Diagnostic ProtectedFolder(string output, string rule) => Error("B4012",
        $"the output folder '{output}' {rule}; publishing there could destroy it",
        "choose a folder of its own for the output: '--output public'");

    public static Diagnostic NotOurs(string output) => Error("B4013",
        $"the output folder '{output}' is not empty, and this site did not publish it",
        "choose another folder, empty it, or type '--adopt' to take it over: files that the site publishes are replaced, all others stay");

    public static Diagnostic NotOurFile(string file) => Error("B4014",
        $"'{file}' in the output folder is not ours, and the site publishes a file of that name",
        "move it away, or type '--adopt' to replace it");

    public static Diagnostic Blocked(string file, string reason) => Error("B4015",
        $"'{file}' cannot be published: {reason}",
        "remove it from the output folder by hand; it is not ours");

    public static Diagnostic WouldShrink(int lost, int pages) => Error("B4016",
        string.Create(CultureInfo.InvariantCulture, $"would remove {lost} of {pages} pages; use --allow-shrink"),
        "is this the right content folder? if the pages are really to go, type '--allow-shrink'");

    // The run

    public static Diagnostic CacheDiscarded(string reason) => Warning("B4020",
        $"cache discarded: {reason}; everything is made anew",
        null);

    public static Diagnostic CacheNotWritable(string folder, string reason) => Warning("B4021",
        $"'{folder}' cannot be written, so nothing is remembered of this build: {reason}",
        "the next build will ask for '--adopt', because it cannot know the output folder");

    public static Diagnostic FinishingInterruptedPublish() => Warning("B4022",
        "finishing an interrupted publish",
        null);

    public static Diagnostic AnotherBuildIsRunning(string holder) => Error("B4023",
        $"another build of this site is running: process {holder}",
        "wait for it or stop it, then type the command again");

    private static string DifferenceOf(UrlPath first, UrlPath second) =>
        string.Equals(first.OutputFile, second.OutputFile, StringComparison.OrdinalIgnoreCase) ? "by case" : "by case or Unicode normalization";

    // Told where the author can mend it: at the one of the two that is written in a text.
    private static Diagnostic AddressError(string code, Output output, Output other, string message, string help) =>
        output.Source is null && other.Source is not null ? AddressError(code, other, output, message, help) : Diagnostic.Error(code, message, output.Source, output.Place, help);

    private static Diagnostic Error(string code, string message, string? help) => Diagnostic.Error(code, message, null, default, help);

    private static Diagnostic Warning(string code, string message, string? help) => Diagnostic.Warning(code, message, null, default, help);
}
