namespace Blog.Scriban.Escaping;

/// <summary>How far an address has been written.</summary>
internal enum AddressPart
{
    /// <summary>Nothing but blanks so far.</summary>
    Start,

    /// <summary>What comes next can still make a scheme of what was written: <c>java</c>.</summary>
    Open,

    /// <summary>A scheme was written that must be looked at with what follows: <c>data:</c>, or one that holds a printed value.</summary>
    Doubtful,

    /// <summary>Behind a <c>javascript:</c> of the template.</summary>
    Code,
    Path,

    /// <summary>Behind a <c>?</c> or <c>&amp;</c>.</summary>
    Query,

    /// <summary>Behind the <c>=</c> of a query.</summary>
    Parameter,

    /// <summary>Of a list of addresses: behind the blank, where the width stands.</summary>
    Width,
}

/// <summary>Follows the literal text of an address. Its scheme decides whether it is safe, and all that is behind <c>/</c>, <c>?</c> or <c>#</c> is no scheme.</summary>
internal static class AddressState
{
    // Collected text beyond this is no scheme.
    private const int LongestScheme = 40;

    public static AttributeState Read(AttributeState state, string text)
    {
        foreach (var c in text)
        {
            state = state.Kind == AttributeKind.AddressList && state.Address != AddressPart.Start && (char.IsWhiteSpace(c) || c == ',')
                ? state with { Address = c == ',' ? AddressPart.Start : AddressPart.Width, Collected = "" }
                : Read(state, c);
        }

        return state;
    }

    private static AttributeState Read(AttributeState state, char c)
    {
        switch (state.Address)
        {
            case AddressPart.Start when c <= ' ' || (c == ',' && state.Kind == AttributeKind.AddressList):
                return state;
            case AddressPart.Start or AddressPart.Open when c is '/' or '\\' or '#':
                return state with { Address = AddressPart.Path };
            case AddressPart.Start or AddressPart.Open when c == '?':
                return state with { Address = AddressPart.Query };
            case AddressPart.Start or AddressPart.Open when c == ':':
                return BehindScheme(state);
            case AddressPart.Start or AddressPart.Open:
                return state with { Address = AddressPart.Open, Collected = state.Collected is { Length: < LongestScheme } collected ? collected + c : null };
            case AddressPart.Doubtful:
                return ReadDoubtful(state, c);
            case AddressPart.Path when c == '?':
                return state with { Address = AddressPart.Query };
            case AddressPart.Query when c == '=':
                return state with { Address = AddressPart.Parameter };
            case AddressPart.Parameter when c is '&' or ';':
                return state with { Address = AddressPart.Query };
            case AddressPart.Query or AddressPart.Parameter when c == '#':
                return state with { Address = AddressPart.Path };
            default:
                return state;
        }
    }

    private static AttributeState BehindScheme(AttributeState state) => state.Collected is null ? state with { Address = AddressPart.Doubtful }
        : string.Concat(state.Collected.Where(c => c > ' ')).ToLowerInvariant() switch
        {
            "javascript" or "vbscript" => state with { Address = AddressPart.Code },
            "data" => state with { Address = AddressPart.Doubtful, Collected = "data:" },
            _ => state with { Address = AddressPart.Path },
        };

    // The type behind "data:" says whether it can run. What was printed is looked at when the page is made, and then a quote would hide it.
    private static AttributeState ReadDoubtful(AttributeState state, char c) =>
        c is '"' or '\'' ? state with { Address = AddressPart.Code }
        : state.Collected is null ? state
        : c is ',' or ';' ? state with { Address = Addresses.IsBlocked("", state.Collected + c) ? AddressPart.Code : AddressPart.Path }
        : state with { Collected = state.Collected + c };

    public static AddressPart AfterValue(AddressPart part) => part == AddressPart.Start ? AddressPart.Open : part;

    public static AddressPart Joined(AddressPart one, AddressPart other) =>
        one == other ? one
        : one == AddressPart.Code || other == AddressPart.Code ? AddressPart.Code
        : one == AddressPart.Doubtful || other == AddressPart.Doubtful ? AddressPart.Doubtful
        : one <= AddressPart.Open || other <= AddressPart.Open ? AddressPart.Open
        : AddressPart.Path;
}
