using Blog.Scriban.Functions;

namespace Blog.Scriban.Syntax;

internal sealed partial class FreeVariables
{
    private Reach EvalCall(Call call)
    {
        var target = call.Target is Unary { Operator: TokenKind.At } at ? at.Operand : call.Target;
        if (target is Variable { Name: "include" } && IsBuiltin("include"))
        {
            return Include(call);
        }

        if (target is Variable { Name: "include_join" } && IsBuiltin("include_join"))
        {
            return IncludeJoin(call);
        }

        if (target is Member { Target: Variable root } member && IsBuiltin(root.Name))
        {
            return Builtin($"{root.Name}.{member.Name}", call);
        }

        var functions = Target(target);
        var isSimple = call.Arguments.All(a => !a.IsSpread);
        if (functions.Functions.Count == 0 || !isSimple)
        {
            // A function of the host: itself, and all that it is given.
            Consume(functions);
            return ConsumeAll(call.Arguments.Select(a => a.Value));
        }

        var values = call.Arguments.Where(a => a.Name is null).Select(a => Eval(a.Value)).ToList();
        var named = call.Arguments.Where(a => a.Name is not null).Select(a => (a.Name!, Eval(a.Value))).ToList();
        foreach (var place in functions.Places)
        {
            place.Whole = true;
            Consume(Any(values));
        }

        return Any(functions.Functions.Select(function => Call(function, values, named)).ToList());
    }

    private bool IsBuiltin(string name) => !_names.ContainsKey(name) && Builtins.Root.Has(name);

    private Reach Call(UserFunction function, List<Reach> values, List<(string Name, Reach Value)> named)
    {
        if (_running.Count > DeepestCall || _running.Count(running => ReferenceEquals(running, function)) > 1)
        {
            Consume(Any(values));
            Consume(Any(named.Select(n => n.Value)));
            return Reach.Computed;
        }

        var parameters = function.Parameters ?? [];
        var hidden = parameters.Select(p => (p.Name, Before: _names.GetValueOrDefault(p.Name))).ToList();
        for (var i = 0; i < parameters.Length; i++)
        {
            // A named function that is called from here sees what the name was before.
            _names[parameters[i].Name] = Name(parameters[i].Name).Or(parameters[i].IsRest ? Reach.ListOf(Any(values.Skip(i)))
                : named.FirstOrDefault(n => n.Name == parameters[i].Name) is { Value: { } value } ? value.Or(i < values.Count ? values[i] : Reach.Computed)
                : i < values.Count ? values[i].Or(Any(named.Select(n => n.Value))) : Any(named.Select(n => n.Value)));
        }

        _functions++;
        _jumps++;
        var result = Scoped(function, values, named, isInclude: false, () =>
        {
            if (function.Result is not null)
            {
                _returned = _returned.Or(Eval(function.Result));
            }
            else
            {
                Visit(function.Body!);
            }
        });
        _functions--;
        _jumps--;
        foreach (var (name, before) in hidden)
        {
            Restore(_names, name, before);
        }

        return result;
    }

    private Reach Scoped(object running, List<Reach> values, List<(string Name, Reach Value)> named, bool isInclude, Action body)
    {
        var outer = (_locals, _arguments, _named, _returned);
        var fields = new Dictionary<string, Reach>(StringComparer.Ordinal);
        foreach (var (name, value) in named)
        {
            fields[name] = value;
        }

        (_arguments, _named, _returned) = (values, fields, Reach.Computed);
        _locals = isInclude ? new(fields, StringComparer.Ordinal) : new(StringComparer.Ordinal);
        _running.Push(running);
        body();
        _running.Pop();
        var result = _returned;
        (_locals, _arguments, _named, _returned) = outer;
        return result;
    }

    private Reach Include(Call call)
    {
        if (call.Arguments.Length == 0)
        {
            return Reach.Computed;
        }

        if (call.Arguments.Any(a => a.IsSpread) || call.Arguments[0] is not { Name: null, Value: Literal { Value.Ref: string name } })
        {
            return Everything();
        }

        var values = call.Arguments.Where(a => a.Name is null).Select(a => Eval(a.Value)).ToList();
        var named = call.Arguments.Where(a => a.Name is not null).Select(a => (a.Name!, Eval(a.Value))).ToList();
        Include(name, values, named);
        return Reach.Computed;
    }

    private void Include(string name, List<Reach> values, List<(string Name, Reach Value)> named)
    {
        if (include(name) is not { } template)
        {
            return;
        }

        if (_running.Count > DeepestCall || _running.Count(running => ReferenceEquals(running, template)) > 1)
        {
            // It includes itself: what it is given, and what it may have been left in variables, is followed no further.
            Consume(Any(values));
            Consume(Any(named.Select(n => n.Value)));
            Consume(Any(_names.Values.ToList()));
            return;
        }

        _jumps += template.HasReturn ? 1 : 0;
        Consume(Scoped(template, values, named, isInclude: true, () => Visit(template.Body)));
        _jumps -= template.HasReturn ? 1 : 0;
    }

    private Reach IncludeJoin(Call call)
    {
        if (call.Arguments.FirstOrDefault()?.Value is not ArrayLiteral names || names.Items.Any(n => n is not Literal))
        {
            return Everything();
        }

        foreach (var part in names.Items.Concat(call.Arguments.Skip(1).Select(a => a.Value)))
        {
            if (part is not Literal { Value.Ref: string text })
            {
                return Everything();
            }

            Include(text.StartsWith("tpl:", StringComparison.Ordinal) ? text[4..] : text, [Reach.Computed], []);
        }

        return Reach.Computed;
    }

    private Reach Builtin(string name, Call call)
    {
        if (name is "object.eval" or "object.eval_template")
        {
            return Everything();
        }

        _root.UsesNow |= name is "date.now" or "date.utc_now";
        if (call.Arguments.Length == 0 || call.Arguments.Any(a => a.Name is not null || a.IsSpread))
        {
            return ConsumeAll(call.Arguments.Select(a => a.Value));
        }

        var first = call.Arguments[0].Value;
        var more = call.Arguments.Skip(1).Select(a => a.Value).ToList();
        switch (name)
        {
            case "array.limit" or "array.offset" or "array.reverse" or "array.compact" or "array.remove_at":
                ConsumeAll(more);
                return Reach.ListOf(Eval(first).Element());
            case "array.first" or "array.last" or "array.cycle" when more.Count == 0:
                return Eval(first).Element();
            case "array.size" or "object.size":
                Eval(first);
                return Reach.Computed;
            case "array.add" or "array.add_range" or "array.concat" when more.Count == 1:
                var added = Eval(more[0]);
                return Limited(Reach.ListOf(Eval(first).Element().Or(name == "array.add" ? added : added.Element())));
            case "array.sort":
                return Sorted(first, more);
            case "array.map" when more is [Literal { Value.Ref: string member }]:
                return Reach.ListOf(Eval(first).Element().Member(member));
            case "array.each" or "array.filter" or "array.any" when more.Count > 0:
                return Applied(name, first, more);
            case "object.default" when more.Count == 1:
                return Eval(first).Or(Eval(more[0]));
            case "object.has_key" or "object.has_value" when more is [Literal { Value.Ref: string key }]:
                Eval(first).Member(key);
                return Reach.Computed;
            default:
                return ConsumeAll(call.Arguments.Select(a => a.Value));
        }
    }

    private Reach Sorted(Expression list, List<Expression> by)
    {
        var items = Eval(list).Element();
        if (by is [Literal { Value.Ref: string path }])
        {
            // By the member of that name or, with a dot in it, along the path.
            Consume(items.Member(path));
            Consume(path.Split('.').Aggregate(items, (reach, name) => reach.Member(name)));
        }
        else
        {
            Consume(items);
            ConsumeAll(by);
        }

        return Reach.ListOf(items);
    }

    private Reach Applied(string name, Expression list, List<Expression> more)
    {
        var items = Eval(list).Element();
        var functions = Eval(more[0]);
        var extra = more.Skip(1).Select(Eval).ToList();
        if (functions.Functions.Count == 0)
        {
            Consume(items);
            Consume(Any(extra));
            Consume(functions);
            return Reach.Computed;
        }

        var result = Any(functions.Functions.Select(function => Call(function, [items, .. extra], [])).ToList());
        if (functions.Places.Count > 0)
        {
            Consume(items.Or(functions));
        }

        if (name == "array.each")
        {
            return Reach.ListOf(result);
        }

        Consume(name == "array.any" ? result : Reach.Computed);
        return name == "array.filter" ? Reach.ListOf(items) : Reach.Computed;
    }
}
