namespace Blog.Scriban.Syntax;

internal sealed partial class FreeVariables
{
    private void Visit(Block block)
    {
        foreach (var statement in block.Statements)
        {
            if (IsOver)
            {
                return;
            }

            _steps++;
            Visit(statement);
        }
    }

    private void Visit(Statement statement)
    {
        switch (statement)
        {
            case Block block:
                Visit(block);
                break;
            case Indented indented:
                Visit(indented.Inner);
                break;
            case Print print:
                Consume(Eval(print.Value));
                break;
            case Assignment { Operator: TokenKind.Assign } assignment:
                Assign(assignment.Target, Eval(assignment.Value));
                break;
            case Assignment assignment:
                Consume(Eval(assignment.Target));
                Consume(Eval(assignment.Value));
                Assign(assignment.Target, Reach.Computed);
                break;
            case If choice:
                VisitIf(choice);
                break;
            case Case choice:
                Consume(Eval(choice.Value));
                ConsumeAll(choice.Branches.SelectMany(b => b.Values));
                VisitBranches([.. choice.Branches.Select(b => b.Body), .. choice.Otherwise is { } other ? [other] : Array.Empty<Block>()]);
                break;
            case For loop:
                VisitFor(loop);
                break;
            case While loop:
                Repeat(() =>
                {
                    Eval(loop.Condition);
                    Visit(loop.Body);
                });
                break;
            case Capture capture:
                Visit(capture.Body);
                Assign(capture.Target, Reach.Computed);
                break;
            case With with:
                VisitWith(with);
                break;
            case Import import:
                Consume(Eval(import.Value));
                break;
            case FunctionStatement function:
                Assign(function.Target, new() { Functions = [function.Function] });
                break;
            case Ret { Value: { } value }:
                _returned = _returned.Or(Eval(value));
                break;
            case Wrap wrap:
                _blocks.Push(wrap.Body);
                Consume(Eval(wrap.Function));
                _blocks.Pop();
                // The function may be one that we do not know.
                Visit(wrap.Body);
                break;
            case WrappedBlock when _blocks.TryPeek(out var block):
                _blocks.Pop();
                Visit(block);
                _blocks.Push(block);
                break;
        }
    }

    private void Assign(Target target, Reach value)
    {
        switch (target)
        {
            case Variable variable when _scopes.Count == 0:
                // In a function the name may be local to it: what it was before stays possible, too.
                _names[variable.Name] = _functions > 0 || _jumps > 0 ? value.Or(Name(variable.Name)) : value;
                break;
            case Local local:
                _locals[local.Name] = _jumps > 0 ? value.Or(_locals.GetValueOrDefault(local.Name, Reach.Computed)) : value;
                break;
            case Parenthesis { Inner: Target inner }:
                Assign(inner, value);
                break;
            default:
                // Stored in an object: not followed.
                Consume(value);
                foreach (var child in Children.Of(target))
                {
                    Eval(child);
                }

                break;
        }
    }

    private void VisitIf(If choice)
    {
        foreach (var (condition, _) in choice.Branches)
        {
            if (condition is not null)
            {
                Eval(condition);
            }
        }

        VisitBranches([.. choice.Branches.Select(b => b.Body)]);
    }

    // Each branch may run or not.
    private void VisitBranches(Block[] branches)
    {
        var (names, locals) = (_names, _locals);
        var (allNames, allLocals) = (names, locals);
        foreach (var branch in branches)
        {
            _steps += _names.Count + _locals.Count;
            (_names, _locals) = (new(names, StringComparer.Ordinal), new(locals, StringComparer.Ordinal));
            Visit(branch);
            (allNames, allLocals) = (Join(allNames, _names, isGlobal: true), Join(allLocals, _locals, isGlobal: false));
        }

        (_names, _locals) = (allNames, allLocals);
    }

    private Dictionary<string, Reach> Join(Dictionary<string, Reach> left, Dictionary<string, Reach> right, bool isGlobal)
    {
        var result = new Dictionary<string, Reach>(StringComparer.Ordinal);
        foreach (var name in left.Keys.Union(right.Keys))
        {
            result[name] = Of(left, name).Or(Of(right, name));
        }

        return result;

        Reach Of(Dictionary<string, Reach> names, string name) => names.TryGetValue(name, out var reach) ? reach
            : isGlobal && !Functions.Builtins.Root.Has(name) ? Reach.At(_root.Member(name)) : Reach.Computed;
    }

    private void VisitFor(For loop)
    {
        var list = Eval(loop.List);
        ConsumeAll(new[] { loop.Options?.Limit, loop.Options?.Offset, loop.Options?.Columns }.OfType<Expression>());
        var item = list.Element();
        var name = loop.Variable is Variable variable ? variable.Name : null;
        var local = loop.Variable is Local dollar ? dollar.Name : null;
        if (name is null && local is null)
        {
            Consume(item);
        }

        var hadName = name is not null && _names.TryGetValue(name, out _);
        var before = hadName ? _names[name!] : null;
        var outer = name is not null && _functions > 0 ? Name(name) : null;
        var beforeLocal = local is not null ? _locals.GetValueOrDefault(local) : null;
        Bind();
        Repeat(() =>
        {
            Bind();
            Visit(loop.Body);
        });
        Restore(_names, name, before);
        Restore(_locals, local, beforeLocal);
        if (loop.Otherwise is not null)
        {
            VisitBranches([loop.Otherwise]);
        }

        void Bind()
        {
            if (name is not null)
            {
                // A named function that is called from here does not see the variable but what was there before.
                _names[name] = _functions == 0 ? item : item.Or(outer!);
            }

            if (local is not null)
            {
                _locals[local] = item;
            }
        }
    }

    // What was assigned to the loop variable inside the loop lands in the outer variable.
    private void Restore(Dictionary<string, Reach> names, string? name, Reach? before)
    {
        if (name is null)
        {
            return;
        }

        if (before is null)
        {
            names.Remove(name);
        }
        else
        {
            names[name] = before;
        }
    }

    // A round may see what the one before assigned; the rounds end when nothing new was.
    private void Repeat(Action round)
    {
        const int most = 8;
        _jumps++;
        for (var i = 0; i < most && !IsOver; i++)
        {
            var (names, locals) = (_names, _locals);
            var size = Size();
            _steps += _names.Count + _locals.Count;
            (_names, _locals) = (new(names, StringComparer.Ordinal), new(locals, StringComparer.Ordinal));
            round();
            (_names, _locals) = (Join(names, _names, isGlobal: true), Join(locals, _locals, isGlobal: false));
            if (Size() == size)
            {
                break;
            }

            if (i == most - 1)
            {
                Consume(Any(_names.Values.Concat(_locals.Values)));
            }
        }

        _jumps--;

        int Size() => _names.Values.Concat(_locals.Values).Sum(r => r.Size + 1);
    }

    private void VisitWith(With with)
    {
        var locals = _locals;
        var scope = Eval(with.Value);
        _locals = new(StringComparer.Ordinal);
        _scopes.Push(scope);
        Visit(with.Body);
        _scopes.Pop();
        _locals = locals;
    }
}
