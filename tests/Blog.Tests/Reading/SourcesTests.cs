using System.Diagnostics;
using System.Net.Sockets;
using Blog.Reading;
using Blog.Text;

namespace Blog.Tests.Reading;

public sealed class SourcesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("blog-sources-").FullName;

    private string Root => Path.Combine(_folder, "site");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string path, string text = "text")
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!); // a path below the root has a folder
        File.WriteAllText(full, text);
        return full;
    }

    private static string[] Paths(IEnumerable<SourceFile> files) => [.. files.Select(file => file.Path.Value)];

    private static string[] Lines(Sources sources) => sources.Diagnostics.Lines();

    [Fact]
    public void Files_are_sorted_by_kind_and_path()
    {
        var sources = Sources.FromText("""
            -- templates/base.html --
            -- content/site.yaml --
            title: a
            -- content/posts/b.md --
            B
            -- content/posts/a/index.md --
            -- content/posts/a/pic.png --
            -- content/posts/_folder.yaml --
            -- content/data/links.yaml --
            -- content/data/more/x.json --
            -- content/data/notes.txt --
            -- content/about.markdown --
            """);

        Assert.Equal("content/site.yaml", sources.Config?.Path.Value);
        Assert.Equal(["content/about.markdown", "content/posts/a/index.md", "content/posts/b.md"], Paths(sources.Markdown));
        Assert.Equal(["content/posts/_folder.yaml"], Paths(sources.Folders));
        Assert.Equal(["content/posts/a/pic.png"], Paths(sources.Assets));
        Assert.Equal(["content/data/links.yaml", "content/data/more/x.json"], Paths(sources.Data));
        Assert.Equal(["templates/base.html"], Paths(sources.Templates));
        Assert.Equal("B\n", sources.Markdown[2].Text.Text);
    }

    [Fact]
    public void WATCH_1_hidden_private_and_editor_files_are_no_part_of_a_site()
    {
        foreach (var name in new[] { ".hidden", "_draft.md", "a.md~", ".a.md.swp", "a.swp", ".DS_Store", "Thumbs.db", "4913", "#a.md#", "a.bak", "a.tmp", "~$a.docx", "_drafts/b.md", ".git/c.md", "node_modules/d.md" })
        {
            Write($"content/{name}");
        }

        Write("content/.well-known/security.txt");
        Write("content/a.md");

        var sources = Sources.Read(Root);
        Assert.Equal(["content/a.md"], Paths(sources.Markdown));
        Assert.Equal(["content/.well-known/security.txt"], Paths(sources.Assets));
        Assert.Empty(sources.Diagnostics);
    }

    [Fact]
    public void SEC_4_secrets_are_not_published_and_named()
    {
        Write("content/.env");
        Write("content/keys/id_rsa");
        Write("content/keys/server.pem");

        var sources = Sources.Read(Root);
        Assert.Empty(sources.All);
        Assert.Equal(
            ["content/.env", "content/keys/id_rsa", "content/keys/server.pem"],
            Lines(sources).Select(line => line.Replace("warning B1027: '", "", StringComparison.Ordinal).Replace("' looks like a secret and is not published", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void PUB_2_a_folder_without_content_is_an_error_of_the_configuration()
    {
        Directory.CreateDirectory(Root);

        var diagnostic = Assert.Single(Sources.Read(Root).Diagnostics);
        Assert.StartsWith("there is no folder 'content' in '", diagnostic.Message, StringComparison.Ordinal);
        Assert.True(Problems.IsConfiguration(diagnostic.Code));
    }

    [Fact]
    public void An_unchanged_file_is_taken_over_from_the_snapshot_before()
    {
        var path = Write("content/a.md", "one");
        Write("content/b.md", "two");
        var first = Sources.Read(Root);
        File.WriteAllText(path, "other");

        var second = Sources.Read(Root, first);

        Assert.NotSame(first.Markdown[0], second.Markdown[0]);
        Assert.Same(first.Markdown[1], second.Markdown[1]);
        Assert.Equal("other", second.Markdown[0].Text.Text);
    }

    [Fact]
    public void Another_look_names_what_changed_came_and_went()
    {
        foreach (var path in new[] { "content/site.yaml", "content/a.md", "content/c.md", "content/d.md", "content/pic.png", "templates/base.html" })
        {
            Write(path);
        }

        var first = Sources.Read(Root);
        Write("templates/base.html", "other text");
        Write("content/b.md");
        Write("content/d.md", "other text");
        File.Delete(Path.Combine(Root, "content/c.md"));
        File.Delete(Path.Combine(Root, "content/site.yaml"));
        var second = Sources.Read(Root, first);

        string[] changed = ["content/b.md", "content/c.md", "content/d.md", "content/site.yaml", "templates/base.html"];
        Assert.Equal(changed, second.DifferingFrom(first).Select(path => path.Value));
        Assert.Equal(changed, first.DifferingFrom(second).Select(path => path.Value));
        Assert.False(second.IsSame(first));
        Assert.True(second.IsSame(Sources.Read(Root, second)));
    }

    [Theory]
    [InlineData("content/site.yaml")]
    [InlineData("content/b.md")]
    [InlineData("content/posts/_folder.yaml")]
    [InlineData("content/data/x.yaml")]
    [InlineData("content/pic.png")]
    [InlineData("templates/base.html")]
    public void A_known_file_is_looked_at_again_without_the_others(string changed)
    {
        foreach (var path in new[] { "content/site.yaml", "content/a.md", "content/b.md", "content/posts/_folder.yaml", "content/data/x.yaml", "content/pic.png", "templates/base.html" })
        {
            Write(path);
        }

        var first = Sources.Read(Root);
        Write(changed, "other text");
        Write("content/a.md", "unseen as yet");

        var second = Sources.ReadAgain(Root, first, new HashSet<SitePath> { new(changed) })!; // a plain file

        Assert.Equal([changed], second.DifferingFrom(first).Select(path => path.Value));
        Assert.Equal("other text", second.Find(new(changed))!.Text.Text); // it is there
        Assert.Null(Sources.ReadAgain(Root, first, new HashSet<SitePath> { new("content/new.md") }));
    }

    [Fact]
    public void IO_3_a_file_that_cannot_be_read_is_an_error_and_the_others_are_read()
    {
        var gone = Write("content/a.md");
        Write("content/b.md", "---\ntitle: b\n---\n");
        var sources = Sources.Read(Root);
        File.Delete(gone);

        var entries = sources.Markdown.Select(file => Entry.Read(file, Given.Shanghai)).ToList();

        Assert.Equal(["error B1020: 'content/a.md' cannot be read: it was there when the folder was listed and is gone now"], entries[0].Diagnostics.Lines());
        Assert.Equal("b", entries[1].Meta.Title);
        Assert.Equal(0, sources.Markdown[0].Bytes.Length);
        Assert.NotNull(sources.Markdown[0].Failure);
    }

    [Fact]
    public void IO_3_permission_denied_is_told_in_words()
    {
        var file = new SourceFile(new("content/a.md"), default, () => throw new UnauthorizedAccessException("Access to the path '/home/ann/site/content/a.md' is denied."));

        Assert.Equal("error B1020: 'content/a.md' cannot be read: permission denied", Assert.Single(file.TextDiagnostics.Lines()));
    }

    [Fact]
    public void IO_5_links_inside_the_site_are_followed()
    {
        Write("content/img/a.png");
        Write("shared/b.png");
        Directory.CreateSymbolicLink(Path.Combine(Root, "content/pics"), "img");
        Directory.CreateSymbolicLink(Path.Combine(Root, "content/shared"), Path.Combine(Root, "shared"));
        File.CreateSymbolicLink(Path.Combine(Root, "content/c.png"), "img/a.png");

        var sources = Sources.Read(Root);
        Assert.Equal(["content/c.png", "content/img/a.png", "content/pics/a.png", "content/shared/b.png"], Paths(sources.Assets));
        Assert.Empty(sources.Diagnostics);
    }

    [Fact]
    public void IO_5_links_in_a_circle_are_walked_once_and_named()
    {
        Write("content/a/x.png");
        Write("content/b/y.png");
        Directory.CreateSymbolicLink(Path.Combine(Root, "content/a/up"), "..");
        Directory.CreateSymbolicLink(Path.Combine(Root, "content/a/root"), "../..");
        Directory.CreateSymbolicLink(Path.Combine(Root, "content/a/to-b"), "../b");
        Directory.CreateSymbolicLink(Path.Combine(Root, "content/b/to-a"), "../a");
        Directory.CreateSymbolicLink(Path.Combine(Root, "content/self"), "self");

        var sources = Sources.Read(Root);
        Assert.All(Lines(sources), line => Assert.EndsWith("leads to a folder that it lies in, and is not followed", line, StringComparison.Ordinal));
        Assert.Contains("warning B1025: the link 'content/a/up' leads to a folder that it lies in, and is not followed", Lines(sources));
        Assert.Contains("warning B1025: the link 'content/a/root' leads to a folder that it lies in, and is not followed", Lines(sources));
        Assert.Contains("warning B1025: the link 'content/self' leads to a folder that it lies in, and is not followed", Lines(sources));
        Assert.InRange(sources.Assets.Length, 2, 6);
    }

    [Fact]
    public void IO_5_folders_that_all_link_to_each_other_do_not_multiply()
    {
        var names = Enumerable.Range(0, 12).Select(i => $"f{i}").ToList();
        names.ForEach(name => Write($"content/{name}/x.png"));
        foreach (var (from, to) in names.SelectMany(from => names.Where(to => to != from).Select(to => (from, to))))
        {
            Directory.CreateSymbolicLink(Path.Combine(Root, "content", from, to), $"../{to}");
        }

        // Each folder, each link in it, and one chain of links behind the first: not 12! paths.
        Assert.InRange(Sources.Read(Root).Assets.Length, 12, 200);
    }

    [Fact]
    public void IO_5_links_out_of_the_site_are_an_error_and_not_followed()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "site-sibling"));
        File.WriteAllText(Path.Combine(_folder, "site-sibling", "canary.md"), "secret");
        File.WriteAllText(Path.Combine(_folder, "canary.md"), "secret");
        Write("content/a.md");
        Write("other/x.txt");
        Directory.CreateSymbolicLink(Path.Combine(Root, "content/out"), "../../site-sibling");
        File.CreateSymbolicLink(Path.Combine(Root, "content/file.md"), Path.Combine(_folder, "canary.md"));
        // The shape of CVE-2018-17567: the link itself stays inside, a folder on its way leads out.
        Directory.CreateSymbolicLink(Path.Combine(Root, "other/way"), _folder);
        File.CreateSymbolicLink(Path.Combine(Root, "content/parent.md"), "../other/way/canary.md");
        Directory.CreateSymbolicLink(Path.Combine(Root, "templates"), "/etc");

        var sources = Sources.Read(Root);
        Assert.Equal(["content/a.md"], Paths(sources.All));
        Assert.Equal(["content/file.md", "content/out", "content/parent.md", "templates"], Lines(sources).Select(line => line.Split('\'')[1]));
        Assert.All(sources.Diagnostics, diagnostic => Assert.Equal((Severity.Error, "B1022"), (diagnostic.Severity, diagnostic.Code)));
    }

    [Fact]
    public void IO_5_links_to_what_is_never_published_are_an_error()
    {
        Write(".git/config", "secret");
        Write("content/a.md");
        File.CreateSymbolicLink(Path.Combine(Root, "content/b.txt"), "../.git/config");

        Assert.Equal("error B1023: the link 'content/b.txt' leads to '../.git/config', which is never published", Assert.Single(Lines(Sources.Read(Root))));
    }

    [Fact]
    public void IO_5_dangling_links_are_named()
    {
        Write("content/a.md");
        File.CreateSymbolicLink(Path.Combine(Root, "content/b.md"), "nowhere.md");

        Assert.Equal("warning B1024: the link 'content/b.md' leads to 'nowhere.md', where nothing is", Assert.Single(Lines(Sources.Read(Root))));
    }

    [Fact(Timeout = 30_000)]
    public async Task IO_5_pipes_and_sockets_are_left_out_and_never_opened()
    {
        Write("content/a.md");
        Write("content/empty.md", "");
        using (var process = Process.Start("mkfifo", Path.Combine(Root, "content/pipe.md")))
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(Root, "content/socket.md")));

        var sources = await Task.Run(() => Sources.Read(Root), TestContext.Current.CancellationToken);
        Assert.Equal(["content/a.md", "content/empty.md"], Paths(sources.Markdown));
        Assert.Equal(
            ["warning B1026: 'content/pipe.md' is a pipe and no file, and is left out", "warning B1026: 'content/socket.md' is a socket and no file, and is left out"],
            Lines(sources));
    }

    [Fact]
    public void Names_are_compared_in_one_Unicode_form()
    {
        Write("content/cafe\u0301.md");

        Assert.Equal("content/caf\u00e9.md", Assert.Single(Sources.Read(Root).Markdown).Path.Value);
    }

    [Fact]
    public void PATH_2_names_that_differ_only_in_how_accents_are_encoded_are_an_error()
    {
        var sources = Sources.FromText("-- content/caf\u00e9.md --\na\n-- content/caf\u00e9.md --\nb\n");

        Assert.Single(sources.Markdown);
        Assert.StartsWith("error B1028: two files are named 'content/café.md'", Assert.Single(Lines(sources)), StringComparison.Ordinal);
    }

    [Fact]
    public void Data_files_are_values_with_names()
    {
        var sources = Sources.FromText("""
            -- content/data/links.yaml --
            - {name: a, url: b}
            -- content/data/more/numbers.json --
            {"a": [1, 2.5, null, true], "b": "\ud83d\ude00"}
            -- content/data/wrong.json --
            {"a": }
            """);

        var data = sources.Data.Select(DataFile.Read).ToList();
        Assert.Equal(["links", "more/numbers", "wrong"], data.Select(file => file.Name));
        Assert.Equal("😀", Assert.IsType<YamlScalar>(Assert.IsType<YamlMapping>(data[1].Root)["b"]).Value);
        Assert.StartsWith("1:7: error B1050: this is not JSON: ", Assert.Single(data[2].Diagnostics.Lines()), StringComparison.Ordinal);
    }
}
