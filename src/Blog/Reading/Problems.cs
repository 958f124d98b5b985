using System.Globalization;
using Blog.Text;
using static Blog.Text.Diagnostic;

namespace Blog.Reading;

/// <summary>Everything that reading has to say, on one page.</summary>
/// <remarks>B1001 to B1019 are about the configuration: such an error ends with exit code 2, others of this stage with 1.</remarks>
public static class Problems
{
    /// <summary>True for codes of the configuration (site.yaml, options, the site's folder).</summary>
    public static bool IsConfiguration(string code) => string.CompareOrdinal(code, "B1001") >= 0 && string.CompareOrdinal(code, "B1019") <= 0;

    /// <summary>True when the machine lacks something (time zones): exit code 4.</summary>
    public static bool IsMachine(string code) => code == "B1006";

    // Configuration

    /// <summary>A problem of any file, told of site.yaml.</summary>
    internal static Diagnostic InConfiguration(Diagnostic problem) => problem with { Code = "B1001" };

    internal static Diagnostic UnknownSetting(SourceText source, TextSpan place, string key, string? within, string? nearest, IReadOnlyList<string> known) =>
        Error("B1002", within is null ? $"'{key}' is not a setting" : $"'{key}' is not a setting of '{within}'", source, place,
            nearest is not null ? $"did you mean '{nearest}'?"
            : within is null ? $"values of your own go under 'params'; the settings are {string.Join(", ", known)}"
            : $"known are {string.Join(", ", known)}");

    internal static Diagnostic WrongSettingType(SourceText source, TextSpan place, string key, string expected, string found) =>
        Error("B1003", $"'{key}': expected {expected}, found {found}", source, place);

    internal static Diagnostic BadSetting(SourceText source, TextSpan place, string key, string value, string reason, string help) =>
        Error("B1004", $"'{key}' cannot be '{Short(value)}': {reason}", source, place, help);

    internal static Diagnostic BadBaseUrlOption(string value, string reason) =>
        Error("B1004", $"--base-url cannot be '{value}': {reason}", null, default, "write it like --base-url https://example.org/blog/");

    internal static Diagnostic UnknownTimeZone(SourceText source, TextSpan place, string name, string? nearest) =>
        Error("B1005", $"there is no time zone '{name}'", source, place,
            nearest is not null ? $"did you mean '{nearest}'?" : "write a name of the IANA list, such as Asia/Shanghai, Europe/Berlin or UTC");

    internal static Diagnostic NoTimeZones(SourceText source, TextSpan place, string name) =>
        Error("B1006", $"this system has no time zones, so '{name}' is not known", source, place, "install the package 'tzdata'");

    internal static Diagnostic SeveralLanguages(SourceText source, TextSpan place) =>
        Error("B1007", "several languages are not supported yet", source, place, "set 'lang' for the site, and 'lang' in the front matter of a text in another language");

    internal static Diagnostic NoContent(string root) =>
        Error("B1008", $"there is no folder 'content' in '{root}'", null, default, "run blog in the folder of the site, name it with --source, or make one with 'blog new site'");

    // Files and folders

    internal static Diagnostic Unreadable(SitePath path, string reason) => Error("B1020", $"'{path}' cannot be read: {reason}", null, default);

    internal static Diagnostic UnreadableFolder(SitePath path, string reason) => Error("B1021", $"the folder '{path}' cannot be read: {reason}", null, default);

    internal static Diagnostic LinkLeavesSite(SitePath path, string target) =>
        Error("B1022", $"the link '{path}' leads out of the site, to '{target}'", null, default, "copy what it names into the site");

    internal static Diagnostic LinkToHidden(SitePath path, string target) =>
        Error("B1023", $"the link '{path}' leads to '{target}', which is never published", null, default);

    internal static Diagnostic DanglingLink(SitePath path, string target) =>
        Warning("B1024", $"the link '{path}' leads to '{target}', where nothing is", null, default);

    internal static Diagnostic LinkInCircle(SitePath path) =>
        Warning("B1025", $"the link '{path}' leads to a folder that it lies in, and is not followed", null, default);

    internal static Diagnostic SpecialFile(SitePath path, string kind) => Warning("B1026", $"'{path}' is {kind} and no file, and is left out", null, default);

    internal static Diagnostic Secret(SitePath path) =>
        Warning("B1027", $"'{path}' looks like a secret and is not published", null, default, "move it out of the site's folder");

    internal static Diagnostic SameNameTwice(SitePath path) =>
        Error("B1028", $"two files are named '{path}', differing only in how accents are encoded", null, default, "rename one of them");

    internal static Diagnostic UnsafeName(SourceText source, string name, string reason) =>
        Error("B1029", $"the name '{name}' {reason}", source, default, "rename the file, for a site must be buildable on every system");

    internal static Diagnostic NameTooLong(SourceText source, string name, int bytes, int limit) =>
        Error("B1030", $"the name '{name[..24]}…' has {bytes} bytes, and file systems allow {limit}", source, default, "rename the file");

    // Text

    internal static Diagnostic NotUtf8(SourceText source, int offset, byte first, string guess) =>
        Error("B1031", $"the byte {first.ToString("X2", CultureInfo.InvariantCulture)} is not UTF-8; the file looks like {guess}", source, new(offset, 1),
            source.Path == SourceText.StandardInput ? $"put 'iconv -f {guess} -t UTF-8' into the pipe, or save the text as UTF-8"
            : $"iconv -f {guess} -t UTF-8 {source.Path} > {source.Path}.utf8, then take the new file");

    internal static Diagnostic SavedAs(SourceText source, string encoding) =>
        Warning("B1032", $"saved as {encoding}", source, default, "save it as UTF-8");

    internal static Diagnostic ControlCharacter(SourceText source, int offset, char first, int count) =>
        Warning("B1033", $"the control character U+{(int)first:X4}" + (count == 1 ? "" : $" and {count - 1} more"), source, new(offset, 1), "remove it; it is shown as U+FFFD");

    internal static Diagnostic LooksBinary(SourceText source, string kind) =>
        Error("B1034", $"looks binary: this is {kind}, not text", source, default, "give it the name that fits what it is");

    internal static Diagnostic TooLarge(SourceText source, long bytes, int limit) =>
        Error("B1035", $"a text of {Megabytes(bytes)} MB is over the limit of {Megabytes(limit)} MB", source, default, "split it");

    internal static Diagnostic InvisibleCharacter(SourceText source, TextSpan place, string text, string where)
    {
        var rune = text.EnumerateRunes().FirstOrDefault(rune => Slug.IsInvisible(rune) || rune.Value is 0xA0 or 0x3000);
        return Warning("B1036", $"invisible character U+{rune.Value:X4} in {where}", source, place, "it is left out; delete it");
    }

    // YAML and JSON

    internal static Diagnostic YamlSyntax(SourceText source, TextSpan place, string message, string? help) => Error("B1040", message, source, place, help);

    internal static Diagnostic YamlTag(SourceText source, int offset, string tag, string? help) =>
        Error("B1041", $"'{tag}' is a tag, and no value is made from tags", source, new(offset, 1), help ?? "remove the tag");

    internal static Diagnostic NestedTooDeep(SourceText source, TextSpan place, int limit) => Error("B1042", $"nested deeper than {limit}", source, place);

    internal static Diagnostic YamlTooLong(SourceText source, TextSpan place, int bytes, int limit) =>
        Error("B1043", $"{bytes / 1024} KB of values are over the limit of {limit / 1024} KB", source, place, "tables belong into content/data/");

    internal static Diagnostic TooManyValues(SourceText source, TextSpan place, int limit) => Error("B1044", $"more than {limit} values", source, place);

    internal static Diagnostic TooManyAliases(SourceText source, TextSpan place, int limit) =>
        Error("B1045", $"too many aliases: what they stand for has more than {limit} values", source, place);

    internal static Diagnostic RefersToItself(SourceText source, TextSpan place, string name) => Error("B1046", $"'*{name}' refers to itself", source, place);

    internal static Diagnostic EqualKeys(SourceText source, TextSpan place, string key, TextSpan first) =>
        Error("B1047", $"'{key}' stands here and in line {source.PositionOf(first.Start).Line}", source, place, "remove one of the two") with
        {
            Notes = [new($"the first '{key}':", source, first)],
        };

    internal static Diagnostic UnusedAnchor(SourceText source, TextSpan place, string name) =>
        Warning("B1048", $"'&{name}' is read as an anchor and is not part of the text", source, place, "quote the text, if it is text");

    internal static Diagnostic SecondDocument(SourceText source, TextSpan place) => Error("B1049", "a second document begins here", source, place, "remove the '---'");

    internal static Diagnostic JsonSyntax(SourceText source, int offset, string reason) => Error("B1050", $"this is not JSON: {reason}", source, new(offset, 1));

    internal static Diagnostic JsonNotClosed(SourceText source) => Error("B1050", "the JSON object that begins in line 1 is not closed", source, new(0, 1), "put '}' at its end");

    // Front matter

    internal static Diagnostic FrontMatterNotClosed(SourceText source) =>
        Error("B1060", "front matter opened in line 1 is not closed", source, new(0, 3), "put '---' on a line of its own below the keys; for a rule in the first line write '***'");

    internal static Diagnostic FrontMatterIsNoMap(SourceText source, TextSpan place) =>
        Error("B1061", "front matter must be lines of 'key: value'", source, place, "for a rule in the first line write '***' instead of '---'");

    internal static Diagnostic FileIsNoMap(SourceText source, TextSpan place) => Error("B1061", "expected lines of 'key: value'", source, place);

    internal static Diagnostic DataIsNoMap(SourceText source, YamlNode root) =>
        Error("B1061", $"expected names with values, found {root.Kind}", source, root.Span with { Length = Math.Min(root.Span.Length, 1) },
            "give it a name, by which the template can ask for it: 'items: …'");

    internal static Diagnostic FrontMatterIsToml(SourceText source) =>
        Error("B1062", "front matter in TOML is not supported", source, new(0, 3), "put '---' in place of both '+++', and write 'key: value' in place of 'key = value'");

    internal static Diagnostic FrontMatterNotOpened(SourceText source, int offset) =>
        Warning("B1063", "front matter without its opening '---'", source, new(offset, 1), "put '---' on a line of its own above this one");

    internal static Diagnostic FrontMatterNotFirst(SourceText source, int offset) =>
        Warning("B1063", "front matter must begin in line 1", source, new(offset, 1), "remove the empty lines above the '---'");

    internal static Diagnostic UnknownKey(SourceText source, TextSpan place, string key, string? nearest) =>
        Warning("B1064", $"'{key}' is not a known key", source, place, nearest is not null ? $"did you mean '{nearest}'?" : "values of your own go under 'extra'");

    internal static Diagnostic ForeignKey(SourceText source, TextSpan place, string key, string meant) =>
        Warning("B1065", $"'{key}' is a key of other generators and does nothing here", source, place, $"write '{meant}', or put it under 'extra'");

    internal static Diagnostic TwoNamesOneKey(SourceText source, TextSpan place, string key, string other, TextSpan first, string winner) =>
        Warning("B1066", $"'{key}' means the same as '{other}'; '{winner}' is used", source, place, "remove one of the two") with
        {
            Notes = [new($"'{other}':", source, first)],
        };

    internal static Diagnostic WrongFrontMatterType(SourceText source, TextSpan place, string key, string expected, string found) =>
        Error("B1067", $"'{key}': expected {expected}, found {found}", source, place,
            expected == "text" && source.Text.AsSpan(place.Start) is ['[' or '{', ..] ? YamlLine.Of(source, source.PositionOf(place.Start).Line).Quoted() : null);

    internal static Diagnostic BadMacro(SourceText source, TextSpan place, Diagnostic found) => Error("B1073", found.Message, source, place, found.Help);

    internal static Diagnostic UnknownValue(SourceText source, TextSpan place, string key, string value, IReadOnlyList<string> known) =>
        Error("B1068", $"'{key}' cannot be '{Short(value)}'", source, place,
            Spelling.Nearest(value, known) is { } nearest ? $"did you mean '{nearest}'?" : $"write one of {string.Join(", ", known)}");

    internal static Diagnostic YesOrNo(SourceText source, TextSpan place, string key, string written, string meant) =>
        Warning("B1069", $"'{key}': '{written}' is text in YAML 1.2, read as {meant}", source, place, $"write '{meant}'");

    internal static Diagnostic NoDate(SourceText source, TextSpan place, string value, string reason) =>
        Error("B1070", $"'{Short(value)}' is not a date: {reason}", source, place, "write 2026-01-31, 2026-01-31 13:18 or 2026-01-31T13:18:50+08:00");

    internal static Diagnostic DateNamesZone(SourceText source, TextSpan place, string value, string reason) =>
        Error("B1071", $"'{Short(value)}' is not a date: {reason}", source, place, "write the offset, such as +08:00, or leave it out for the site's time zone");

    internal static Diagnostic NoDateAtAll(SourceText source, bool hasNoFrontMatter) =>
        Warning("B1072", "this post has no date and is listed last", source, default,
            hasNoFrontMatter ? "begin the file with '---', 'date: 2026-01-31', '---' on three lines" : "add 'date: 2026-01-31' to the front matter, or put the date in front of the file's name");

    // Addresses

    internal static Diagnostic UnsafeAddress(SourceText source, TextSpan place, string key, string value, string reason) =>
        Error("B1080", $"'{key}' cannot be '{Short(value)}': it {reason}", source, place,
            key == "slug" ? "write one name without '/', such as word2vec" : "write a path of this site, such as /notes/word2vec/");

    internal static Diagnostic UnknownToken(SourceText source, TextSpan place, string token, string? nearest) =>
        Error("B1081", $"':{token}' is nothing that an address can be made of", source, place,
            nearest is not null ? $"did you mean ':{nearest}'?" : "known are :year, :month, :day, :slug, :categories and others");

    internal static Diagnostic PatternNeedsDate(SourceText source, TextSpan place, string pattern) =>
        Error("B1082", $"the address '{pattern}' needs a date, and this post has none", source, place, "add 'date: 2026-01-31' to the front matter");

    internal static Diagnostic NamesDifferByDate(Entry entry, Entry holder, int count) =>
        Warning("B1085", $"'{holder.Url}' is the address of {holder.Path}, so this post is at '{entry.DatedUrl}'" + (count > 2 ? string.Create(CultureInfo.InvariantCulture, $", and so on: {count} files have this name") : ""),
            entry.Source, default, "give it a 'slug', or write 'permalink: /:year/:month/:slug/' in content/site.yaml");

    internal static Diagnostic PermalinkIsFlag(SourceText source, TextSpan place) =>
        Warning("B1086", "a 'permalink' is an address; this one is left out", source, place, "write 'draft: true' for a page that is not to be published, 'listed: nowhere' for one that is not to be listed");

    internal static Diagnostic EmptySlug(SourceText source, TextSpan place, string written, string slug) =>
        Warning("B1083", $"nothing of '{Short(written)}' can stand in an address; it is '{slug}' now", source, place, "write a slug with letters or digits");

    internal static Diagnostic SlugCut(SourceText source, TextSpan place, int limit) =>
        Warning("B1084", $"the slug is longer than {limit} bytes and is cut", source, place, "write a shorter 'slug'");

    // A value of a hostile file may be as long as the file.
    private static string Short(string value) => value.Length > 80 ? value[..80] + "…" : value;

    private static string Megabytes(long bytes) => (bytes / (1024.0 * 1024.0)).ToString("0.#", CultureInfo.InvariantCulture);
}
