using System.Collections.Frozen;
using Blog.Text.Highlighting.Grammars;

namespace Blog.Text.Highlighting;

/// <summary>All languages by name and alias. A new one is a file in <c>Grammars</c> and a line here.</summary>
public static class Languages
{
    private static readonly Language[] Known =
    [
        new("text", "txt plain plaintext none nohighlight output console-output mermaid plantuml dot goat math tree ascii log", null),
        new("ada", "", Classics.CreateAda),
        new("antlr", "g4 antlr4", Schemas.CreateAntlr),
        new("apache", "apacheconf htaccess", Servers.CreateApache),
        new("applescript", "osascript", SmallScripts.CreateAppleScript),
        new("asciidoc", "adoc", Markups.CreateAsciidoc),
        new("asn1", "asn.1 asn", Asn1.Create),
        new("assembly", "asm nasm gas x86 x86asm armasm mips riscv masm", Assembly.Create),
        new("astro", "", Components.CreateAstro),
        new("awk", "gawk mawk", SmallScripts.CreateAwk),
        new("bash", "sh shell zsh ksh shellscript", Shell.Create),
        new("batch", "bat cmd dosbatch", PowerShell.CreateBatch),
        new("bnf", "ebnf abnf", Schemas.CreateBnf),
        new("c", "h", C.Create),
        new("caddy", "caddyfile", Servers.CreateCaddy),
        new("clojure", "clj cljs cljc edn", Lisp.CreateClojure),
        new("cmake", "cmakelists", Building.CreateCmake),
        new("cobol", "cbl cob", Classics.CreateCobol),
        new("console", "shell-session shellsession terminal bash-session sh-session", ShellSession.Create),
        new("cpp", "c++ cc cxx hpp hxx hh arduino ino", C.CreateCpp),
        new("csharp", "cs c# dotnet", CSharp.Create),
        new("css", "", Css.Create),
        new("csv", "tsv", Settings.CreateCsv),
        new("cuda", "cu", C.CreateCuda),
        new("cypher", "neo4j", Queries.CreateCypher),
        new("dart", "", Dart.Create),
        new("diff", "patch udiff", Diff.Create),
        new("dockerfile", "docker containerfile", Building.CreateDockerfile),
        new("ejs", "", Templates.CreateEjs),
        new("elixir", "ex exs", Beam.CreateElixir),
        new("elm", "", Functional.CreateElm),
        new("erb", "rhtml html+erb", Templates.CreateErb),
        new("erlang", "erl hrl", Beam.CreateErlang),
        new("fish", "", SmallScripts.CreateFish),
        new("fortran", "f90 f95 f03 f08 for f77 f", Classics.CreateFortran),
        new("fsharp", "fs f# fsx", Functional.CreateFsharp),
        new("glsl", "hlsl shader vert frag metal", C.CreateGlsl),
        new("go", "golang", Go.Create),
        new("gotemplate", "golang-template gotmpl go-html-template go-template go-text-template hugo", Templates.CreateGo),
        new("graphql", "gql", Queries.CreateGraphql),
        new("groovy", "gradle jenkinsfile", Java.CreateGroovy),
        new("handlebars", "hbs mustache", Templates.CreateHandlebars),
        new("haskell", "hs lhs", Functional.CreateHaskell),
        new("html", "htm xhtml", Html.Create),
        new("http", "https", Http.Create),
        new("ini", "properties conf cfg env dotenv editorconfig gitconfig desktop systemd", Settings.CreateIni),
        new("java", "", Java.Create),
        new("javascript", "js mjs cjs node jsx javascriptreact", JavaScript.Create),
        new("jinja", "j2 jinja2 django njk nunjucks twig html+jinja html+django", Templates.CreateJinja),
        new("json", "jsonc json5 ndjson jsonl geojson webmanifest ipynb", Json.Create),
        new("julia", "jl", Julia.Create),
        new("kotlin", "kt kts", Kotlin.Create),
        new("latex", "tex bibtex sty", Latex.Create),
        new("liquid", "", Templates.CreateLiquid),
        new("lisp", "elisp cl common-lisp emacs-lisp commonlisp", Lisp.Create),
        new("lua", "luau", Lua.Create),
        new("makefile", "make mk gnumake", Building.CreateMakefile),
        new("markdown", "md mdx mkd rmd qmd rmarkdown", Markdown.Create),
        new("matlab", "", Matlab.Create),
        new("nginx", "nginxconf", Servers.CreateNginx),
        new("objectivec", "objc objective-c obj-c m", ObjectiveC.Create),
        new("objectivecpp", "mm objective-c++ objc++ objectivec++ obj-c++", ObjectiveC.CreateCpp),
        new("ocaml", "ml mli sml reason", Functional.CreateOcaml),
        new("octave", "", Matlab.CreateOctave),
        new("org", "orgmode", Markups.CreateOrg),
        new("pascal", "pas delphi objectpascal freepascal", Classics.CreatePascal),
        new("perl", "pl pm perl5", Perl.Create),
        new("php", "php3 php4 php5 phtml", Php.Create),
        new("powershell", "ps1 pwsh posh ps", PowerShell.Create),
        new("proto", "protobuf proto3", Schemas.CreateProto),
        new("pycon", "python-console python-repl pyrepl doctest", Python.CreateConsole),
        new("python", "py python3 py3 python2 ipython ipython3 sage pyi bazel starlark bzl", Python.Create),
        new("r", "rlang rscript splus s", R.Create),
        new("racket", "rkt", Lisp.CreateRacket),
        new("regex", "regexp re", Schemas.CreateRegex),
        new("rst", "rest restructuredtext", Markups.CreateRst),
        new("ruby", "rb rake gemspec rails crystal podfile", Ruby.Create),
        new("rust", "rs", Rust.Create),
        new("sas", "", SmallScripts.CreateSas),
        new("scala", "sbt sc", Scala.Create),
        new("scheme", "scm ss", Lisp.CreateScheme),
        new("scriban", "scriban-html scriban-text", Templates.CreateScriban),
        new("scss", "less sass stylus styl", Css.CreateExtended),
        new("sed", "", SmallScripts.CreateSed),
        new("solidity", "sol", Systems.CreateSolidity),
        new("sql", "mysql postgresql postgres pgsql plsql plpgsql sqlite sqlite3 tsql mssql mariadb hive hql oracle cql cassandra", Queries.CreateSql),
        new("stan", "", R.CreateStan),
        new("svelte", "", Components.CreateSvelte),
        new("swift", "", Swift.Create),
        new("tcl", "tk", SmallScripts.CreateTcl),
        new("terraform", "tf hcl tfvars", Building.CreateTerraform),
        new("thrift", "", Schemas.CreateThrift),
        new("toml", "", Settings.CreateToml),
        new("tsx", "typescriptreact", JavaScript.CreateTsx),
        new("typescript", "ts mts cts", JavaScript.CreateTypeScript),
        new("typst", "typ", Latex.CreateTypst),
        new("vbnet", "vb vba basic visualbasic vbscript vb.net vbs", Classics.CreateVisualBasic),
        new("verilog", "v systemverilog sv", Circuits.CreateVerilog),
        new("vhdl", "", Circuits.CreateVhdl),
        new("vim", "viml vimscript nvim vimrc", Vim.Create),
        new("vue", "", Components.CreateVue),
        new("wasm", "wat wast", Systems.CreateWasm),
        new("wgsl", "", Systems.CreateWgsl),
        new("winbugs", "jags bugs openbugs", R.CreateBugs),
        new("xml", "svg xsd xaml pom plist xsl xslt rss atom wsdl csproj", Html.CreateXml),
        new("yaml", "yml", Yaml.Create),
        new("zig", "", Systems.CreateZig),
    ];

    private static readonly string[] Common =
        ["python", "javascript", "java", "c", "cpp", "bash", "go", "r", "swift", "rust", "ruby", "typescript", "objectivec", "html", "css", "json", "yaml", "sql"];

    private static readonly FrozenDictionary<string, Language> ByName = Known
        .SelectMany(language => language.Aliases.Prepend(language.Name), (language, name) => KeyValuePair.Create(name, language))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<Language> All => Known;

    /// <summary>The language of that name or alias, in any case; null when there is none.</summary>
    public static Language? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The known name most like an unknown one; of several, one that is often meant.</summary>
    public static string? Nearest(string name) => Spelling.Nearest(name, Common.Concat(ByName.Keys.Order(StringComparer.Ordinal)));

    internal static Mode Root(string name) => ByName[name].Root!; // only languages with a grammar are embedded
}
