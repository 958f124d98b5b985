namespace Blog.Scriban.Escaping;

internal enum StyleMode
{
    Code,
    SingleQuotes,
    DoubleQuotes,
    Comment,

    /// <summary>Within <c>url(…)</c>, without quotes or with them.</summary>
    Address,
    AddressInSingleQuotes,
    AddressInDoubleQuotes,
}

/// <summary>Where a reader of CSS stands.</summary>
/// <param name="IsEscaped">Behind a backslash; in a comment: behind a <c>*</c>.</param>
internal readonly record struct StyleState(StyleMode Mode, bool IsEscaped = false)
{
    public string Description => Mode switch
    {
        StyleMode.Code => "",
        StyleMode.Comment => ", in a comment of the style",
        StyleMode.SingleQuotes or StyleMode.DoubleQuotes => ", between quotes",
        _ => ", in an address of the style",
    };

    public StyleState Read(ReadOnlySpan<char> text)
    {
        var state = this;
        for (var i = 0; i < text.Length; i++)
        {
            state = state.IsEscaped && state.Mode != StyleMode.Comment ? state with { IsEscaped = false }
                : text[i] == '\\' && state.Mode != StyleMode.Comment ? state with { IsEscaped = true }
                : state.Mode switch
                {
                    StyleMode.Code => ReadCode(state, text, ref i),
                    StyleMode.Comment => text[i] == '/' && state.IsEscaped ? new(StyleMode.Code) : state with { IsEscaped = text[i] == '*' },
                    StyleMode.Address => text[i] switch
                    {
                        ')' => new(StyleMode.Code),
                        '\'' => new(StyleMode.AddressInSingleQuotes),
                        '"' => new(StyleMode.AddressInDoubleQuotes),
                        _ => state,
                    },
                    _ => ReadQuoted(state, text[i]),
                };
        }

        return state;
    }

    private static StyleState ReadCode(StyleState state, ReadOnlySpan<char> text, ref int i)
    {
        switch (text[i])
        {
            case '\'':
                return new(StyleMode.SingleQuotes);
            case '"':
                return new(StyleMode.DoubleQuotes);
            case '/' when text[i..].StartsWith("/*"):
                i++;
                return new(StyleMode.Comment);
            case '(' when text[..i].EndsWith("url", StringComparison.OrdinalIgnoreCase):
                return new(StyleMode.Address);
            default:
                return state;
        }
    }

    private static StyleState ReadQuoted(StyleState state, char c) => (state.Mode, c) switch
    {
        (_, '\n' or '\r' or '\f') => new(StyleMode.Code),
        (StyleMode.SingleQuotes, '\'') or (StyleMode.DoubleQuotes, '"') => new(StyleMode.Code),
        (StyleMode.AddressInSingleQuotes, '\'') or (StyleMode.AddressInDoubleQuotes, '"') => new(StyleMode.Address),
        _ => state,
    };
}
