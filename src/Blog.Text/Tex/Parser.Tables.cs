namespace Blog.Text.Tex;

internal sealed partial class Parser
{
    /// <summary>Environments that are open.</summary>
    private int _tables;

    /// <summary>The row of the outermost one: what tags and labels are about.</summary>
    private MathNode? _outerRow;

    public MathNode? Environment(in Token begin)
    {
        var name = RawArgument(begin);
        if (Environments.Find(name.Span) is not { } environment)
        {
            UnknownEnvironment(name.ToString(), SpanFrom(begin));
            return null;
        }

        var columns = environment.Argument switch
        {
            EnvironmentArgument.Columns => Columns(begin, name.Span),
            EnvironmentArgument.Alignment => ColumnSpecification.Read(RawOptional().Span, text),
            EnvironmentArgument.Position => RawOptional()[..0],
            EnvironmentArgument.Count => RawArgument(begin)[..0],
            _ => default,
        };
        var table = ReadTable(begin, environment);
        table.Text = columns;
        EndOf(environment, begin);
        table.Span = SpanFrom(begin);
        CheckColumns(table);
        return table;
    }

    private void UnknownEnvironment(string name, TextSpan span)
    {
        if (Environments.IsUnsupported(name))
        {
            GiveUp("unsupported", $"environment '{name}' cannot be shown as a formula", span, "put it into the page as an image");
            return;
        }

        var nearest = Spelling.Nearest(name, Environments.Names);
        GiveUp("unknown-environment", $"'{name}' is not an environment", span, nearest is null ? null : $"did you mean '{nearest}'?");
    }

    private ReadOnlyMemory<char> Columns(in Token begin, ReadOnlySpan<char> name)
    {
        RawOptional();
        SkipSpaces();
        if (Current.Kind == TokenKind.OpenBrace)
        {
            return ColumnSpecification.Read(RawArgument(begin).Span, text);
        }

        problems.Add("missing-argument", $"'{name}' needs the alignment of its columns", SpanFrom(begin), $"write '\\begin{{{name}}}{{cc}}'");
        return default;
    }

    /// <summary><c>\matrix{…}</c>: the table of an environment in braces.</summary>
    public MathNode BracedTable(in Token command, Environment environment)
    {
        SkipSpaces();
        if (Current.Kind != TokenKind.OpenBrace)
        {
            return Argument(command);
        }

        var brace = Take();
        _braces++;
        var table = ReadTable(command, environment);
        _braces--;
        if (Current.Kind == TokenKind.CloseBrace)
        {
            Advance();
        }
        else
        {
            NeverClosed(brace);
        }

        table.Span = SpanFrom(command);
        return table;
    }

    private MathNode ReadTable(in Token begin, Environment environment)
    {
        var table = tree.New(NodeKind.Table, begin.Span);
        table.Environment = environment;
        var outerRow = _outerRow;
        _tables++;
        var rows = new NodeList();
        MathNode? last = null;
        for (var isLast = false; !isLast;)
        {
            var row = tree.New(NodeKind.TableRow, Current.Span);
            if (_tables == 1)
            {
                _outerRow = row;
            }

            ReadLines(row);
            isLast = ReadCells(row);

            // A last row without anything in it is only the end of the one before, with the lines below that.
            if (isLast && last is not null && row.First is { Next: null, First: null })
            {
                table.Open = row.Open;
                Notes.Move(row, last);
            }
            else
            {
                rows.Add(row);
                last = row;
            }

            if (Intertext() is { } across)
            {
                rows.Add(across);
            }
        }

        _tables--;
        _outerRow = outerRow;
        table.First = rows.First;
        return table;
    }

    /// <summary>The cells of a row, and its end; true when the table ends with it.</summary>
    private bool ReadCells(MathNode row)
    {
        var cells = new NodeList();
        while (true)
        {
            cells.Add(ReadRow(RowEnd.Cell));
            row.First = cells.First;
            var token = Current;
            if (token.Kind == TokenKind.Ampersand)
            {
                Advance();
                continue;
            }

            if (IsCellEnd(token))
            {
                Advance();
                row.Size = SpaceBelow();
                row.Span = SpanFrom(row.Span.Start);
                return false;
            }

            row.Span = SpanFrom(row.Span.Start);
            return true;
        }
    }

    /// <summary>More cells than the author told columns: the last of these counts for all that follow.</summary>
    private void CheckColumns(MathNode table)
    {
        var columns = ColumnSpecification.Count(table.Text.Span);
        if (columns == 0 || table.Environment is not { Argument: EnvironmentArgument.Columns })
        {
            return;
        }

        foreach (var row in table.Items)
        {
            var cell = row.First;
            for (var i = 1; i <= columns && cell is not null; i++)
            {
                cell = cell.Next;
            }

            if (cell is not null)
            {
                problems.Add("misplaced-ampersand", $"a row has more cells than '{table.Environment.Name}' has columns", cell.Span, "add a letter to the columns");
                return;
            }
        }
    }

    private void EndOf(Environment environment, in Token begin)
    {
        var end = Current;
        if (!end.IsWord("end"))
        {
            _isIncomplete = true;
            problems.Add("unexpected-end", $"'{environment.Name}' is never ended", begin.Span, $"write '\\end{{{environment.Name}}}'");
            return;
        }

        Advance();
        var name = RawArgument(end);
        if (!name.Span.SequenceEqual(environment.Name))
        {
            problems.Add("unbalanced", $"'{environment.Name}' is ended as '{name}'", SpanFrom(end), $"write '\\end{{{environment.Name}}}'");
        }
    }

    /// <summary><c>\hline</c> and its kin at the start of a row: <c>|</c> for a line over all of it, <c>:</c> for a dashed one, <c>2-3</c> for columns.</summary>
    private void ReadLines(MathNode row)
    {
        while (true)
        {
            SkipSpaces();
            var token = Current;
            if (token.IsWord("hline") || token.IsWord("toprule") || token.IsWord("midrule") || token.IsWord("bottomrule"))
            {
                Advance();
                row.Open = "|";
            }
            else if (token.IsWord("hdashline"))
            {
                Advance();
                row.Open = ":";
            }
            else if (token.IsWord("cline"))
            {
                Advance();
                row.Open = RawArgument(token).ToString();
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>The length of <c>\\[…]</c> in em; brackets that hold no length belong to the next row.</summary>
    private double SpaceBelow()
    {
        var start = _position;
        if (Current.IsCharacter('['))
        {
            var length = RawOptional();
            if (Lengths.TryRead(length.Span, out var em))
            {
                return Math.Max(em, 0);
            }

            _position = start;
        }

        return 0;
    }

    private MathNode? Intertext()
    {
        SkipSpaces();
        if (!Current.IsWord("intertext") && !Current.IsWord("shortintertext"))
        {
            return null;
        }

        var command = Take();
        var row = tree.New(NodeKind.TableRow, command.Span);
        var cell = new NodeList();
        cell.Add(Text(command, TextStyle.Plain));
        var cells = new NodeList();
        cells.Add(tree.Row(cell, SpanFrom(command)));
        (row.First, row.Flag, row.Span) = (cells.First, true, SpanFrom(command));
        return row;
    }

    public MathNode? Note(in Token command, EquationNoteKind kind)
    {
        if (_looks.Count > 0)
        {
            return Skip("misplaced-tag", $"'{command.Spelling}' stands among words", command, "put it behind the formula");
        }

        var note = kind switch
        {
            EquationNoteKind.Label => RawArgument(command).ToString().Trim(),
            EquationNoteKind.Tag => TagText(command),
            _ => "",
        };
        Notes.Add(kind, note, SpanFrom(command), _outerRow);
        return null;
    }

    private string SourceFrom(int start) =>
        string.Concat(_tokens[start.._position].Select(token => token.Kind is TokenKind.OpenBrace or TokenKind.CloseBrace ? "" : token.Spelling)).Trim();

    /// <summary>A tag is set as text beside the formula, so a formula in it has to be one line.</summary>
    private string TagText(in Token command)
    {
        SkipSpaces();
        var start = _position;
        var words = OneLineWriter.TryWrite(Text(command, TextStyle.Plain)) ?? SourceFrom(start);
        return command.Text.Span.EndsWith("*") ? words : $"({words})";
    }
}
