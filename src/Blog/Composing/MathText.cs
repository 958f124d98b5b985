using System.Text;

namespace Blog.Composing;

/// <summary>A formula in one line of plain text, for titles, cards and descriptions.</summary>
internal static class MathText
{
    private const string Plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-=<>/()[],.;:!'| ";
    private const string Raised = "0123456789+-=()aeinxyzbcdfghjklmoprstuvw";
    private const string RaisedTo = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵉⁱⁿˣʸᶻᵇᶜᵈᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷ";
    private const string Lowered = "0123456789+-=()aeinxhjklmoprstuv";
    private const string LoweredTo = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑᵢₙₓₕⱼₖₗₘₒₚᵣₛₜᵤᵥ";

    /// <summary>The formula in Unicode, or <paramref name="placeholder"/> when it does not fit on a line.</summary>
    public static string Of(string tex, string placeholder) => OneLine(tex.Trim()) ?? placeholder;

    // Letters, digits, signs and scripts of them. What knows more of TeX takes this method's place.
    private static string? OneLine(string tex)
    {
        var text = new StringBuilder();
        for (var i = 0; i < tex.Length; i++)
        {
            if (tex[i] is '^' or '_')
            {
                if (Script(tex, ref i) is not { } script)
                {
                    return null;
                }

                text.Append(script);
            }
            else if (Plain.Contains(tex[i], StringComparison.Ordinal))
            {
                text.Append(tex[i]);
            }
            else
            {
                return null;
            }
        }

        return text.Length == 0 ? null : text.ToString();
    }

    private static string? Script(string tex, ref int i)
    {
        var (from, to) = tex[i] == '^' ? (Raised, RaisedTo) : (Lowered, LoweredTo);
        var rest = tex.AsSpan(i + 1);
        if (rest.IsEmpty)
        {
            return null;
        }

        var group = rest[0] == '{' ? rest.IndexOf('}') is var close and > 1 ? rest[1..close] : default : rest[..1];
        i += rest[0] == '{' ? group.Length + 2 : 1;
        var script = new StringBuilder();
        foreach (var c in group)
        {
            if (from.IndexOf(c, StringComparison.Ordinal) is var at and >= 0)
            {
                script.Append(to[at]);
            }
            else
            {
                return null;
            }
        }

        return script.Length == 0 ? null : script.ToString();
    }
}
