using System.Text;
using Blog.Scriban.Escaping;
using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban.Runtime;

internal sealed partial class Frame
{
    /// <summary>The rendered text as a value: safe markup where escaping is on, else a text.</summary>
    public Value Include(ReadOnlySpan<Value> values, NamedValue[]? named, Node site)
    {
        var template = FindIncluded(values.Length == 0 ? default : values[0], values.Length > 0, site);
        var scope = RentScope();
        TakeArguments(scope, values, named);
        var outer = BeginCapture();
        RunIncluded(template, scope, site);
        return EndCapture(outer);
    }

    /// <summary>An include whose text goes straight to the page, for it is safe as it is.</summary>
    public void IncludeInPlace(Call call)
    {
        Budget.Enter(call);
        var scope = RentScope();
        foreach (var argument in call.Arguments)
        {
            var value = argument.Value.Eval(this);
            if (argument.Name is not null)
            {
                scope.Take(argument.Name, value);
            }
            else
            {
                scope.Take(value);
            }
        }

        var isGiven = scope.TryGetArgument(0, out var name);
        RunIncluded(FindIncluded(name, isGiven, call, call.Place), scope, call);
        Budget.Leave();
    }

    public string RenderPart(string name, Node site)
    {
        var scope = RentScope();
        scope.Take(name);
        var outer = BeginCapture();
        RunIncluded(FindIncluded(name, true, site), scope, site);
        return Printer.Text(this, EndCapture(outer));
    }

    private void RunIncluded(Template template, LocalScope scope, Node site)
    {
        // An include counts about two levels: its call and its body.
        Budget.Enter(site);
        _includedFrom.Add((Source, site.Span));
        var (place, local) = (GoTo(template.Source, template.Body), Local);
        scope.TakeArguments(promotesNamed: true);
        Local = scope;
        if (template.Body.Run(this) == Flow.Return)
        {
            PrintReturned();
        }

        ReturnScope(scope);
        Local = local;
        GoBack(place);
        _includedFrom.RemoveAt(_includedFrom.Count - 1);
        Budget.Leave();
    }

    /// <summary>Runs a text in the current scopes: the value of its last statement when that is an expression, else what it printed.</summary>
    public Value Evaluate(Template template)
    {
        var site = Site!;
        Budget.Enter(site);
        Budget.Steps(template.Body.Weight);
        _includedFrom.Add((Source, site.Span));
        var place = GoTo(template.Source, template.Body);
        var statements = template.Body.Statements;
        var last = template.Options.Mode == TemplateMode.ScriptOnly && statements is [.., Print print] ? print : null;
        var outer = BeginCapture();
        var flow = Flow.Next;
        foreach (var statement in last is null ? statements : statements[..^1])
        {
            flow = statement.Run(this);
            if (flow != Flow.Next)
            {
                break;
            }
        }

        Here = last ?? Here;
        var result = last is not null && flow == Flow.Next ? last.Value.Eval(this) : default;
        if (flow == Flow.Return)
        {
            (result, Returned) = (Returned, default);
        }

        var text = EndCapture(outer);
        GoBack(place);
        _includedFrom.RemoveAt(_includedFrom.Count - 1);
        Budget.Leave();
        return result.IsNull && last is null ? text : result;
    }

    private Template FindIncluded(Value value, bool isGiven, Node site, HtmlState? place = null)
    {
        if (!isGiven)
        {
            throw Fail(Problems.IncludeWithoutName(this, site, isGiven));
        }

        var name = value.IsNull ? "" : Printer.Text(this, value);
        if (name.Length == 0)
        {
            throw Fail(Problems.IncludeWithoutName(this, site, isGiven));
        }

        if (_includes is null || !_includes.TryGetValue(name, out var template))
        {
            template = _include(name)?.Within(HtmlState.StartOf(Language));
            (_includes ??= new(StringComparer.Ordinal)).Add(name, template);
        }

        if (template is null)
        {
            throw Fail(Problems.UnknownInclude(this, site, name));
        }

        template = place is { } state ? template.Within(state) : template;

        if (template.HasErrors)
        {
            throw Fail(Problems.BrokenInclude(Source, site.Span, name, template));
        }

        return template;
    }

    /// <summary>Sends what follows into a buffer of its own; returns the output to go back to.</summary>
    public Output BeginCapture()
    {
        var outer = Output;
        Output = new(this);
        return outer;
    }

    public Value EndCapture(Output outer)
    {
        var captured = Output;
        Output = outer;
        Value value;
        if (Language == MarkupLanguage.None)
        {
            Budget.Text(Encoding.UTF8.GetCharCount(captured.Written));
            value = captured.ToText();
        }
        else
        {
            Budget.Memory(captured.Length);
            value = new Html(captured.ToArray()) { Forms = Language == MarkupLanguage.Xml ? MarkupForms.Xml : MarkupForms.Html };
        }

        captured.Release();
        return value;
    }

    /// <summary>What a function or a block prints begins in text. Elsewhere it is kept, and printed as markup when it is whole.</summary>
    /// <returns>Null: it can go straight to the page.</returns>
    public Output? BeginApart() => Output.Place == StartPlace ? null : BeginCapture();

    public void EndApart(Output? outer, Node at)
    {
        if (outer is not null && EndCapture(outer) is var text && !text.AsHtml!.Utf8.IsEmpty) // where escaping is on, captured text is markup
        {
            Here = at;
            Escaper.Write(this, text, Output.Place);
        }
    }
}
