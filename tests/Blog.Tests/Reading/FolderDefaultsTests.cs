using Blog.Reading;

namespace Blog.Tests.Reading;

public class FolderDefaultsTests
{
    private static (FolderDefaults Folders, Dictionary<string, Entry> Entries) Read(string archive)
    {
        var sources = Sources.FromText(archive);
        var config = SiteConfig.Read(sources.Config, sources.RootName, Given.Options);
        var folders = FolderDefaults.Read(sources.Folders, config);
        return (folders, sources.Markdown.ToDictionary(file => file.Path.Value, file => Entry.Read(file, config, folders)));
    }

    [Fact]
    public void The_nearest_folder_wins_and_the_file_itself_before_all()
    {
        var (folders, entries) = Read("""
            -- content/posts/_folder.yaml --
            author: Ann
            layout: wide
            extra: {a: 1, b: 1}
            -- content/posts/nlp/_folder.yaml --
            layout: narrow
            extra: {b: 2}
            -- content/posts/nlp/2026-01-01-x.md --
            ---
            extra: {c: 3}
            ---
            -- content/posts/nlp/2026-01-02-y.md --
            ---
            layout: own
            ---
            -- content/posts/2026-01-03-z.md --
            text
            -- content/about.md --
            text
            """);

        Assert.Empty(folders.Diagnostics);
        Assert.Equal(["Ann", "narrow", "c3 b2 a1"], Shown("content/posts/nlp/2026-01-01-x.md"));
        Assert.Equal(["Ann", "own", "b2 a1"], Shown("content/posts/nlp/2026-01-02-y.md"));
        Assert.Equal(["Ann", "wide", "a1 b1"], Shown("content/posts/2026-01-03-z.md"));
        Assert.Equal(["", "", ""], Shown("content/about.md"));
        Assert.All(entries.Values, entry => Assert.Empty(entry.Diagnostics));

        string[] Shown(string path)
        {
            var meta = entries[path].Meta;
            return [string.Join(',', meta.Authors), meta.Layout ?? "", string.Join(' ', (meta.Extra?.Pairs ?? []).Select(pair => pair.Key.Value + ((YamlScalar)pair.Value).Value))];
        }
    }

    [Fact]
    public void Title_and_description_describe_the_category_and_do_not_flow_into_posts()
    {
        var (folders, entries) = Read("""
            -- content/posts/nlp/_folder.yaml --
            title: 自然语言处理
            description: Words
            -- content/posts/nlp/2026-01-01-x.md --
            text
            """);

        var folder = Assert.Single(folders.Folders);
        Assert.Equal(("content/posts/nlp", "nlp", "自然语言处理", "Words"), (folder.Path.Value, Assert.Single(folder.Category), folder.Title, folder.Description));
        Assert.Equal((null, null), entries["content/posts/nlp/2026-01-01-x.md"].Meta is var meta ? (meta.Title, meta.Description) : default);
    }

    [Fact]
    public void A_wrong_default_is_told_once_where_it_stands()
    {
        var (folders, entries) = Read("""
            -- content/posts/_folder.yaml --
            draft: perhaps
            layuot: wide
            -- content/posts/2026-01-01-x.md --
            text
            -- content/posts/2026-01-02-y.md --
            text
            """);

        Assert.Equal(["2:1: warning B1064: 'layuot' is not a known key", "1:8: error B1067: 'draft': expected true or false, found 'perhaps'"], folders.Diagnostics.Lines());
        Assert.All(entries.Values, entry => Assert.Empty(entry.Diagnostics));
    }

    [Fact]
    public void FM_7_a_syntax_error_names_the_folder_file() =>
        Assert.Equal("content/posts/_folder.yaml", Assert.Single(Read("-- content/posts/_folder.yaml --\na: 1\na: 2\n").Folders.Diagnostics).Source?.Path);
}
