namespace Blog.Scriban.Escaping;

internal ref partial struct HtmlReader
{
    // The content of an element that holds no tags, up to the tag that closes it.
    private void ReadRaw()
    {
        if (_state.Mode == HtmlMode.Script && !_state.ReadsAsXml)
        {
            ReadScript();
            return;
        }

        if (_state.ReadsAsXml)
        {
            ReadCodeOfXml();
            return;
        }

        var closing = _state.Element == "plaintext" ? -1 : IndexOfTag("</");
        Content(closing < 0 ? Rest : Rest[..closing]);
        _at = closing < 0 ? _text.Length : _at + closing;
        if (closing >= 0)
        {
            Close();
        }
    }

    // "</title" and what no longer name goes on with.
    private readonly int IndexOfTag(string opening)
    {
        var from = 0;
        while (Rest[from..].IndexOf(opening) is >= 0 and var found)
        {
            from += found;
            if (IsTag(Rest[from..], opening, _state.Element))
            {
                return from;
            }

            from++;
        }

        return -1;
    }

    private static bool IsTag(ReadOnlySpan<char> text, string opening, string name) =>
        text.StartsWith(opening) && text[opening.Length..].StartsWith(name, StringComparison.OrdinalIgnoreCase)
        && (text.Length == opening.Length + name.Length || EndsName.Contains(text[opening.Length + name.Length]));

    private void Close()
    {
        _at += 2 + _state.Element.Length;
        _state = HtmlState.StartOf(_state.Language) with { Mode = HtmlMode.Tag, Element = "/" + _state.Element, Foreign = _state.Foreign, Attribute = new("") };
    }

    private void Content(ReadOnlySpan<char> text)
    {
        if (_state.Mode == HtmlMode.Script)
        {
            _state = _state with { Script = _state.Script.Read(text) };
        }
        else if (_state.Mode == HtmlMode.Style)
        {
            _state = _state with { Style = _state.Style.Read(text) };
        }
    }

    // "<!--" and "<script" within a script change what ends it: https://html.spec.whatwg.org/#script-data-escaped-state
    private void ReadScript()
    {
        var i = 0;
        while (i < Rest.Length)
        {
            var rest = Rest[i..];
            if (IsTag(rest, "</", "script"))
            {
                if (_state.Run < 2)
                {
                    Content(Rest[..i]);
                    _at += i;
                    Close();
                    return;
                }

                _state = _state with { Run = 1 };
            }
            else if (_state.Run == 0 && rest.StartsWith("<!--"))
            {
                // The dashes may be those of "-->" already.
                _state = _state with { Run = 1 };
                i++;
            }
            else if (_state.Run == 1 && IsTag(rest, "<", "script"))
            {
                _state = _state with { Run = 2 };
            }
            else if (_state.Run > 0 && rest.StartsWith("-->"))
            {
                _state = _state with { Run = 0 };
            }

            var next = rest[1..].IndexOfAny('<', '-');
            i = next < 0 ? Rest.Length : i + 1 + next;
        }

        Content(Rest);
        _at = _text.Length;
    }

    // Scripts and styles of XML, of SVG and of MathML: references count, CDATA sections too, and nothing but the end tag may stand in them.
    private void ReadCodeOfXml()
    {
        const string Cdata = "<![CDATA[";
        if (_state.Run == 1)
        {
            var end = Rest.IndexOf("]]>");
            Content(end < 0 ? Rest : Rest[..end]);
            _at = end < 0 ? _text.Length : _at + end + 3;
            _state = _state with { Run = end < 0 ? 1 : 0 };
            return;
        }

        var next = Rest.IndexOf('<');
        var text = next < 0 ? Rest : Rest[..next];
        Content(CharacterReferences.Decode(text.ToString()));
        _at += text.Length;
        if (next < 0)
        {
            _state = CharacterReferences.EndsInside(text) ? _state with { Mode = HtmlMode.Lost } : _state;
        }
        else if (Rest.StartsWith(Cdata))
        {
            _at += Cdata.Length;
            _state = _state with { Run = 1 };
        }
        else if (IsTag(Rest, "</", _state.Element))
        {
            Close();
        }
        else
        {
            _state = _state with { Mode = HtmlMode.Lost };
        }
    }
}
