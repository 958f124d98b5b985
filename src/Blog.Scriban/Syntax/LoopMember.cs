using Blog.Scriban.Runtime;

namespace Blog.Scriban.Syntax;

/// <summary><c>for</c>, <c>while</c> or <c>tablerow</c> in front of a dot.</summary>
/// <param name="hops">Loops between this place and the one that is meant; negative when the place does not tell, as in a function.</param>
internal sealed class LoopMember(LoopKind kind, string member, int hops) : Expression
{
    public static readonly string[] WhileMembers = ["index", "first", "even", "odd"];
    public static readonly string[] ForMembers = ["index", "rindex", "first", "last", "even", "odd", "changed", "length"];
    public static readonly string[] TableMembers = [.. ForMembers, "col"];

    private readonly int _member = Array.IndexOf(TableMembers, member);

    public static string[] MembersOf(LoopKind kind) => kind switch
    {
        LoopKind.While => WhileMembers,
        LoopKind.For => ForMembers,
        _ => TableMembers,
    };

    public override Value Eval(Frame frame)
    {
        var loop = hops >= 0 ? LoopLayer.At(frame, hops)
            : frame.FindLoop(kind) ?? throw frame.Fail(Problems.OutsideLoop(frame.Source, Span, kind, member));
        return _member switch
        {
            0 => loop.Index,
            1 => loop.Length - 1 - loop.Index,
            2 => loop.Index == 0,
            3 => loop.Index == loop.Length - 1,
            4 => loop.Index % 2 == 0,
            5 => loop.Index % 2 != 0,
            6 => loop.IsChanged(frame),
            7 => loop.Length,
            _ => loop.Column,
        };
    }
}
