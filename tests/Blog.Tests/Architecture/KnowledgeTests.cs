using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Blog.Tests.Kit;

namespace Blog.Tests.Architecture;

/// <summary>Who may know whom. A failing test here is a question about the design, not about the test.</summary>
public partial class KnowledgeTests
{
    private static readonly string Source = Path.Combine(Repository.Root, "src");

    /// <summary>The stages that each folder of the engine may use.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Imaging"] = [],
        ["Reading"] = ["Imaging"],
        ["Publishing"] = [],
        ["Composing"] = ["Imaging", "Reading"],
        ["Rendering"] = ["Composing", "Reading", "Publishing"],
        ["Checking"] = ["Composing", "Publishing"],
    };

    [Fact]
    public void A_stage_knows_only_the_stages_before_it()
    {
        var breaches =
            from stage in Allowed
            from file in Files(Path.Combine(Source, "Blog", stage.Key))
            from Match use in UsedStage().Matches(File.ReadAllText(file))
            let used = use.Groups["stage"].Value
            where Allowed.ContainsKey(used) && used != stage.Key && !stage.Value.Contains(used)
            select $"{Path.GetRelativePath(Source, file)} uses {used}";

        Assert.Empty(breaches);
    }

    [Fact]
    public void Every_folder_of_the_engine_has_its_place_in_the_table() =>
        Assert.Equal(Allowed.Keys.Order(), Directory.GetDirectories(Path.Combine(Source, "Blog")).Select(Path.GetFileName).Except(["bin", "obj"]).Order());

    [Fact]
    public void Nobody_knows_the_build() =>
        Assert.DoesNotContain(Files(Path.Combine(Source, "Blog")),
            file => Path.GetFileName(file) != "Build.cs" && File.ReadAllText(file).Contains("Build.Plan(", StringComparison.Ordinal));

    [Theory]
    [InlineData("Blog.Text", new string[0])]
    [InlineData("Blog.Scriban", new[] { "Blog.Text" })]
    [InlineData("Blog", new[] { "Blog.Scriban" })]
    [InlineData("Blog.Cli", new[] { "Blog" })]
    public void The_projects_stand_in_one_line(string project, string[] references) =>
        Assert.Equal(references, Items(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))));

    [Theory]
    [InlineData("Blog.Text", new string[0])]
    [InlineData("Blog.Scriban", new string[0])]
    [InlineData("Blog", new[] { "Markdig", "YamlDotNet" })]
    [InlineData("Blog.Cli", new[] { "System.CommandLine" })]
    public void A_package_stays_in_its_project(string project, string[] packages) => Assert.Equal(packages, Items(project, "PackageReference"));

    [Theory]
    [InlineData("Blog.Text")]
    [InlineData("Blog.Scriban")]
    [InlineData("Blog")]
    public void The_engine_asks_no_clock_console_environment_or_network(string assembly)
    {
        string[] forbidden =
        [
            "System.Console", "System.Environment", "System.Activator", "System.Net.Http.HttpClient", "System.Diagnostics.Process", "System.Random.get_Shared",
            "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
            "System.Threading.Thread.Sleep", "System.TimeZoneInfo.get_Local",
        ];
        // Compilers ask for the thread in every iterator method.
        var members = MembersOf(Path.Combine(AppContext.BaseDirectory, assembly + ".dll")).Where(member => member != "System.Environment.get_CurrentManagedThreadId");

        Assert.DoesNotContain(members, member => forbidden.Any(name => member == name || member.StartsWith(name + ".", StringComparison.Ordinal)));
    }

    [Fact]
    public void Templates_reach_no_file_no_reflection_and_no_compiler()
    {
        string[] forbidden = ["System.IO.File", "System.IO.Directory", "System.IO.Stream", "System.Reflection.", "System.Linq.Expressions.", "System.Dynamic.", "System.Runtime.Loader.", "System.Net.Http.", "System.Net.Sockets.", "System.Diagnostics.Process", "Microsoft.CSharp."];

        // Attributes of the assembly itself, and of the code that the compiler adds.
        var members = MembersOf(Path.Combine(AppContext.BaseDirectory, "Blog.Scriban.dll")).Where(member => !member.EndsWith("..ctor", StringComparison.Ordinal) || !member.Contains("Attribute.", StringComparison.Ordinal));

        Assert.DoesNotContain(members, member => forbidden.Any(name => member.StartsWith(name, StringComparison.Ordinal)));
    }

    [Fact]
    public void Only_the_ends_of_the_pipeline_touch_the_disk()
    {
        string[] allowed = ["Reading/Sources.cs", "Publishing/FolderTarget.cs", "Publishing/OutputFolder.cs", "Publishing/CacheFile.cs", "Publishing/BuildLock.cs"];
        var touching =
            from project in new[] { "Blog.Text", "Blog.Scriban", "Blog" }
            from file in Files(Path.Combine(Source, project))
            where DiskAccess().IsMatch(File.ReadAllText(file))
            select Path.GetRelativePath(Path.Combine(Source, project), file).Replace('\\', '/');

        Assert.Empty(touching.Except(allowed));
    }

    [GeneratedRegex(@"(?:using Blog\.|\bBlog\.|[^.\w])(?<stage>Reading|Composing|Rendering|Publishing|Checking)(?:;|\.[A-Z])")]
    private static partial Regex UsedStage();

    [GeneratedRegex(@"(?<![\w.])(?:(?:File|Directory)\.(?:Read|Write|Exists|Delete|Move|Copy|Open|Create|Get|Set|Enumerate|Append|Replace|Resolve)|new (?:FileInfo|DirectoryInfo|FileStream)\b)")]
    private static partial Regex DiskAccess();

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static IEnumerable<string> Items(string project, string kind) =>
        XDocument.Load(Path.Combine(Source, project, project + ".csproj")).Descendants(kind).Select(item => (string)item.Attribute("Include")!); // items without it do not compile

    // Types used and members called, as "Namespace.Type.Member".
    private static List<string> MembersOf(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        var names = new List<string>();
        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (member.Parent.Kind == HandleKind.TypeReference)
            {
                var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
                names.Add($"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{metadata.GetString(member.Name)}");
            }
        }

        return names;
    }
}
