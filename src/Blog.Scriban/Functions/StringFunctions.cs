using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Blog.Scriban.Runtime;

namespace Blog.Scriban.Functions;

/// <summary>The object <c>string</c>.</summary>
internal static class StringFunctions
{
    public static ScriptObject Make()
    {
        var o = new ScriptObject(64);
        void Add(string name, string parameters, BuiltinCall call) => Builtins.Add(o, name, parameters, call, "string");

        Add("append", "text:s with:s", (f, a) => f.Joined(a[0].Text(), a[1].Text()));
        Add("base64_decode", "text:s", Base64Decode);
        Add("base64_encode", "text:s", (_, a) => Convert.ToBase64String(Utf8(a[0])));
        Add("capitalize", "text:s", (_, a) => a[0].Text() is { Length: > 0 } text ? char.ToUpperInvariant(text[0]) + text[1..] : "");
        Add("capitalizewords", "text:s", (_, a) => CapitalizeWords(a[0].Text()));
        Add("contains", "text:s value:s", (f, a) => a[1].Text().Length > 0 && Searched(f, a).Contains(a[1].Text(), StringComparison.Ordinal));
        Add("downcase", "text:s", (_, a) => (a[0].Ref as string)?.ToLowerInvariant());
        Add("empty", "text:s", (_, a) => a[0].Text().Length == 0);
        Add("ends_with", "text:s value:s", (_, a) => a[1].Text().Length > 0 && a[0].Text().EndsWith(a[1].Text(), StringComparison.Ordinal));
        Add("equals_ignore_case", "text:s value:s",
            (_, a) => !a[0].IsNull && string.Equals(a[0].Text(), a[1].Ref as string, StringComparison.OrdinalIgnoreCase));
        Add("escape", "text:s", Escape);
        Add("handleize", "text:s", (_, a) => Handleize(a[0].Text()));
        Add("hmac_sha1", "text:s secretKey:s", (_, a) => Hex(HMACSHA1.HashData(Utf8(a[1]), Utf8(a[0]))));
        Add("hmac_sha256", "text:s secretKey:s", (_, a) => Hex(HMACSHA256.HashData(Utf8(a[1]), Utf8(a[0]))));
        Add("hmac_sha512", "text:s secretKey:s", (_, a) => Hex(HMACSHA512.HashData(Utf8(a[1]), Utf8(a[0]))));
        Add("index_of", "text:s search:s startIndex:i? count:i? stringComparison:s?", IndexOf);
        Add("literal", "text:s", Literal);
        Add("lstrip", "text:s", (_, a) => (a[0].Ref as string)?.TrimStart());
        Add("md5", "text:s", (_, a) => Hex(MD5.HashData(Utf8(a[0]))));
        Add("pad_left", "text:s width:i", (f, a) => a[0].Text().PadLeft(Width(f, a)));
        Add("pad_right", "text:s width:i", (f, a) => a[0].Text().PadRight(Width(f, a)));
        Add("pluralize", "number:i singular:s plural:s", (_, a) => a[0].Bits == 1 ? a[1] : a[2]);
        Add("prepend", "text:s by:s", (f, a) => f.Joined(a[1].Text(), a[0].Text()));
        Add("remove", "text:s remove:s", (f, a) => a[1].Text().Length == 0 ? a[0] : Searched(f, a).Replace(a[1].Text(), "", StringComparison.Ordinal));
        Add("remove_first", "text:s remove:s", (f, a) => ReplaceOnce(f, a[0].Text(), a[1].Text(), "", fromEnd: false));
        Add("remove_last", "text:s remove:s", (f, a) => ReplaceOnce(f, a[0].Text(), a[1].Text(), "", fromEnd: true));
        Add("replace", "text:s match:s replace:s", Replace);
        Add("replace_first", "text:s match:s replace:s fromEnd:b?", (f, a) => ReplaceOnce(f, a[0].Text(), a[1].Text(), a[2].Text(), a[3].IsTrue));
        Add("rstrip", "text:s", (_, a) => (a[0].Ref as string)?.TrimEnd());
        Add("sha1", "text:s", (_, a) => Hex(SHA1.HashData(Utf8(a[0]))));
        Add("sha256", "text:s", (_, a) => Hex(SHA256.HashData(Utf8(a[0]))));
        Add("sha512", "text:s", (_, a) => Hex(SHA512.HashData(Utf8(a[0]))));
        Add("size", "text:s", (_, a) => a[0].Text().Length);
        Add("slice", "text:s start:i length:i?", (_, a) => Slice(a[0].Text(), a[1].Int(), a[2].IsNull ? int.MaxValue : a[2].Int()));
        Add("slice1", "text:s start:i length:i=1", (_, a) => Slice(a[0].Text(), a[1].Int(), a[2].Int()));
        Add("split", "text:s match:s", Split);
        Add("starts_with", "text:s value:s", (_, a) => a[1].Text().Length > 0 && a[0].Text().StartsWith(a[1].Text(), StringComparison.Ordinal));
        Add("strip", "text:s", (_, a) => (a[0].Ref as string)?.Trim());
        Add("strip_newlines", "text:s", (_, a) => a[0].Text().Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal));
        Add("to_double", "text:s", (f, a) => double.TryParse(a[0].Text(), Real, f.Culture, out var n) ? n : default(Value));
        Add("to_float", "text:s", (f, a) => float.TryParse(a[0].Text(), Real, f.Culture, out var n) ? n : default(Value));
        Add("to_int", "text:s", (f, a) => int.TryParse(a[0].Text(), NumberStyles.Integer, f.Culture, out var n) ? n : default(Value));
        Add("to_long", "text:s", (f, a) => long.TryParse(a[0].Text(), NumberStyles.Integer, f.Culture, out var n) ? n : default(Value));
        Add("truncate", "text:s length:i ellipsis:s=...", (f, a) => Truncate(f, a[0].Text(), a[1].Int(), a[2].Text()));
        Add("truncatewords", "text:s count:i ellipsis:s=...", TruncateWords);
        Add("upcase", "text:s", (_, a) => (a[0].Ref as string)?.ToUpperInvariant());
        Add("whitespace", "text:s", (_, a) => string.IsNullOrWhiteSpace(a[0].Text()));
        return o;
    }

    private const NumberStyles Real = NumberStyles.Float | NumberStyles.AllowThousands;

    private static byte[] Utf8(Value text) => Encoding.UTF8.GetBytes(text.Text());

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    /// <summary>The first argument, in which the second is about to be looked for.</summary>
    private static string Searched(Frame frame, ReadOnlySpan<Value> a)
    {
        frame.Budget.Search(a[0].Text().Length, a[1].Text().Length);
        return a[0].Text();
    }

    private static int Width(Frame frame, ReadOnlySpan<Value> a)
    {
        var width = Math.Max(a[0].Text().Length, a[1].Int());
        frame.Budget.Text(width);
        return width;
    }

    private static Value Escape(Frame frame, ReadOnlySpan<Value> a)
    {
        var result = new TextBuilder(frame);
        Printer.AppendEscaped(result, a[0].Text());
        return result.Finish();
    }

    private static Value Literal(Frame frame, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull)
        {
            return default;
        }

        var result = new TextBuilder(frame);
        Printer.AppendQuoted(result, a[0].Text());
        return result.Finish();
    }

    private static Value Base64Decode(Frame frame, ReadOnlySpan<Value> a)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(a[0].Text()));
        }
        catch (FormatException)
        {
            throw new TemplateException("the text is not base64", "it has letters, digits, '+', '/' and at its end '='") { Argument = 0 };
        }
    }

    private static string CapitalizeWords(string text)
    {
        var result = new StringBuilder(text);
        for (var i = 0; i < result.Length; i++)
        {
            if (i == 0 || char.IsWhiteSpace(text[i - 1]))
            {
                result[i] = char.ToUpperInvariant(text[i]);
            }
        }

        return result.ToString();
    }

    private static string Handleize(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                result.Append(char.ToLowerInvariant(c));
            }
            else if (result.Length == 0 || result[^1] != '-')
            {
                result.Append('-');
            }
        }

        return result.ToString().TrimEnd('-');
    }

    private static Value IndexOf(Frame frame, ReadOnlySpan<Value> a)
    {
        var text = a[0].Text();
        var comparison = a[4].Ref switch
        {
            // No comparison by culture: its rules differ from machine to machine.
            null or "Ordinal" or "InvariantCulture" or "CurrentCulture" => StringComparison.Ordinal,
            "OrdinalIgnoreCase" or "InvariantCultureIgnoreCase" or "CurrentCultureIgnoreCase" => StringComparison.OrdinalIgnoreCase,
            _ => throw new TemplateException($"'{a[4].Text()}' is no comparison", "use 'Ordinal' or 'OrdinalIgnoreCase'") { Argument = 4 },
        };
        var start = a[2].IsNull ? 0 : a[2].Int();
        if (start < 0 || start > text.Length)
        {
            throw new TemplateException("the start lies outside the text", "take one from 0 to the size of the text") { Argument = 2 };
        }

        var count = a[3].IsNull ? text.Length - start : a[3].Int();
        frame.Budget.Search(text.Length - start, a[1].Text().Length);
        return count >= 0 && count <= text.Length - start ? text.IndexOf(a[1].Text(), start, count, comparison)
            : throw new TemplateException("the count reaches outside the text", "leave it out to look up to the end") { Argument = 3 };
    }

    private static Value Replace(Frame frame, ReadOnlySpan<Value> a)
    {
        if (a[1].Text().Length == 0)
        {
            throw new TemplateException("the text to replace is empty", "give it at least one character") { Argument = 1 };
        }

        var (text, match, replacement) = (a[0].Text(), a[1].Text(), a[2].Text());
        frame.Budget.Search(text.Length, match.Length);
        frame.Budget.Text(text.Length + ((long)text.AsSpan().Count(match) * (replacement.Length - match.Length)));
        return text.Replace(match, replacement, StringComparison.Ordinal);
    }

    private static string ReplaceOnce(Frame frame, string text, string match, string replacement, bool fromEnd)
    {
        frame.Budget.Search(text.Length, match.Length);
        frame.Budget.Text((long)text.Length + replacement.Length);
        var at = match.Length == 0 ? -1
            : fromEnd ? text.LastIndexOf(match, StringComparison.OrdinalIgnoreCase)
            : text.IndexOf(match, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? text : string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + match.Length));
    }

    private static string Slice(string text, int start, int length)
    {
        start = start < 0 ? start + text.Length : Math.Min(start, text.Length);
        if (start < 0)
        {
            // What lies in front of the text counts as taken.
            length = length == int.MaxValue ? length : length + start;
            start = 0;
        }

        return text.Substring(start, Math.Clamp(length, 0, text.Length - start));
    }

    private static Value Split(Frame frame, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull)
        {
            return new ScriptArray([], isSequence: true);
        }

        var (text, match) = (a[0].Text(), a[1].Text());
        frame.Budget.Search(text.Length, match.Length);
        var parts = new List<Value>();
        for (var start = 0; start < text.Length;)
        {
            var found = match.Length == 0 ? -1 : text.IndexOf(match, start, StringComparison.Ordinal);
            var end = found < 0 ? text.Length : found;
            if (end > start)
            {
                frame.Budget.Text(end - start);
                frame.Budget.List(1);
                parts.Add(text[start..end]);
            }

            start = end + match.Length;
        }

        return new ScriptArray(parts, isSequence: true);
    }

    private static string Truncate(Frame frame, string text, int length, string ellipsis)
    {
        if (text.Length <= length)
        {
            return text;
        }

        frame.Budget.Text((long)text.Length + ellipsis.Length);
        var kept = (int)Math.Max(0, (long)length - ellipsis.Length);
        kept -= kept > 0 && char.IsHighSurrogate(text[kept - 1]) ? 1 : 0;
        return string.Concat(text.AsSpan(0, kept), ellipsis);
    }

    private static Value TruncateWords(Frame frame, ReadOnlySpan<Value> a)
    {
        var (text, count, result) = (a[0].Text(), Math.Max(0, a[1].Int()), new TextBuilder(frame));
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            if (count-- == 0)
            {
                result.Append(a[2].Text());
                break;
            }

            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            result.Append(result.Length > 0 ? " " : "").Append(text.AsSpan(start, at - start));
        }

        return result.Finish();
    }
}
