using System.Text.Json;
using Blog.Cli.Explaining;
using Blog.Tests.Docs;
using Blog.Tests.Kit;
using Blog.Text;

namespace Blog.Tests.Cli;

public sealed class ExplainTests
{
    private static Ran Explain(params string[] args)
    {
        using var tool = new Tool();
        return tool.Run(["explain", .. args]);
    }

    [Theory]
    [InlineData("explain-code.txt", "B2018")]
    [InlineData("explain-several-messages.txt", "B1002")]
    [InlineData("explain-beginning.txt", "B402")]
    public void An_explanation_is_the_entry_of_the_manual(string golden, string code) =>
        Golden.Matches($"cli/{golden}", Explain(code).Transcript($"blog explain {code}"));

    [Fact]
    public void Every_code_of_the_program_is_explained()
    {
        Assert.All(DiagnosticsTests.CodesOfSources, known =>
        {
            var ran = Explain(known.Key);

            Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
            Assert.Matches($"^(error|warning) {known.Key}: \\S", ran.Out);
            Assert.StartsWith(known.Value, ran.Out, StringComparison.OrdinalIgnoreCase);
            Assert.True(ran.Out.Split("\n\n").Length >= 3, $"{known.Key} has no cause and remedy:\n{ran.Out}");
        });
        Assert.True(DiagnosticsTests.CodesOfSources.Count > 150);
    }

    [Fact]
    public void No_explanation_shows_marks_of_Markdown() =>
        Assert.All(ManualPage.Explanations.SelectMany(one => one.Paragraphs.Append(one.Group.Remark)), text =>
        {
            Assert.DoesNotContain("](", text, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"`[^`']*`|(?<!\S)\*{1,2}\w|^#", text);
        });

    [Theory]
    [InlineData("b3203")]
    [InlineData("B3203:")]
    [InlineData("[B3203]")]
    [InlineData(" B3203 ")]
    [InlineData("T203")]
    [InlineData("t203")]
    public void A_code_may_be_written_as_it_was_copied(string code) => Assert.Equal(Explain("B3203"), Explain(code));

    [Theory]
    [InlineData("B3302", "A warning does not stop the publication, unless '--strict' is given.")]
    [InlineData("B3301", "Templates: escaping. T301 to T309 are shown as B3301 to B3309. Exit code 1.")]
    public void The_last_lines_tell_what_the_severity_means(string code, string remark) =>
        Assert.Contains(remark, Explain(code).Out.Replace('\n', ' '), StringComparison.Ordinal);

    [Fact]
    public void An_entry_with_an_exit_code_of_its_own_is_not_contradicted_by_its_group()
    {
        var text = Explain("B0030").Out;

        Assert.Contains("Exit code 4.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exit code 2", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_line_of_an_explanation_is_wider_than_the_terminal()
    {
        var lines = ManualPage.Explanations.SelectMany(one => Explain(one.Code).Out.Split('\n'));

        Assert.DoesNotContain(lines, line => line.Length > 80 && line.Trim().Contains(' '));    // a single word cannot be broken
    }

    [Theory]
    [InlineData("B3299", "did you mean 'B3209'?")]
    [InlineData("date", "a code is like B3203; 'blog explain' shows which there are")]
    public void An_unknown_code_is_refused_with_a_guess(string code, string help)
    {
        var ran = Explain(code);

        Assert.Equal((2, ""), (ran.ExitCode, ran.Out));
        Assert.Equal($"error B0013: no message has the code '{code}'\n  help: {help}\n", ran.Error);
    }

    [Fact]
    public void Without_a_code_the_groups_are_shown_and_how_to_go_on()
    {
        var ran = Explain();

        Assert.Equal(0, ran.ExitCode);
        Assert.Matches("(?m)^B3201 to B32[0-9]{2}  Templates: rendering$", ran.Out);
        Assert.Equal(ManualPage.Explanations.Select(one => one.Group).Distinct().Count(), ran.Out.TrimEnd('\n').Split('\n').Length);
        Assert.Contains("'blog explain B32'", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_of_a_code_is_one_object()
    {
        using var json = JsonDocument.Parse(Explain("b2013:", "--format", "json").Out);

        Assert.Equal(["code", "severity", "group", "messages", "explanation"], json.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("B2013", "warning"), (json.RootElement.GetProperty("code").GetString(), json.RootElement.GetProperty("severity").GetString()));
        Assert.Equal("'</div>' closes nothing and was left out", json.RootElement.GetProperty("messages")[0].GetString());
    }

    [Theory]
    [InlineData("B402", 4)]
    [InlineData("", null)]
    public void Json_of_several_codes_is_a_list(string beginning, int? count)
    {
        using var json = JsonDocument.Parse(Explain(beginning, "--format", "json").Out);

        Assert.Equal(count ?? ManualPage.Explanations.Length, json.RootElement.GetArrayLength());
    }

    [Fact]
    public void An_entry_is_read_with_code_and_lists_as_they_stand()
    {
        var entry = Assert.Single(ManualPage.Read("""
            ***

            **A group.** For [all](x.md).

            ## B9001

            Warning: `one` or `'two'`.

            A *long*
            paragraph with `code`, [`a link`](writing.md#here) and [B9001](#b9001).

            - `[not a link](x.md)`
            - second

            ```yaml
            title: "a *b*"
            ```

            ***

            **Another.**
            """));

        Assert.Equal(new("A group", "For all (manual: x)."), entry.Group);
        Assert.Equal(("B9001", Severity.Warning), (entry.Code, entry.Severity));
        Assert.Equal(["one", "'two'"], entry.Messages);
        Assert.Equal(
            [
                "A long paragraph with 'code', 'a link' (manual: writing) and B9001.",
                "- '[not a link](x.md)'\n- second",
                "    title: \"a *b*\"",
            ],
            entry.Paragraphs);
    }
}
