using System.Collections.Immutable;
using Blog.Composing;
using Blog.Publishing;
using Blog.Reading;

namespace Blog;

/// <summary>A planned build: the site as composed, the entries it leaves out, and the recipes for its files.</summary>
public sealed record SitePlan(Site Site, ImmutableArray<LeftOut> LeftOut, BuildPlan Outputs);

/// <summary>The whole program on one page: sources in, recipes out. No clock, no disk, no console in here.</summary>
public static class Build
{
    public static SitePlan Plan(Sources sources, BuildOptions options) => throw new NotImplementedException();
}
