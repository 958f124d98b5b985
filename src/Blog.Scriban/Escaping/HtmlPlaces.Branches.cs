using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban.Escaping;

internal sealed partial class HtmlPlaces
{
    // Each pass knows less than the one before; there is not much to know.
    private const int MostPasses = 10;

    // Each pass over a loop is a pass, or several, over the loops in it. So much is read of a template again, times its length.
    private const int MostReadings = 20;

    private long _read;

    private bool IsReadTooOften => _read > 1_000_000 + ((long)MostReadings * _source.Text.Length);

    /// <summary>The ways through a statement, on their way to meet behind it.</summary>
    private struct Meeting(TextSpan at, HtmlState before, bool isUnreachable)
    {
        /// <summary>What the ways that came so far have in common, and where the first of them ended.</summary>
        public HtmlState State;
        public TextSpan End;
        public bool IsReached;

        public readonly TextSpan At => at;

        public readonly HtmlState Before => before;

        public readonly bool WasUnreachable => isUnreachable;
    }

    private void Visit(If choice)
    {
        var meeting = new Meeting(choice.Span, _state, _isUnreachable);
        foreach (var (condition, body) in choice.Branches)
        {
            VisitFunctions(condition);
            Visit(body, ref meeting);
        }

        if (choice.Branches[^1].Condition is not null)
        {
            Skip(ref meeting);
        }

        GoOn(meeting);
    }

    private void Visit(Case choice)
    {
        var meeting = new Meeting(choice.Span, _state, _isUnreachable);
        VisitFunctions(choice.Value);
        foreach (var (values, body) in choice.Branches)
        {
            Array.ForEach(values, VisitFunctions);
            Visit(body, ref meeting);
        }

        if (choice.Otherwise is { } otherwise)
        {
            Visit(otherwise, ref meeting);
        }
        else
        {
            Skip(ref meeting);
        }

        GoOn(meeting);
    }

    private void Visit(For loop)
    {
        if (loop.Kind == LoopKind.TableRow && _state.Mode != HtmlMode.Text)
        {
            _diagnostics.Add(Problems.TableRowOutsideText(_source, loop.Span, _state.Description));
        }

        VisitFunctions(loop.List);
        VisitFunctions(loop.Options?.Limit);
        VisitFunctions(loop.Options?.Offset);
        VisitFunctions(loop.Options?.Columns);
        var meeting = new Meeting(loop.Span, _state, _isUnreachable);
        VisitLoop(loop.Span, loop.Body);
        Arrive(ref meeting, _state, loop.Body.Span.End);
        if (loop.Otherwise is { } otherwise)
        {
            Visit(otherwise, ref meeting);
        }

        GoOn(meeting);
    }

    private void Visit(Block branch, ref Meeting meeting)
    {
        _state = meeting.Before;
        _isUnreachable = meeting.WasUnreachable;
        Visit(branch);
        Arrive(ref meeting, _state, branch.Span.End);
    }

    // The way that takes no branch.
    private void Skip(ref Meeting meeting)
    {
        _isUnreachable = meeting.WasUnreachable;
        Arrive(ref meeting, meeting.Before, null);
    }

    private void Arrive(ref Meeting meeting, HtmlState state, int? end)
    {
        if (_isUnreachable)
        {
            return;
        }

        if (!meeting.IsReached)
        {
            (meeting.State, meeting.End, meeting.IsReached) = (state, new(end ?? meeting.At.Start, 0), true);
        }
        else if (meeting.State.Mode == HtmlMode.Lost || state.Mode == HtmlMode.Lost)
        {
            meeting.State = meeting.State.Mode == HtmlMode.Lost ? meeting.State : state;
        }
        else if (meeting.State.Agrees(state))
        {
            meeting.State = meeting.State.Joined(state);
        }
        else
        {
            _diagnostics.Add(Problems.BranchesDisagree(_source, meeting.At, (meeting.State.Description, meeting.End), (state.Description, end is { } at ? new(at, 0) : null)));
            meeting.State = HtmlState.Unknown(_start.Language);
        }
    }

    private void GoOn(in Meeting meeting)
    {
        _state = meeting.IsReached ? meeting.State : meeting.Before;
        _isUnreachable = !meeting.IsReached;
    }

    // Any round may be the last, and the next begins where it ended. What is known of the place at first may not hold in later rounds: then once more with less.
    private void VisitLoop(TextSpan at, Block body)
    {
        var (outer, isUnreachable) = (_loop, _isUnreachable);
        var (entry, known, includes) = (_state, _diagnostics.Count, _includes.Count);
        for (var pass = 0; pass < MostPasses; pass++)
        {
            _loop = new(entry);
            _state = entry;
            _isUnreachable = isUnreachable;
            Visit(body);
            if (!_isUnreachable)
            {
                _loop.Exits.Add(_state);
                if (!_state.Agrees(entry) && _state.Mode != HtmlMode.Lost)
                {
                    _diagnostics.Add(Problems.LoopMoves(_source, at, entry.Description, new(body.Span.End, 0), _state.Description));
                }
            }

            if (IsReadTooOften)
            {
                if (entry.Mode != HtmlMode.Lost)
                {
                    _diagnostics.Add(Problems.LoopsTooDeep(_source, at));
                }

                entry = HtmlState.Unknown(_start.Language);
                break;
            }

            var joined = _loop.Exits.Where(exit => exit.Agrees(entry)).Aggregate(entry, (all, exit) => all.Joined(exit));
            if (joined == entry)
            {
                break;
            }

            entry = joined;
            _diagnostics.RemoveRange(known, _diagnostics.Count - known);
            _includes.RemoveRange(includes, _includes.Count - includes);
        }

        (_loop, _state, _isUnreachable) = (outer, entry, isUnreachable);
    }

    private void Leave(Ret ret)
    {
        // A template prints what it returns.
        var end = ret.Value is null ? _state : _state.AfterValue();
        if (!end.Agrees(_end) && _state.Mode != HtmlMode.Lost)
        {
            _diagnostics.Add(Problems.LeavesInside(_source, ret.Span, _state.Description));
        }

        _isUnreachable = true;
    }

    private void Leave(TextSpan at, Loop? loop)
    {
        var isWhole = _state.Agrees(loop?.Entry ?? _end);
        loop?.Exits.Add(_state);
        for (; loop?.Outside is { } outside; loop = outside.Loop)
        {
            isWhole &= outside.State.Agrees(outside.Loop.Entry);
        }

        if (!isWhole && _state.Mode != HtmlMode.Lost)
        {
            _diagnostics.Add(Problems.LeavesInside(_source, at, _state.Description));
        }

        _isUnreachable = true;
    }
}
