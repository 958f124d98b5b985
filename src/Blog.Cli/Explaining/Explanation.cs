using System.Collections.Immutable;
using Blog.Text;

namespace Blog.Cli.Explaining;

/// <summary>What the manual says about one code.</summary>
/// <param name="Messages">Messages that have the code, as examples; at least one.</param>
/// <param name="Paragraphs">Cause and remedy, as plain text.</param>
internal sealed record Explanation(
    string Code, Severity Severity, ImmutableArray<string> Messages, ImmutableArray<string> Paragraphs, ExplanationGroup Group);

/// <summary>Codes that stand together in the manual.</summary>
/// <param name="Title"><c>Front matter</c>.</param>
/// <param name="Remark">What holds for all of them, such as the exit code; may be empty.</param>
internal sealed record ExplanationGroup(string Title, string Remark);
