using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Blog.Scriban.Runtime;
using Blog.Text;

namespace Blog.Scriban.Escaping;

/// <summary>Prints addresses: those that run scripts are replaced, characters that could end them are percent-encoded.</summary>
internal static partial class Addresses
{
    private const string Blocked = "#blocked";

    // What a scheme and a media type may be as long as; all that are known are shorter.
    private const int LongestStart = 80;

    private const string Unsafe = "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\v\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F \"'<>\\`\u007F%&";

    private static readonly SearchValues<char> EndsScheme = SearchValues.Create(":/?#\\");
    private static readonly SearchValues<char> InPath = SearchValues.Create(Unsafe);
    private static readonly SearchValues<char> InList = SearchValues.Create(Unsafe + ",");
    private static readonly SearchValues<char> InStyle = SearchValues.Create(Unsafe + "()");
    private static readonly SearchValues<char> InParameter = SearchValues.Create(Unsafe + "!#$()*+,/:;=?@[]^{|}");

    public static void Write(Frame frame, string text, EscapePlace place)
    {
        switch (place)
        {
            case EscapePlace.Parameter:
                Encode(frame.Output, text, InParameter);
                break;
            case EscapePlace.AddressPath:
                Encode(frame.Output, text, InPath);
                break;
            case EscapePlace.Address:
                WriteChecked(frame, "", text, InPath);
                break;
            case EscapePlace.AddressRest:
                WriteChecked(frame, Begun(frame.Output, "\"'"u8), text, InPath);
                break;
            case EscapePlace.AddressList:
                WriteList(frame, Trimmed(text));
                break;
            case EscapePlace.AddressListRest:
                WriteChecked(frame, Begun(frame.Output, "\"', "u8), text, InList);
                break;
            case EscapePlace.StyleAddress:
                WriteChecked(frame, Begun(frame.Output, "\"'("u8), text, InStyle);
                break;
        }
    }

    private static void WriteChecked(Frame frame, string before, string text, SearchValues<char> special)
    {
        text = before.Length == 0 ? Trimmed(text) : text;

        // A browser reads references across the seam.
        var isBlocked = before.Contains('&', StringComparison.Ordinal)
            ? IsBlocked("", CharacterReferences.Decode(before + HtmlText.Escape(text[..Math.Min(text.Length, LongestStart)])))
            : IsBlocked(before, text);
        if (!isBlocked)
        {
            Encode(frame.Output, text, special);
            return;
        }

        frame.Warn(frame.Here!, Problems.BlockedUrl(frame.Source, frame.Here!.Span, text)); // something is being printed
        frame.Output.Write(Blocked);
    }

    private static string Trimmed(string text)
    {
        var start = 0;
        while (start < text.Length && text[start] <= ' ')
        {
            start++;
        }

        var end = text.Length;
        while (end > start && text[end - 1] <= ' ')
        {
            end--;
        }

        return text[start..end];
    }

    // How the address begins that is being written, as far as it matters. Only the template's own quotes are in the output.
    private static string Begun(Output output, ReadOnlySpan<byte> starts)
    {
        var address = output.Written[(output.Written.LastIndexOfAny(starts) + 1)..];
        var text = Encoding.UTF8.GetString(address[..Math.Min(address.Length, LongestStart)]);
        return text[RefreshStart().Match(text).Length..];
    }

    // The seconds of a refresh.
    [GeneratedRegex(@"^[\s0-9.;,]*url\s*=\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RefreshStart();

    /// <summary>An address that runs a script: javascript, vbscript, and data of a kind that can hold one.</summary>
    /// <remarks>Browsers skip blanks and control characters in front of a scheme, and line ends and tabs within it.</remarks>
    public static bool IsBlocked(ReadOnlySpan<char> before, ReadOnlySpan<char> text)
    {
        if (before.IsEmpty && (text.IndexOfAny(EndsScheme) is var first && (first < 0 || text[first] != ':')))
        {
            return false;
        }

        Span<char> start = stackalloc char[LongestStart];
        var length = 0;
        for (var i = 0; i < before.Length + text.Length && length < start.Length; i++)
        {
            var c = i < before.Length ? before[i] : text[i - before.Length];
            if (c > ' ')
            {
                start[length++] = char.ToLowerInvariant(c);
            }
        }

        start = start[..length];
        var end = start.IndexOfAny(EndsScheme);
        return end >= 0 && start[end] == ':' && start[..end] switch
        {
            "javascript" or "vbscript" => true,
            "data" => !IsHarmless(start[(end + 1)..]),
            _ => false,
        };
    }

    private static bool IsHarmless(ReadOnlySpan<char> data)
    {
        var type = data.IndexOfAny(",;") is >= 0 and var end ? data[..end] : data;
        return type.IsEmpty || type.StartsWith("image/") || type.StartsWith("audio/") || type.StartsWith("video/") || type.StartsWith("font/")
            || type is "text/plain" or "text/csv" or "application/json" or "application/octet-stream" or "application/pdf";
    }

    private static void Encode(Output output, ReadOnlySpan<char> text, SearchValues<char> special)
    {
        var length = text.Length;
        Span<byte> encoded = stackalloc byte[3];
        for (var next = text.IndexOfAny(special); next >= 0; next = text.IndexOfAny(special))
        {
            output.Write(text[..next]);
            var c = text[next];
            if (c == '%' && text.Length > next + 2 && char.IsAsciiHexDigit(text[next + 1]) && char.IsAsciiHexDigit(text[next + 2]))
            {
                // Encoded already.
                output.Write("%"u8);
            }
            else if (c == ',' && special == InList && (next > 0 || text.Length < length) && text.Length > next + 1)
            {
                // In the middle of an address a comma ends nothing.
                output.Write(","u8);
            }
            else if (c == '&' && special != InParameter)
            {
                output.Write(special == InStyle ? "\\26 "u8 : "&amp;"u8);
            }
            else
            {
                encoded[0] = (byte)'%';
                ((byte)c).TryFormat(encoded[1..], out _, "X2", CultureInfo.InvariantCulture);
                output.Write(encoded);
            }

            text = text[(next + 1)..];
        }

        output.Write(text);
    }

    // "a.png 1x, b.png 2x"; what does not look like that is one address.
    private static void WriteList(Frame frame, string text)
    {
        if (!text.Contains(' ', StringComparison.Ordinal) || !List().IsMatch(text))
        {
            WriteChecked(frame, "", text, InList);
            return;
        }

        var isFirst = true;
        foreach (Match candidate in Candidate().Matches(text))
        {
            frame.Output.Write(isFirst ? "" : ", ");
            isFirst = false;
            WriteChecked(frame, "", candidate.Groups["address"].Value, InList);
            frame.Output.Write(candidate.Groups["width"].Value);
        }
    }

    private const string OneCandidate = @"(?<address>[^\s,](?:\S*[^\s,])?)(?<width> +[0-9.]+[wxh])?";

    [GeneratedRegex(@"\A(?:" + OneCandidate + @"\s*(?:,\s+|\z))+\z", RegexOptions.CultureInvariant)]
    private static partial Regex List();

    [GeneratedRegex(OneCandidate + @"\s*(?:,\s+|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Candidate();
}
