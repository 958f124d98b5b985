using Blog.Scriban.Syntax;

namespace Blog.Scriban.Runtime;

/// <summary>Puts the arguments of a call into the places of a parameter list.</summary>
internal static class Arguments
{
    /// <summary>One value for each parameter: positional ones in order, named ones by name, defaults in the gaps, the rest as an array.</summary>
    public static Value[] Match(
        Frame frame, ScriptFunction function, Parameter[] parameters, Span<Value> span, NamedValue[]? named, Node site)
    {
        var values = span.ToArray();
        var result = new Value[parameters.Length];
        var isGiven = new bool[parameters.Length];
        var hasRest = parameters.Length > 0 && parameters[^1].IsRest;
        var places = hasRest ? parameters.Length - 1 : parameters.Length;
        List<Value> rest = [];

        // Places are counted over all arguments, named ones included.
        var next = 0;
        var taken = 0;
        foreach (var argument in named ?? [])
        {
            for (; taken < argument.Before; taken++)
            {
                Place(values[taken], next);
            }

            var at = Array.FindIndex(parameters, p => p.Name == argument.Name);
            if (at >= 0 && at < places)
            {
                (result[at], isGiven[at]) = (argument.Value, true);
                next++;
                continue;
            }

            // The original takes an unknown name for the next position; so do we, with a word about it.
            frame.WarnOnce(site, (argument, function, parameters), static (frame, call) => Problems.UnknownParameter(frame.Source, call.argument, call.function, call.parameters));
            Place(argument.Value, next);
        }

        for (; taken < values.Length; taken++)
        {
            Place(values[taken], next);
        }

        for (var i = 0; i < places; i++)
        {
            if (!isGiven[i])
            {
                result[i] = parameters[i].IsRequired
                    ? throw frame.Fail(Problems.MissingArgument(frame.Source, site, function, parameters, i, isGiven.Count(given => given)))
                    : parameters[i].Default;
            }
        }

        if (hasRest)
        {
            result[^1] = new ScriptArray(rest);
        }

        return result;

        void Place(Value value, int index)
        {
            next++;
            if (index < places && !isGiven[index])
            {
                (result[index], isGiven[index]) = (value, true);
            }
            else if (hasRest && index >= places)
            {
                rest.Add(value);
            }
            else
            {
                throw frame.Fail(Problems.TooManyArguments(frame.Source, site, function, parameters, index));
            }
        }
    }
}
