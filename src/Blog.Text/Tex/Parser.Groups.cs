namespace Blog.Text.Tex;

internal sealed partial class Parser
{
    /// <summary>What ends a row. All but the end of a cell are taken, and <c>\right</c>, whose delimiter comes.</summary>
    internal enum RowEnd
    {
        Formula,
        Brace,
        Bracket,
        Right,
        Dollar,
        Parenthesis,
        EndGroup,
        Cell,
    }

    /// <summary>Whether the row last read ended where a cell ends, and not as it was to.</summary>
    private bool _endedAtCell;

    /// <summary>Whether the row last read ended with the formula.</summary>
    private bool _endedTooEarly;

    /// <summary>Whether it was said already that something is not closed, so that what lacks at the end need not be said.</summary>
    private bool _isIncomplete;

    /// <summary>
    /// A row, or the lines of one: <c>\\</c> outside of all tables is what many authors write, and <c>&amp;</c> some.
    /// </summary>
    /// <param name="end">Where it ends.</param>
    /// <param name="opener">What began it, for a message when it does not.</param>
    private MathNode ReadGroup(RowEnd end, in Token opener)
    {
        var start = Current.Span.Start;
        var row = ReadRow(end);
        if (_endedTooEarly && end != RowEnd.Formula)
        {
            NeverClosed(opener);
        }

        return _endedAtCell ? LooseLines(row, end, start) : row;
    }

    private void NeverClosed(in Token opener)
    {
        _endedTooEarly = false;
        _isIncomplete = true;
        problems.Add("unexpected-end", $"'{opener.Spelling}' is never closed", opener.Span);
    }

    /// <summary>Items up to the given end.</summary>
    private MathNode ReadRow(RowEnd end)
    {
        var start = Current.Span.Start;
        var items = new NodeList();
        while (!AtEnd(end))
        {
            if (Current.Kind == TokenKind.Space)
            {
                Advance();
            }
            else if (IsInfix(Current))
            {
                return Infix(items, end, start);
            }
            else if (ItemWithScripts() is { } item)
            {
                items.Add(item);
            }
        }

        return tree.Row(items, SpanFrom(start));
    }

    private bool AtEnd(RowEnd end)
    {
        (_endedAtCell, _endedTooEarly) = (false, false);
        ref readonly var token = ref System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_tokens)[_position];
        switch (token.Kind)
        {
            case TokenKind.Letter or TokenKind.Digit or TokenKind.Space:
                return false;
            case TokenKind.End:
                _endedTooEarly = end != RowEnd.Cell;
                return true;
            case TokenKind.CloseBrace when end == RowEnd.Brace:
            case TokenKind.Dollar when end == RowEnd.Dollar:
            case TokenKind.Character when end == RowEnd.Bracket && token.IsCharacter(']'):
            case TokenKind.Sign when end == RowEnd.Parenthesis && token.IsSign(')'):
            case TokenKind.Word when end == RowEnd.EndGroup && token.Text.Span is "endgroup" or "egroup":
                Advance();
                return true;
            case TokenKind.Word when end == RowEnd.Right && token.IsWord("right"):
                return true;
            case TokenKind.CloseBrace when end == RowEnd.Cell:
                return _braces > 0;
            case TokenKind.CloseBrace when end != RowEnd.Formula && _braces > 0:
                // A brace ends everything that began inside it.
                problems.Add("unbalanced", "'}' comes before the end of what began inside the group", token.Span);
                return true;
            case TokenKind.Word when token.IsWord("end") && (end != RowEnd.Formula || _tables > 0):
                if (end is not (RowEnd.Cell or RowEnd.Formula))
                {
                    problems.Add("unbalanced", "'\\end' comes before the end of a group", token.Span);
                }

                return true;
            default:
                return _endedAtCell = IsCellEnd(token);
        }
    }

    private static bool IsCellEnd(in Token token) => token.Kind switch
    {
        TokenKind.Ampersand => true,
        TokenKind.Sign => token.Text.Span is "\\" or "\\*",
        TokenKind.Word => token.Text.Span is "cr" or "newline" or "tabularnewline",
        _ => false,
    };

    private static bool IsInfix(in Token token) => token.Kind == TokenKind.Word
        && token.Text.Span is "over" or "atop" or "choose" or "brace" or "brack" or "above" or "overwithdelims" or "atopwithdelims" or "abovewithdelims";

    /// <summary>The group in two: what came before the command goes over what follows.</summary>
    private MathNode Infix(in NodeList before, RowEnd end, int start)
    {
        var command = Take();
        var fraction = tree.New(NodeKind.Fraction, command.Span);
        if (command.Text.Span.EndsWith("withdelims"))
        {
            (fraction.Open, fraction.Close) = (Delimiter(command), Delimiter(command));
        }

        fraction.Size = command.Text.Span switch
        {
            "over" or "overwithdelims" => double.NaN,
            "above" or "abovewithdelims" => Length(command) ?? double.NaN,
            _ => 0,
        };
        (fraction.Open, fraction.Close) = command.Text.Span switch
        {
            "choose" => ("(", ")"),
            "brace" => ("{", "}"),
            "brack" => ("[", "]"),
            _ => (fraction.Open, fraction.Close),
        };
        var numerator = tree.Row(before, TextSpan.FromBounds(start, command.Span.Start));
        var items = new NodeList();
        while (!AtEnd(end))
        {
            if (IsInfix(Current))
            {
                var second = Take();
                problems.Add("double-infix", $"a group can be split once, not again by '{second.Spelling}'", second.Span, "put one of the two parts in braces");
            }
            else if (Current.Kind == TokenKind.Space)
            {
                Advance();
            }
            else if (ItemWithScripts() is { } item)
            {
                items.Add(item);
            }
        }

        (fraction.First, fraction.Lower, fraction.Span) = (numerator, tree.Row(items, SpanFrom(command)), SpanFrom(start));
        var all = new NodeList();
        all.Add(fraction);
        return tree.Row(all, fraction.Span);
    }

    /// <summary>Lines and cells without an environment, the first cell being read.</summary>
    private MathNode LooseLines(MathNode first, RowEnd end, int start)
    {
        // A line end before everything else ends nothing.
        while (_endedAtCell && first.First is null && Current.Kind != TokenKind.Ampersand)
        {
            Advance();
            SpaceBelow();
            first = ReadRow(end);
        }

        if (!_endedAtCell)
        {
            return first;
        }

        var (rows, cells) = (new NodeList(), new NodeList());
        cells.Add(first);
        var (lines, ampersands) = (1, 0);
        Token? ampersand = null;
        while (_endedAtCell)
        {
            var token = Take();
            if (token.Kind == TokenKind.Ampersand)
            {
                ampersand ??= token;
                ampersands++;
            }
            else
            {
                lines++;
                var row = LooseRow(ref cells);
                row.Size = SpaceBelow();
                rows.Add(row);
            }

            cells.Add(ReadRow(end));
        }

        if (lines == 1)
        {
            problems.Add("misplaced-ampersand", "'&' parts cells, and there is no table here", ampersand!.Value.Span, "write '\\&' for the sign"); // one line and yet not one cell
            return Joined(cells.First!, start); // the first cell was given
        }

        if (ampersand is { } wrong)
        {
            problems.Add("misplaced-ampersand", "'&' stands outside of an environment", wrong.Span, "put the lines between '\\begin{aligned}' and '\\end{aligned}'");
        }

        if (cells.First is { Next: null, First: null })
        {
            // The last line is empty.
        }
        else
        {
            rows.Add(LooseRow(ref cells));
        }

        var table = tree.New(NodeKind.Table, SpanFrom(start));
        (table.First, table.Environment) = (rows.First, ampersands > 0 ? Environments.Aligned : Environments.Lines);
        return table;
    }

    private MathNode LooseRow(ref NodeList cells)
    {
        var row = tree.New(NodeKind.TableRow, cells.First!.Span); // no row is without a cell
        row.First = cells.First;
        cells = new();
        return row;
    }

    private MathNode Joined(MathNode firstCell, int start)
    {
        var items = new NodeList();
        foreach (var cell in new Items(firstCell))
        {
            foreach (var item in cell.Items)
            {
                items.Add(item);
            }
        }

        return tree.Row(items, SpanFrom(start));
    }
}
