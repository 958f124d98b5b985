using System.Globalization;
using Blog.Scriban.Runtime;

namespace Blog.Scriban.Syntax;

internal enum LoopKind
{
    For,
    While,
    TableRow,
}

/// <summary>What <c>limit:</c>, <c>offset:</c>, <c>cols:</c> and <c>reversed</c> ask for.</summary>
internal sealed record LoopOptions(Expression? Limit, Expression? Offset, Expression? Columns, bool IsReversed);

/// <summary><c>for v in e … else … end</c>, and <c>tablerow</c>.</summary>
internal sealed class For(LoopKind kind, Target variable, Expression list, LoopOptions? options, Block body, Block? otherwise) : Statement
{
    public LoopKind Kind { get; } = kind;

    public Target Variable { get; } = variable;

    public Expression List { get; } = list;

    public LoopOptions? Options { get; } = options;

    public Block Body { get; } = body;

    public Block? Otherwise { get; } = otherwise;

    public override Flow Run(Frame frame)
    {
        frame.Here = this;
        var value = List.Eval(frame);
        if (value.IsNull)
        {
            return Flow.Next;
        }

        if (!Items.TryOf(frame, value, out var items) && Kind != LoopKind.While)
        {
            throw frame.Fail(Problems.NotAList(frame.Source, List.Span, value));
        }

        // Offset, then reversed, then limit, whatever their order in the source.
        var offset = Math.Clamp(Option(frame, Options?.Offset, 0), 0, items.Count);
        var length = items.Count - offset;
        var limit = Option(frame, Options?.Limit, 0);
        length = limit > 0 ? Math.Min(limit, length) : length;
        var first = Options?.IsReversed == true ? items.Count - 1 : offset;
        var step = Options?.IsReversed == true ? -1 : 1;

        if (Kind == LoopKind.TableRow)
        {
            return RunTable(frame, items, first, step, length);
        }

        return length == 0 ? Otherwise?.Run(frame) ?? Flow.Next : RunLoop(frame, items, first, step, length, 0);
    }

    private Flow RunTable(Frame frame, Items items, int first, int step, int length)
    {
        var columns = Math.Max(1, Option(frame, Options?.Columns, 1));
        frame.Output.Write("<tr class=\"row1\">");
        var flow = RunLoop(frame, items, first, step, length, columns);
        frame.Output.Write("</tr>\n");
        return flow;
    }

    private Flow RunLoop(Frame frame, Items items, int first, int step, int length, int columns)
    {
        var layer = frame.PushLoop(Kind, Variable, this);
        layer.Length = length;
        var outer = frame.InnermostLoop;
        frame.InnermostLoop = this;
        frame.Budget.Memory(items.SizeOfNew(length), this);
        var result = Flow.Next;
        for (var i = 0; i < length; i++)
        {
            frame.Budget.Round(this);
            layer.Advance(i, items[first + (i * step)]);
            if (layer.Name is null)
            {
                Variable.Assign(frame, layer.Value);
            }

            var flow = columns == 0 ? Body.Run(frame) : RunCell(frame, layer, columns, isLast: i == length - 1);
            if (flow is Flow.Break)
            {
                break;
            }

            if (flow is Flow.Return)
            {
                result = flow;
                break;
            }

            items.CheckUnchanged(frame, List.Span);
        }

        frame.InnermostLoop = outer;
        frame.PopLoop(layer);
        return result;
    }

    private Flow RunCell(Frame frame, LoopLayer layer, int columns, bool isLast)
    {
        layer.Column = layer.Index % columns;
        frame.Output.Write(string.Create(CultureInfo.InvariantCulture, $"<td class=\"col{layer.Column + 1}\">"));
        var flow = Body.Run(frame);
        frame.Output.Write("</td>");
        if (!isLast && layer.Column == columns - 1)
        {
            frame.Output.Write(string.Create(CultureInfo.InvariantCulture, $"</tr>\n<tr class=\"row{(layer.Index / columns) + 2}\">"));
        }

        return flow;
    }

    private static int Option(Frame frame, Expression? option, int otherwise) =>
        option is null ? otherwise : Conversion.ToInt(frame, option.Eval(frame), option.Span);
}

/// <summary><c>while c … end</c></summary>
internal sealed class While(Expression condition, Block body) : Statement
{
    public Expression Condition { get; } = condition;

    /// <summary>Steps of the condition, which is evaluated in every round.</summary>
    public int Weight { get; init; } = 1;

    public Block Body { get; } = body;

    public override Flow Run(Frame frame)
    {
        frame.Here = this;
        var layer = frame.PushLoop(LoopKind.While, null, this);
        var outer = frame.InnermostLoop;
        frame.InnermostLoop = this;
        var result = Flow.Next;
        for (var i = 0; Condition.Eval(frame).IsTrue; i++)
        {
            frame.Budget.Round(this);
            frame.Budget.Steps(Weight, this);
            layer.Advance(i, default);
            var flow = Body.Run(frame);
            if (flow is Flow.Break)
            {
                break;
            }

            if (flow is Flow.Return)
            {
                result = flow;
                break;
            }
        }

        frame.InnermostLoop = outer;
        frame.PopLoop(layer);
        return result;
    }
}
