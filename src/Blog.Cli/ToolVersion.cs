using System.Reflection;

namespace Blog.Cli;

internal static class ToolVersion
{
    /// <summary><c>0.1.0</c>; without the commit that the build system appends behind a '+'.</summary>
    public static string Text { get; } =
        (typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+')[0];

    /// <summary>Different for every build of the tool, released or not: what another build made may differ in its bytes.</summary>
    public static string OfThisBuild { get; } = $"{Text} {typeof(Build).Module.ModuleVersionId:N}";
}
