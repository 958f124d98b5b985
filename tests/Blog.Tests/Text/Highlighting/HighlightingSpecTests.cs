using Blog.Text.Highlighting;

namespace Blog.Tests.Text.Highlighting;

public class HighlightingSpecTests
{
    public static IEnumerable<TheoryDataRow<CodeExample>> Examples() => CodeExample.All.Select(example => new TheoryDataRow<CodeExample>(example) { TestDisplayName = example.Name });

    [Theory]
    [MemberData(nameof(Examples), DisableDiscoveryEnumeration = true)]
    public void Code_is_coloured_as_the_specification_marks_it(CodeExample example) =>
        Assert.Equal(example.Expected, CodeExample.Shown(example.Code, Highlighter.Spans(example.Code, Languages.Find(example.Language)!))); // unknown languages fail below

    [Fact]
    public void Every_language_has_an_example()
    {
        var shown = CodeExample.All.Select(example => Languages.Find(example.Language)?.Name).ToHashSet();

        Assert.Empty(Languages.All.Select(language => language.Name).Except(shown!));
    }

    [Fact]
    public void Every_name_and_alias_means_one_language()
    {
        var names = Languages.All.SelectMany(language => language.Aliases.Prepend(language.Name)).ToList();

        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(Languages.All, language => Assert.All(language.Aliases.Prepend(language.Name), name => Assert.Same(language, Languages.Find(name.ToUpperInvariant()))));
    }

    [Theory]
    [InlineData("py python3 ipython", "python")]
    [InlineData("js mjs cjs node", "javascript")]
    [InlineData("ts", "typescript")]
    [InlineData("c++ cc cxx hpp", "cpp")]
    [InlineData("h", "c")]
    [InlineData("sh shell zsh ksh", "bash")]
    [InlineData("shell-session shellsession terminal", "console")]
    [InlineData("golang", "go")]
    [InlineData("rs", "rust")]
    [InlineData("rb", "ruby")]
    [InlineData("cs c#", "csharp")]
    [InlineData("objc objective-c obj-c m", "objectivec")]
    [InlineData("yml", "yaml")]
    [InlineData("md", "markdown")]
    [InlineData("htm xhtml", "html")]
    [InlineData("svg xsd xaml pom plist", "xml")]
    [InlineData("docker", "dockerfile")]
    [InlineData("make mk", "makefile")]
    [InlineData("tex", "latex")]
    [InlineData("kt kts", "kotlin")]
    [InlineData("ps1 pwsh", "powershell")]
    [InlineData("bat cmd", "batch")]
    [InlineData("txt plain plaintext none nohighlight output", "text")]
    [InlineData("gradle", "groovy")]
    [InlineData("viml vimscript", "vim")]
    [InlineData("properties conf cfg env", "ini")]
    [InlineData("jsonc json5 ndjson", "json")]
    [InlineData("hs", "haskell")]
    [InlineData("ex exs", "elixir")]
    [InlineData("pl", "perl")]
    [InlineData("patch", "diff")]
    [InlineData("mysql postgresql pgsql plsql sqlite tsql", "sql")]
    [InlineData("asm nasm gas x86", "assembly")]
    [InlineData("pas delphi", "pascal")]
    [InlineData("golang-template gotmpl go-html-template", "gotemplate")]
    [InlineData("j2 jinja2 django njk twig", "jinja")]
    [InlineData("vb", "vbnet")]
    [InlineData("ml", "ocaml")]
    [InlineData("elisp cl", "lisp")]
    [InlineData("protobuf", "proto")]
    [InlineData("tf hcl", "terraform")]
    [InlineData("less sass", "scss")]
    [InlineData("f90", "fortran")]
    public void Names_that_writers_use_are_known(string names, string language) =>
        Assert.All(names.Split(' '), name => Assert.Equal(language, Languages.Find(name)?.Name));

    [Theory]
    [InlineData("pyton", "python")]
    [InlineData("kava", "java")]
    [InlineData("javascrpt", "javascript")]
    [InlineData("wombat", null)]
    public void A_misspelt_name_has_a_nearest_one(string name, string? nearest) => Assert.Equal(nearest, Languages.Nearest(name));
}
