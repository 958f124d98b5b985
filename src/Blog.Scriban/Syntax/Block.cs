using System.Text;
using Blog.Scriban.Escaping;
using Blog.Scriban.Runtime;

namespace Blog.Scriban.Syntax;

/// <summary>A run of statements.</summary>
internal sealed class Block(Statement[] statements) : Statement
{
    // Made when the block runs first: by then the place of every print is known.
    private Statement[]? _merged;

    public Statement[] Statements { get; } = statements;

    /// <summary>Steps of running it once: its tokens, without those of the blocks in it.</summary>
    public int Weight { get; init; } = 1;

    public override Flow Run(Frame frame)
    {
        frame.Budget.Steps(Weight);
        foreach (var statement in _merged ??= Merge())
        {
            var flow = statement.Run(frame);
            if (flow != Flow.Next)
            {
                return flow;
            }
        }

        return Flow.Next;
    }

    /// <summary>The same statements with fewer steps: printed constants become text, and text goes along with the value behind it.</summary>
    private Statement[] Merge()
    {
        var merged = new List<Statement>(Statements.Length);
        var lead = new StringBuilder();
        EscapePlace? leads = null;
        foreach (var statement in Statements)
        {
            switch (statement)
            {
                case TextStatement text:
                    lead.Append(text.Text);
                    leads = text.Leads ?? leads;
                    break;
                case Print { Constant: { } constant }:
                    lead.Append(constant);
                    break;
                case Print { IsPlain: true } print:
                    merged.Add(new TextAndPrint(lead.ToString(), leads, print.Value, print.Place) { Span = print.Span });
                    lead.Clear();
                    leads = null;
                    break;
                default:
                    Flush();
                    merged.Add(statement);
                    break;
            }
        }

        Flush();
        return [.. merged];

        void Flush()
        {
            if (lead.Length > 0)
            {
                merged.Add(new TextStatement(lead.ToString()) { Span = Span, Leads = leads });
                lead.Clear();
                leads = null;
            }
        }
    }
}

/// <summary>Literal text.</summary>
internal sealed class TextStatement(string text) : Statement
{
    // Encoded when it is printed first: most pieces of a template are merged with others.
    private byte[]? _utf8;

    public string Text { get; } = text;

    /// <summary>What functions that print by themselves must know behind it; null when it begins and ends in text.</summary>
    public EscapePlace? Leads { get; set; }

    public override Flow Run(Frame frame)
    {
        frame.Output.Write(_utf8 ??= Encoding.UTF8.GetBytes(Text));
        if (Leads is { } place)
        {
            frame.Output.Place = place;
        }

        return Flow.Next;
    }
}
