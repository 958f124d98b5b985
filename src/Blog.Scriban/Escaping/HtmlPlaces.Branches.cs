using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban.Escaping;

internal sealed partial class HtmlPlaces
{
    // Each pass knows less than the one before; there is not much to know.
    private const int MostPasses = 10;

    private void VisitBranches(TextSpan at, Block[] branches, bool isComplete)
    {
        var before = _state;
        var wasUnreachable = _isUnreachable;
        var ends = new List<(HtmlState State, TextSpan At)>();
        foreach (var branch in branches)
        {
            _state = before;
            _isUnreachable = wasUnreachable;
            Visit(branch);
            if (!_isUnreachable)
            {
                ends.Add((_state, new(branch.Span.End, 0)));
            }
        }

        if (!isComplete && !wasUnreachable)
        {
            ends.Add((before, at));
        }

        _isUnreachable = ends.Count == 0;
        _state = ends.Count == 0 ? before : Meet(at, ends, isComplete);
    }

    private HtmlState Meet(TextSpan at, List<(HtmlState State, TextSpan At)> ends, bool isComplete)
    {
        var (state, place) = ends[0];
        foreach (var (other, otherPlace) in ends[1..])
        {
            if (state.Mode == HtmlMode.Lost || other.Mode == HtmlMode.Lost)
            {
                return state.Mode == HtmlMode.Lost ? state : other;
            }

            if (!state.Agrees(other))
            {
                _diagnostics.Add(Problems.BranchesDisagree(_source, at, (state.Description, place), (other.Description, !isComplete && otherPlace == at ? null : otherPlace)));
                return HtmlState.Unknown(_start.Language);
            }

            state = state.Joined(other);
        }

        return state;
    }

    private void VisitFor(For loop)
    {
        if (loop.Kind == LoopKind.TableRow && _state.Mode != HtmlMode.Text)
        {
            _diagnostics.Add(Problems.TableRowOutsideText(_source, loop.Span, _state.Description));
        }

        var before = _state;
        VisitLoop(loop.Span, loop.Body);
        if (loop.Otherwise is { } otherwise)
        {
            var (after, isUnreachable) = (_state, _isUnreachable);
            _state = before;
            Visit(otherwise);
            var isReached = !_isUnreachable;
            _state = isReached ? Meet(loop.Span, [(after, new(loop.Body.Span.End, 0)), (_state, new(otherwise.Span.End, 0))], isComplete: true) : after;
            _isUnreachable = isUnreachable;
        }
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
