using Blog.Scriban.Escaping;
using Blog.Scriban.Runtime;
using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban.Functions;

/// <summary>The object <c>object</c>.</summary>
internal static class ObjectFunctions
{
    public static ScriptObject Make()
    {
        var o = new ScriptObject(16);
        void Add(string name, string parameters, BuiltinCall call) => Builtins.Add(o, name, parameters, call, "object");

        Add("default", "value default", (_, a) => a[0].IsNull || a[0].Ref is "" || a[0].Ref is Html { Utf8.IsEmpty: true } ? a[1] : a[0]);
        Add("eval", "value", Eval);
        Add("eval_template", "value", EvalTemplate);
        Add("format", "value format:s culture:s?", (f, a) => Formatting.Format(f, a[0], a[1].Text(), f.Culture(a, 2)));
        Add("from_json", "json:s", (f, a) => a[0].IsNull ? default : Json.Read(f, a[0].Text()));
        Add("has_key", "value:o key:s", (f, a) => a[0].AsObject is { } found && f.Current(found).TryGet(a[1].Text(), out _));
        Add("has_value", "value:o key:s", (f, a) => a[0].AsObject is { } found && f.Current(found).TryGet(a[1].Text(), out var value) && !value.IsNull);
        Add("keys", "value", (f, a) => Keys(f, a[0]));
        Add("kind", "value", (_, a) => a[0].IsNull ? default(Value) : a[0].KindName);
        Add("size", "value", (f, a) => Items.TryOf(f, a[0], out var items) ? items.Count : 0);
        Add("to_json", "value", ToJson);
        Add("typeof", "value", (_, a) => a[0].IsNull ? default(Value) : TypeOf(a[0]));
        Add("values", "value", Values);
        return o;
    }

    // Without a character that HTML or XML reads: it can stand anywhere, and is a literal in a script.
    private static Value ToJson(Frame frame, ReadOnlySpan<Value> a) => frame.Language == MarkupLanguage.None ? Json.Write(frame, a[0])
        : Html.Of(Json.Write(frame, a[0]), MarkupForms.Html | MarkupForms.Xml | MarkupForms.Script);

    private static string TypeOf(Value value) => value.Kind switch
    {
        ValueKind.Boolean => "boolean",
        ValueKind.Text or ValueKind.Html or ValueKind.Character => "string",
        ValueKind.Array => value.AsArray!.IsSequence ? "iterator" : "array",
        ValueKind.Range => "iterator",
        >= ValueKind.Integer and <= ValueKind.Decimal => "number",
        _ => "object",
    };

    private static ScriptArray Keys(Frame frame, Value value) => new(
        value.Ref is ScriptObject found ? Listed(frame, found, static (_, name) => name)
        : value.IsList || value.IsText ? ["size", .. value.AsArray?.Properties?.Names.Select(name => (Value)name) ?? []]
        : new List<Value>());

    private static Value Values(Frame frame, ReadOnlySpan<Value> a)
    {
        if (a[0].Ref is ScriptObject found)
        {
            return new ScriptArray(Listed(frame, found, static (current, name) => current[name]));
        }

        if (!a[0].IsText && !a[0].IsList)
        {
            return new ScriptArray(new List<Value>());
        }

        var properties = a[0].AsArray?.Properties;
        Value size = Items.TryOf(frame, a[0], out var items) ? items.Count : 0;
        return new ScriptArray((List<Value>)[size, .. properties?.Names.Select(name => properties[name]) ?? []]);
    }

    private static List<Value> Listed(Frame frame, ScriptObject found, Func<ScriptObject, string, Value> select)
    {
        var current = frame.Current(found);
        frame.Budget.List(current.Count);
        return [.. current.Names.Select(name => select(current, name))];
    }

    private static Value Eval(Frame frame, ReadOnlySpan<Value> a)
    {
        if (a[0].Ref is ScriptFunction function)
        {
            return frame.CallBack(function);
        }

        if (!a[0].IsText)
        {
            return a[0];
        }

        var template = Parse(frame, Printer.Text(frame, a[0]), "script", frame.Options with { Mode = TemplateMode.ScriptOnly, AutoIndent = false });
        return frame.Evaluate(template);
    }

    private static Value EvalTemplate(Frame frame, ReadOnlySpan<Value> a)
    {
        if (!a[0].IsText)
        {
            return a[0];
        }

        var template = Parse(frame, Printer.Text(frame, a[0]), "template", frame.Options with { Mode = TemplateMode.Text });
        return frame.Evaluate(template);
    }

    private static Template Parse(Frame frame, string text, string name, TemplateOptions options)
    {
        frame.Budget.Source(text.Length);
        var template = Template.Parse(new SourceText(name, text), options with { Intern = frame.State.Intern }, HtmlState.StartOf(frame.Language));
        if (template.HasErrors)
        {
            throw frame.Fail(Problems.BrokenInclude(frame.Source, frame.Site!.Span, name, template));
        }

        return template;
    }
}
