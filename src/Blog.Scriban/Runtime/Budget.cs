using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban.Runtime;

/// <summary>What one rendering may still spend. Every operation pays here, and before it does what costs time or memory.</summary>
/// <remarks>
/// Steps stand for time, so that a page that is too much for one machine is too much for all. Memory is what was made, not what is still in
/// use: that only the collector knows, and it knows it differently in every run. Regular expressions alone are measured with a clock.
/// </remarks>
internal sealed class Budget(Frame frame, TemplateOptions limits)
{
    // A step is about what it takes to evaluate a name. Copying and comparing are cheap, calls are not.
    private const int CharactersAStep = 64;

    // A function does more with each than copy it.
    private const int CharactersAStepInFunctions = 8;
    private const int CallSteps = 16;
    private const int RoundSteps = 10;

    // An object's head, and the array or the text that belongs to it.
    private const int Head = 48;
    private const int ItemSize = 16;

    // A value of a list that grows bit by bit may be one that needs memory of its own: a date, a long number.
    private const int GrownItemSize = 64;
    public const int MemberSize = 64;

    private long _steps = Allowed(limits.StepLimit);
    private long _memory = Allowed(limits.MemoryLimit);
    private long _rounds = Allowed(limits.LoopLimit);
    private TimeSpan _matching = limits.RegexTimeLimit;
    private int _depth;
    private int _valueDepth;

    private static long Allowed(long limit) => limit == 0 ? long.MaxValue : limit;

    /// <summary>Pays for what happens anyway: the parts of a statement, characters looked at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Steps(long count, Node? at = null)
    {
        if ((_steps -= count) < 0)
        {
            throw TooManySteps(at);
        }
    }

    /// <summary>One round of a loop, without what its body takes.</summary>
    public void Round(Node loop)
    {
        Steps(RoundSteps, loop);
        if (--_rounds < 0)
        {
            throw frame.Fail(Problems.TooManyRounds(frame.Source, loop.Span, limits.LoopLimit));
        }
    }

    public void StartRounds() => _rounds = Allowed(limits.LoopLimit);

    /// <summary>A call, an include, a loop: each uses the stack.</summary>
    public void Enter(Node at)
    {
        Steps(CallSteps, at);
        if (++_depth > limits.RecursionLimit && limits.RecursionLimit > 0)
        {
            throw frame.Fail(Problems.TooManyCalls(frame.Source, at.Span, limits.RecursionLimit));
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw frame.Fail(Problems.TooManyCalls(frame.Source, at.Span, _depth));
        }
    }

    public void Leave() => _depth--;

    /// <summary>A value within a value that is printed, serialised or compared; it may hold itself.</summary>
    public void EnterValue(Node? at = null)
    {
        if ((++_valueDepth > limits.ObjectDepthLimit && limits.ObjectDepthLimit > 0) || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw frame.Fail(Problems.ObjectTooDeep(frame.Source, PlaceOf(at), limits.ObjectDepthLimit));
        }
    }

    public void LeaveValue() => _valueDepth--;

    /// <summary>Loops and scopes that are gone through to find a name.</summary>
    public void CheckNesting(int depth, Node? at)
    {
        if (depth > limits.RecursionLimit && limits.RecursionLimit > 0)
        {
            throw frame.Fail(Problems.TooManyCalls(frame.Source, PlaceOf(at), limits.RecursionLimit));
        }
    }

    /// <summary>Characters that are compared, searched or copied.</summary>
    public void Characters(long count, Node? at = null) => Steps(count / CharactersAStep, at);

    /// <summary>Looking for a text in a text, which can mean to compare nearly all of it at nearly every place.</summary>
    public void Search(long length, long wanted) => Characters(length + (length * Math.Min(wanted, length) / 8));

    /// <summary>A function of the engine begins: it may look at all that its arguments hold.</summary>
    /// <returns>What <see cref="Result"/> wants to know.</returns>
    public long Look(ReadOnlySpan<Value> arguments)
    {
        long characters = 0;
        foreach (var argument in arguments)
        {
            characters += argument.Ref switch
            {
                string text => text.Length,
                BigInteger number => number.GetBitLength() / 16,
                _ => 0,
            };
        }

        Steps(characters / CharactersAStepInFunctions);
        return _memory;
    }

    /// <summary>A function ends. What it made is paid here, unless it paid itself, as all do whose result can be larger than their arguments.</summary>
    public void Result(Value result, ReadOnlySpan<Value> arguments, long memory)
    {
        var size = result.Ref switch
        {
            string text => Head + ((long)text.Length * sizeof(char)),
            Html html => Head + html.Utf8.Length,
            ScriptArray list => SizeOfList(list.Count),
            _ => 0,
        };
        foreach (var argument in arguments)
        {
            size = ReferenceEquals(argument.Ref, result.Ref) ? 0 : size;
        }

        Memory(Math.Max(0, size - (memory - _memory)));
    }

    /// <summary>Two values are about to be compared, the longer of which may be equal to the other up to its last character.</summary>
    public void Compare(Value left, Value right, int times = 1)
    {
        var characters = Math.Min(SizeOf(left), SizeOf(right));
        if (characters >= CharactersAStep)
        {
            Characters(characters * times);
        }

        static long SizeOf(Value value) => value.Ref switch
        {
            string text => text.Length,
            Html html => html.Utf8.Length,
            BigInteger number => number.GetBitLength() / 16,
            _ => 0,
        };
    }

    /// <summary>A text that is about to be made.</summary>
    public void Text(long length, Node? at = null)
    {
        if (length > limits.TextLimit && limits.TextLimit > 0)
        {
            throw frame.Fail(Problems.TextTooLong(frame.Source, PlaceOf(at), limits.TextLimit));
        }

        Characters(length, at);
        Memory(Head + (length * sizeof(char)), at);
    }

    /// <summary>What <see cref="Text"/> would still allow.</summary>
    public int LongestText => (int)Math.Min(limits.TextLimit == 0 ? int.MaxValue / 4 : limits.TextLimit, Math.Max(0, (_memory - Head) / sizeof(char)));

    /// <summary>A text that is about to be read as a template: its tokens and its tree.</summary>
    public void Source(long length)
    {
        Steps(100 + length);
        Memory(1000 + (length * 40));
    }

    /// <summary>The items of a list that are about to be gone through.</summary>
    public void Items(long count, Node? at = null)
    {
        if (count > limits.ListLimit && limits.ListLimit > 0)
        {
            throw frame.Fail(Problems.ListTooLong(frame.Source, PlaceOf(at), limits.ListLimit));
        }

        if ((_rounds -= count) < 0)
        {
            throw frame.Fail(Problems.TooManyRounds(frame.Source, PlaceOf(at), limits.LoopLimit));
        }

        Steps(count, at);
    }

    /// <summary>A list that is about to be made.</summary>
    public void List(long count, Node? at = null)
    {
        Items(count, at);
        Memory(SizeOfList(count), at);
    }

    /// <summary>A range costs nothing, but nobody could go through it.</summary>
    public void Range(BigInteger count, Node at)
    {
        var longest = limits.LoopLimit > 0 ? limits.LoopLimit : limits.ListLimit > 0 ? limits.ListLimit : int.MaxValue;
        if (count > longest)
        {
            throw frame.Fail(Problems.ListTooLong(frame.Source, at.Span, longest));
        }
    }

    /// <summary>A list of <paramref name="from"/> items is about to have <paramref name="to"/>.</summary>
    public void Grow(int from, long to, Node at)
    {
        if (to > limits.ListLimit && limits.ListLimit > 0)
        {
            throw frame.Fail(Problems.ListTooLong(frame.Source, at.Span, limits.ListLimit));
        }

        Memory(Math.Max(0, to - from) * GrownItemSize, at);
    }

    public static long SizeOfList(long count) => Head + (count * ItemSize);

    public static long SizeOfObject(long members) => Head + (members * MemberSize);

    /// <summary>A whole number beyond 64 bits that is about to be made, in time that grows with its length.</summary>
    public void Number(long bits, Node? at = null)
    {
        Steps(bits / 512, at);
        Memory(Head + (bits / 8), at);
    }

    /// <summary>Multiplying and dividing take each digit of one number with each of the other.</summary>
    public void Products(long bits, long otherBits, Node? at = null) => Steps(bits / 32 * (otherBits / 32) / 32, at);

    /// <summary>A regular expression is about to be built.</summary>
    public void Pattern(int length)
    {
        Steps(5_000 + (length * 50L));
        Memory(10_000 + (length * 100L));
    }

    /// <summary>Runs a regular expression. How long that takes cannot be said before.</summary>
    public T Matching<T>(Func<T> match)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            var result = match();
            Steps(1);
            _matching -= Stopwatch.GetElapsedTime(start);
            return _matching >= TimeSpan.Zero ? result : throw TooMuchMatching();
        }
        catch (RegexMatchTimeoutException)
        {
            throw TooMuchMatching();
        }
    }

    private RenderFailure TooMuchMatching() => frame.Fail(Problems.TooMuchMatching(frame.Source, PlaceOf(null), limits.RegexTimeLimit));

    /// <summary>Bytes that a value is about to take.</summary>
    public void Memory(long bytes, Node? at = null)
    {
        if ((_memory -= bytes) < 0)
        {
            throw frame.Fail(Problems.TooMuchMemory(frame.Source, PlaceOf(at), limits.MemoryLimit));
        }
    }

    /// <summary>Where an operation that names no place of its own happens: at the call of the function, else in the statement.</summary>
    private TextSpan PlaceOf(Node? at) => (at ?? frame.Site ?? frame.Here)?.Span ?? default;

    // The loop is what the author must look at, whatever took the last step.
    private RenderFailure TooManySteps(Node? at) =>
        frame.Fail(Problems.TooManySteps(frame.Source, PlaceOf(frame.InnermostLoop ?? at), limits.StepLimit));
}
