namespace Blog.Text.Tex;

/// <summary>One mistake in a formula; the engine knows the file and makes a <see cref="Diagnostic"/> of it.</summary>
/// <param name="Code">A word, <c>unknown-command</c>.</param>
internal sealed record TexProblem(string Code, string Message, TextSpan Span);
