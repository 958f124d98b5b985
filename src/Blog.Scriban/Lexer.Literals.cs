using System.Globalization;
using System.Numerics;
using System.Text;
using Blog.Text;

namespace Blog.Scriban;

internal sealed partial class Lexer
{
    /// <summary>The longest whole number that can be written down; reading takes time that grows with the square of it.</summary>
    internal const int MostDigits = 1_000;

    private void LexVerbatim(bool space)
    {
        var start = _at++;
        var end = EndOfText(start);
        var value = new StringBuilder();
        while (_at < end)
        {
            if (Peek() == '`')
            {
                if (Peek(1) != '`')
                {
                    _at++;
                    _tokens.Add(new(TokenKind.Literal, TextSpan.FromBounds(start, _at), value.ToString(), space));
                    LookAtText(start);
                    return;
                }

                _at++;
            }

            value.Append(_text[_at++]);
        }

        UnclosedText(new(start, 1));
        _tokens.Add(new(TokenKind.Literal, TextSpan.FromBounds(start, _at), value.ToString(), space));
    }

    private void LexString(bool space)
    {
        var start = _at++;
        var quote = _text[start];
        var count = _tokens.Count;
        var end = EndOfText(start);
        LexStringPart(quote, end, interpolated: false);
        Value value = _tokens.Count > count ? _tokens[^1].Value : "";
        _tokens.RemoveRange(count, _tokens.Count - count);
        if (_at >= end)
        {
            UnclosedText(new(start, 1));
        }
        else
        {
            _at++;
            LookAtText(start);
        }

        _tokens.Add(new(TokenKind.Literal, TextSpan.FromBounds(start, _at), value, space));
    }

    // Where a text ends at the latest: with its line or block when its closing quote is known to be missing.
    private int EndOfText(int start)
    {
        if (cuts?.Contains(start) != true)
        {
            return _text.Length;
        }

        var rest = _text.AsSpan(start + 1);
        var line = rest.IndexOfAny('\n', '\r');
        var block = options.Mode == TemplateMode.ScriptOnly ? -1 : rest.IndexOf("}}");
        var end = line < 0 || (block >= 0 && block < line) ? block : line;
        return end < 0 ? _text.Length : start + 1 + (end == block && end > 0 && rest[end - 1] is '-' or '~' ? end - 1 : end);
    }

    private void UnclosedText(TextSpan opening)
    {
        report(Problems.UnclosedString(source, opening));
        _longTexts.Add(opening);
    }

    // A text with the end of a block in it may well be one whose closing quote is missing.
    private void LookAtText(int start)
    {
        if (_text.AsSpan(start, _at - start).Contains("}}", StringComparison.Ordinal))
        {
            _longTexts.Add(TextSpan.FromBounds(start, _at));
        }
    }

    /// <summary>The characters up to the closing quote or, in an interpolation, up to a <c>{</c>; neither is consumed.</summary>
    private void LexStringPart(char quote, int end, bool interpolated)
    {
        var start = _at;
        var value = new StringBuilder();
        while (_at < end && Peek() != quote && !(interpolated && Peek() == '{'))
        {
            if (Peek() == '\\')
            {
                LexEscapeSequence(value, interpolated);
            }
            else
            {
                value.Append(_text[_at++]);
            }
        }

        if (value.Length > 0)
        {
            _tokens.Add(new(TokenKind.StringPart, TextSpan.FromBounds(start, _at), value.ToString()));
        }
    }

    private void LexEscapeSequence(StringBuilder value, bool interpolated)
    {
        var start = _at;
        var c = Peek(1);
        _at = Math.Min(_at + 2, _text.Length);
        switch (c)
        {
            case '0': value.Append('\0'); break;
            case '\'' or '"' or '\\': value.Append(c); break;
            case '{' when interpolated: value.Append(c); break;
            case 'b': value.Append('\b'); break;
            case 'f': value.Append('\f'); break;
            case 'n': value.Append('\n'); break;
            case 'r': value.Append('\r'); break;
            case 't': value.Append('\t'); break;
            case 'v': value.Append('\v'); break;
            case '\n': break;
            case '\r': _at += Peek() == '\n' ? 1 : 0; break;
            case 'u' when LexHex(4, value): break;
            case 'x' when LexHex(2, value): break;
            default: report(Problems.BadEscape(source, TextSpan.FromBounds(start, _at), _text[start.._at])); break;
        }
    }

    private bool LexHex(int digits, StringBuilder value)
    {
        if (_at + digits > _text.Length ||
            !ushort.TryParse(_text.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return false;
        }

        value.Append((char)code);
        _at += digits;
        return true;
    }

    private void LexNumber(bool space)
    {
        var start = _at;
        var value = Peek() == '0' && Peek(1) is ('x' or 'X') ? HexNumber()
            : Peek() == '0' && Peek(1) is ('b' or 'B') ? BinaryNumber()
            : DecimalNumber();
        if (value is null)
        {
            report(Problems.BadNumber(source, TextSpan.FromBounds(start, _at), _text[start.._at]));
        }

        _tokens.Add(new(TokenKind.Literal, TextSpan.FromBounds(start, _at), value ?? 0, space));
    }

    private string Digits(Func<char, bool> isDigit)
    {
        var start = _at;
        while (isDigit(Peek()) || Peek() == '_')
        {
            _at++;
        }

        return _text[start.._at].Replace("_", "", StringComparison.Ordinal);
    }

    private Value? HexNumber()
    {
        _at += 2;
        var digits = Digits(char.IsAsciiHexDigit);
        var unsigned = TakeSuffix('u');
        if (digits.Length is 0 or > MostDigits)
        {
            return null;
        }

        var number = BigInteger.Parse("0" + digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return Pattern(number, unsigned);
    }

    private Value? BinaryNumber()
    {
        _at += 2;
        var digits = Digits(c => c is '0' or '1');
        if (digits.Length is 0 or > MostDigits)
        {
            return null;
        }

        var number = digits.Aggregate(BigInteger.Zero, (sum, digit) => (sum << 1) + (digit - '0'));
        if (Peek() == '.' && Peek(1) is ('0' or '1'))
        {
            _at++;
            var fraction = Digits(c => c is '0' or '1');
            var value = (double)number;
            for (var i = 0; i < fraction.Length; i++)
            {
                value += fraction[i] == '1' ? Math.Pow(2, -i - 1) : 0;
            }

            return TakeSuffix('f') ? (float)value : TakeSuffix('d') ? value : value;
        }

        return Pattern(number, TakeSuffix('u'));
    }

    // Without 'u' a 32 or 64 bit pattern is signed: 0xffffffff is -1.
    private static Value Pattern(BigInteger number, bool unsigned) =>
        unsigned ? number
        : number <= uint.MaxValue ? (long)(int)(uint)number
        : number <= ulong.MaxValue ? (long)(ulong)number
        : number;

    private bool TakeSuffix(char suffix)
    {
        if (char.ToLowerInvariant(Peek()) != suffix || IsIdentifierPart(Peek(1)))
        {
            return false;
        }

        _at++;
        return true;
    }

    private Value? DecimalNumber()
    {
        var start = _at;
        var whole = Digits(char.IsAsciiDigit);
        var isReal = false;
        if (Peek() == '.' && Peek(1) != '.' && !StartsMember(1))
        {
            if (_text.AsSpan(start, _at - start).Contains('_'))
            {
                return null;
            }

            isReal = true;
            _at++;
            while (char.IsAsciiDigit(Peek()))
            {
                _at++;
            }
        }

        var exponent = 0;
        if (Peek() is 'e' or 'E' && (char.IsAsciiDigit(Peek(1)) || (Peek(1) is '+' or '-' && char.IsAsciiDigit(Peek(2)))))
        {
            var exponentStart = _at + 1;
            _at += 2;
            while (char.IsAsciiDigit(Peek()))
            {
                _at++;
            }

            if (!int.TryParse(_text.AsSpan(exponentStart, _at - exponentStart), CultureInfo.InvariantCulture, out exponent))
            {
                return null;
            }
        }

        var text = _text[start.._at].Replace("_", "", StringComparison.Ordinal);
        if (TakeSuffix('f'))
        {
            return float.Parse(text, CultureInfo.InvariantCulture);
        }

        if (TakeSuffix('m'))
        {
            return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
        }

        if (TakeSuffix('d') || isReal)
        {
            return double.Parse(text, CultureInfo.InvariantCulture);
        }

        return exponent is < 0 or > MostDigits || whole.Length > MostDigits ? null
            : BigInteger.Parse(whole, CultureInfo.InvariantCulture) * BigInteger.Pow(10, exponent);
    }

    // "5.size" is a member, "5.m", "5.e3" and "5. " are numbers
    private bool StartsMember(int offset)
    {
        var c = char.ToLowerInvariant(Peek(offset));
        return IsIdentifierStart(c) && !(c is 'f' or 'd' or 'm' && !IsIdentifierPart(Peek(offset + 1)))
            && !(c == 'e' && (char.IsAsciiDigit(Peek(offset + 1)) || (Peek(offset + 1) is '+' or '-' && char.IsAsciiDigit(Peek(offset + 2)))));
    }
}
