using System.Buffers;

namespace Blog.Scriban.Escaping;

/// <summary>Reads the literal text of templates as a browser would: tags, attributes, comments, and what the content of each element is.</summary>
internal ref partial struct HtmlReader
{
    private static readonly SearchValues<char> EndsName = SearchValues.Create("\t\n\f\r />");
    private static readonly SearchValues<char> EndsAttributeName = SearchValues.Create("\t\n\f\r />=");
    private static readonly SearchValues<char> EndsValue = SearchValues.Create("\t\n\f\r >");

    private readonly ReadOnlySpan<char> _text;
    private HtmlState _state;
    private int _at;

    private HtmlReader(HtmlState state, ReadOnlySpan<char> text)
    {
        _state = state;
        _text = text;
    }

    private readonly ReadOnlySpan<char> Rest => _text[_at..];

    /// <summary>The state behind a text that begins in another.</summary>
    public static HtmlState Read(HtmlState state, ReadOnlySpan<char> text)
    {
        if (state.Language == MarkupLanguage.None)
        {
            return state;
        }

        var reader = new HtmlReader(state, text);
        while (reader._at < text.Length)
        {
            reader.Step();
        }

        return reader._state;
    }

    private void Step()
    {
        switch (_state.Mode)
        {
            case HtmlMode.Text:
                if (Skip('<'))
                {
                    _state = _state with { Mode = HtmlMode.TagOpen };
                }

                break;
            case HtmlMode.TagOpen:
                ReadTagOpen();
                break;
            case HtmlMode.TagName:
                ReadTagName();
                break;
            case HtmlMode.Tag or HtmlMode.AfterAttributeName:
                ReadTag();
                break;
            case HtmlMode.AttributeName:
                ReadAttributeName();
                break;
            case HtmlMode.BeforeValue:
                ReadBeforeValue();
                break;
            case HtmlMode.Value:
                ReadValue();
                break;
            case HtmlMode.Comment:
                ReadComment();
                break;
            case HtmlMode.BogusComment:
                ReadBogusComment();
                break;
            case HtmlMode.CdataSection:
                SkipTo("]]>");
                break;
            case HtmlMode.Instruction:
                SkipTo("?>");
                break;
            case HtmlMode.Lost:
                _at = _text.Length;
                break;
            default:
                ReadRaw();
                break;
        }
    }

    // To behind the character; false when it does not come.
    private bool Skip(char c)
    {
        var found = Rest.IndexOf(c);
        _at = found < 0 ? _text.Length : _at + found + 1;
        return found >= 0;
    }

    private void SkipTo(string end)
    {
        var found = Rest.IndexOf(end);
        _at = found < 0 ? _text.Length : _at + found + end.Length;
        if (found >= 0)
        {
            ToText();
        }
    }

    private void ToText() => _state = HtmlState.StartOf(_state.Language) with { Foreign = _state.Foreign };

    private void ReadTagOpen()
    {
        var c = _text[_at];
        if (char.IsAsciiLetter(c) || (_state.Language == MarkupLanguage.Xml && (char.IsLetter(c) || c is '_' or ':')))
        {
            _state = _state with { Mode = HtmlMode.TagName, Element = "", Tag = default, Attribute = default };
        }
        else if (c == '/')
        {
            _at++;
            _state = _state with { Mode = HtmlMode.TagName, Element = "/", Tag = default, Attribute = default };
        }
        else if (Rest.StartsWith("!--"))
        {
            // A ">" or "->" right behind it would end it.
            _at += 3;
            _state = _state with { Mode = HtmlMode.Comment, Run = 2 };
        }
        else if (_state.ReadsAsXml && Rest.StartsWith("![CDATA["))
        {
            _at += "![CDATA[".Length;
            _state = _state with { Mode = HtmlMode.CdataSection };
        }
        else if (c == '?' && _state.Language == MarkupLanguage.Xml)
        {
            _state = _state with { Mode = HtmlMode.Instruction };
        }
        else
        {
            _state = _state with { Mode = c is '!' or '?' ? HtmlMode.BogusComment : HtmlMode.Text, Run = 0 };
        }
    }

    private void ReadTagName()
    {
        if (_state.Element == "/" && !char.IsAsciiLetter(_text[_at]) && _state.Language == MarkupLanguage.Html)
        {
            _state = _state with { Mode = HtmlMode.BogusComment, Run = 0 };
            return;
        }

        var length = Rest.IndexOfAny(EndsName) is >= 0 and var found ? found : Rest.Length;
        _state = _state with { Element = Longer(_state.Element, Rest[..length]) };
        _at += length;
        if (_at < _text.Length)
        {
            _state = _state with { Mode = HtmlMode.Tag };
        }
    }

    // No name that means anything is that long; text and branches in turn could go on with it for ever.
    private const int LongestName = 256;

    private static string Longer(string? name, ReadOnlySpan<char> more)
    {
        more = more[..Math.Min(more.Length, Math.Max(0, LongestName - (name?.Length ?? 0)))];
        Span<char> lower = more.Length <= 64 ? stackalloc char[more.Length] : new char[more.Length];
        more.ToLowerInvariant(lower);
        return string.IsNullOrEmpty(name) ? Known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower, out var known) ? known : lower.ToString() : string.Concat(name, lower);
    }

    // Names that every theme holds many times.
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "a", "article", "aria-label", "body", "button", "class", "code", "content", "datetime", "div", "em", "footer", "form", "h1", "h2", "h3", "h4", "head", "header",
        "height", "href", "id", "img", "input", "label", "lang", "li", "link", "main", "meta", "name", "nav", "ol", "p", "path", "property", "rel", "section", "span", "src",
        "strong", "svg", "table", "td", "th", "time", "title", "tr", "type", "ul", "value", "viewbox", "width",
    };

    private void ReadTag()
    {
        var c = _text[_at];
        if (c == '>')
        {
            _at++;
            _state = ElementNames.Behind(_state);
        }
        else if (c == '/')
        {
            _at++;
            _state = _state with { Mode = HtmlMode.Tag, Tag = _state.Tag with { ClosesItself = true } };
        }
        else if (EndsName.Contains(c))
        {
            _at++;
        }
        else if (c == '=' && _state.Mode == HtmlMode.AfterAttributeName)
        {
            _at++;
            _state = _state with { Mode = HtmlMode.BeforeValue };
        }
        else
        {
            _state = _state with { Mode = HtmlMode.AttributeName, Tag = _state.Tag with { ClosesItself = false }, Attribute = new("") };
        }
    }

    private void ReadAttributeName()
    {
        // An "=" in front is a part of the name.
        var isFirst = _state.Attribute.Name.Length == 0;
        var length = (isFirst ? Rest[1..] : Rest).IndexOfAny(EndsAttributeName) is >= 0 and var found ? found + (isFirst ? 1 : 0) : Rest.Length;
        if (_state.Attribute.Kind != AttributeKind.Unknown)
        {
            _state = _state with { Attribute = new(Longer(_state.Attribute.Name, Rest[..length])) };
        }

        _at += length;
        if (_at == _text.Length)
        {
            return;
        }

        if (_text[_at] == '=')
        {
            _at++;
            _state = _state with { Mode = HtmlMode.BeforeValue };
        }
        else
        {
            _state = _state with { Mode = HtmlMode.AfterAttributeName };
        }
    }

    private void ReadBeforeValue()
    {
        var c = _text[_at];
        if (c == '>')
        {
            _state = _state with { Mode = HtmlMode.Tag };
            return;
        }

        if (EndsValue.Contains(c))
        {
            _at++;
            return;
        }

        var quote = c is '"' or '\'' ? c : '\0';
        _at += quote == 0 ? 0 : 1;
        var attribute = AttributeState.Begin(_state, quote);
        _state = _state with
        {
            Mode = HtmlMode.Value,
            Attribute = attribute,
            Script = attribute.Kind == AttributeKind.Event ? ScriptState.Start : default,
            Inner = attribute.Kind == AttributeKind.Document ? new(HtmlState.StartOf(MarkupLanguage.Html)) : null,
        };
    }

    private void ReadValue()
    {
        var quote = _state.Attribute.Quote;
        var found = quote == 0 ? Rest.IndexOfAny(EndsValue) : Rest.IndexOf(quote);
        var value = found < 0 ? Rest : Rest[..found];
        _at += value.Length;
        if (_state.Attribute.Kind is not (AttributeKind.Plain or AttributeKind.Content or AttributeKind.Animated or AttributeKind.Unknown))
        {
            _state = AttributeValue.Read(_state, value);
        }

        if (found >= 0)
        {
            _at += quote == 0 ? 0 : 1;
            _state = AttributeValue.End(_state);
        }
    }

    private void ReadComment()
    {
        var c = _text[_at++];
        if (c == '>' && _state.Run >= 2)
        {
            ToText();
            return;
        }

        // "--!>" ends a comment as well.
        var run = c == '-' ? Math.Min(_state.Run + 1, 2) : c == '!' && _state.Run == 2 ? 3 : 0;
        _state = _state with { Run = c == '-' && _state.Run == 3 ? 1 : run };
    }

    private void ReadBogusComment()
    {
        // A doctype of XML can hold declarations between brackets.
        var c = _text[_at++];
        if (c == '>' && _state.Run == 0)
        {
            ToText();
        }
        else if (_state.Language == MarkupLanguage.Xml && c is '[' or ']')
        {
            _state = _state with { Run = c == '[' ? 1 : 0 };
        }
    }
}
