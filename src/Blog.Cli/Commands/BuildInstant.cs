using System.Globalization;
using Blog.Cli.Terminal;
using Blog.Text;

namespace Blog.Cli.Commands;

/// <summary>The instant of a build: <c>--clock</c>, else SOURCE_DATE_EPOCH, else the clock.</summary>
internal static class BuildInstant
{
    // The forms in which posts are dated; without an offset, UTC: the site's zone is not known before its files are read.
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss zzz", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    public static (DateTimeOffset Now, Diagnostic? Problem) Of(string? typed, Shell shell)
    {
        if (typed is not null)
        {
            return DateTimeOffset.TryParseExact(typed.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
                ? (instant, null)
                : (default, Problems.NotATime("--clock", typed));
        }

        // https://reproducible-builds.org/specs/source-date-epoch/
        if (shell.Variable("SOURCE_DATE_EPOCH") is { Length: > 0 } epoch)
        {
            var isNumber = long.TryParse(epoch, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds);
            return isNumber && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
                ? (DateTimeOffset.FromUnixTimeSeconds(seconds), null)
                : (default, Problems.NotAnEpoch(epoch));
        }

        return (shell.Clock.GetUtcNow(), null);
    }
}
