using Blog.Scriban.Runtime;
using Blog.Text;

namespace Blog.Scriban.Syntax;

// The two usual ways to read arguments need no list of them.

/// <summary><c>$.name</c></summary>
internal sealed class NamedArgument(ArgumentsVariable all, string name, bool isForgiving, TextSpan nameSpan) : Member(all, name, isForgiving, nameSpan)
{
    public override Value Eval(Frame frame) => frame.Local.TryGetArgument(Name, out var value) ? CallIfFunction(frame, value) : base.Eval(frame);

    public override Value EvalTarget(Frame frame) => frame.Local.TryGetArgument(Name, out var value) ? value : base.EvalTarget(frame);
}

/// <summary><c>$1</c></summary>
internal sealed class PositionalArgument(ArgumentsVariable all, Literal index, int number) : Indexer(all, index, isForgiving: false)
{
    public override Value Eval(Frame frame) => frame.Local.TryGetArgument(number, out var value) ? CallIfFunction(frame, value) : base.Eval(frame);

    public override Value EvalTarget(Frame frame) => frame.Local.TryGetArgument(number, out var value) ? value : base.EvalTarget(frame);
}
