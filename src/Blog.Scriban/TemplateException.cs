using Blog.Text;

namespace Blog.Scriban;

/// <summary>Thrown by a host function to tell the template's author what is wrong; becomes an error at the call.</summary>
public sealed class TemplateException(string message, string? help = null) : Exception(message)
{
    public string? Help { get; } = help;

    /// <summary>The argument at fault, from 0; -1 for the call as a whole.</summary>
    public int Argument { get; init; } = -1;
}

/// <summary>Ends a rendering: the error has been composed, only the way out is missing.</summary>
internal sealed class RenderFailure(Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    public Diagnostic Diagnostic { get; } = diagnostic;
}
