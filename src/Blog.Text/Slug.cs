using System.Globalization;
using System.Text;

namespace Blog.Text;

/// <summary>Names for addresses, made from titles and terms in any script.</summary>
public static class Slug
{
    // Names that differ only in characters a slug drops; a site adds its own under terms.slugs.
    private static readonly Dictionary<string, string> KnownTerms = new(StringComparer.Ordinal)
    {
        ["c++"] = "cpp",
        ["c#"] = "csharp",
        ["f#"] = "fsharp",
        ["c/c++"] = "c-cpp",
        ["g++"] = "gpp",
        [".net"] = "dotnet",
        ["asp.net"] = "aspnet",
        ["notepad++"] = "notepadpp",
    };

    /// <summary>
    /// Of a category or tag: letters, digits and marks of any script in lower case, other runs one '-'. Never empty: a term of
    /// punctuation or emoji alone becomes a short hash.
    /// </summary>
    public static string OfTerm(string term)
    {
        var folded = Fold(term);
        if (KnownTerms.TryGetValue(folded, out var known))
        {
            return known;
        }

        // c++17, c++20: the letters of the language, then the version.
        if (folded.StartsWith("c++", StringComparison.Ordinal))
        {
            folded = "cpp" + folded[3..];
        }

        var slug = new StringBuilder(folded.Length);
        foreach (var rune in folded.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                slug.Append(rune);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var text = slug.ToString().TrimEnd('-');
        return text.Length > 0 ? text : Fingerprint.Of(folded).Short(8);
    }

    /// <summary>
    /// Of a heading, as GitHub makes them: lower case, letters, digits, marks, '-' and '_' stay, blanks become '-', the rest goes.
    /// Empty when nothing is left.
    /// </summary>
    public static string OfHeading(string heading)
    {
        var slug = new StringBuilder(heading.Length);
        foreach (var rune in heading.Trim().EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_'
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber)
            {
                slug.Append(Rune.ToLowerInvariant(rune));
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                slug.Append('-');
            }
        }

        return slug.ToString();
    }

    /// <summary>The form in which two terms are compared: NFKC (which folds width), lower case, invisible characters removed, blanks trimmed.</summary>
    public static string Fold(string term)
    {
        var result = new StringBuilder(term.Length);
        foreach (var rune in Normalized(term.Trim(), NormalizationForm.FormKC).EnumerateRunes())
        {
            if (!IsInvisible(rune))
            {
                result.Append(Rune.ToLowerInvariant(rune));
            }
        }

        return result.ToString().Trim();
    }

    /// <summary>The text in a normal form; what is no character (half of a surrogate pair, U+FFFE), which .NET refuses to normalise, becomes U+FFFD.</summary>
    public static string Normalized(string text, NormalizationForm form)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            valid.Append((rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF ? Rune.ReplacementChar : rune);
        }

        return valid.ToString().Normalize(form);
    }

    /// <summary>Zero-width and bidirectional control characters: nothing that a name should hang on.</summary>
    public static bool IsInvisible(Rune rune) => rune.Value is 0xAD or 0x61C or 0xFEFF or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x2064)
        or (>= 0x2066 and <= 0x206F);
}
