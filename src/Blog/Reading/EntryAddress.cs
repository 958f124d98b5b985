using System.Collections.Immutable;
using Blog.Text;

namespace Blog.Reading;

/// <summary>The address of an entry: key, else the site's pattern for posts, else the source path.</summary>
internal sealed class EntryAddress(SourceFile file, EntryKind kind, FrontMatter meta, SiteConfig config, List<Diagnostic> diagnostics)
{
    private readonly SourceText _source = file.Text;

    /// <param name="nameDate">The date in front of the file's name, and the name without it.</param>
    public UrlPath Find(PostDate? date, string name, ImmutableArray<ImmutableArray<string>> categories)
    {
        CheckName();
        var slug = SlugOf(name);
        var facts = new PermalinkFacts(file.Path, meta, date, slug, categories.Length > 0 ? categories[0] : []);
        var fallback = OfSource(slug);
        if (meta.Permalink is { } own)
        {
            return OfPattern(own, facts, meta.Places.GetValueOrDefault("permalink")) ?? fallback;
        }

        return kind == EntryKind.Post && config.Permalink is { } pattern
            ? OfPattern(pattern, facts, default) ?? fallback
            : fallback;
    }

    /// <summary>Old addresses of the entry, checked; wrong ones are left out.</summary>
    public ImmutableArray<string> Aliases()
    {
        var place = meta.Places.GetValueOrDefault("aliases");
        var result = ImmutableArray.CreateBuilder<string>();
        foreach (var alias in meta.Aliases)
        {
            if (Permalink.WhyUnsafe(alias, out var url) is { } reason)
            {
                diagnostics.Add(Problems.UnsafeAddress(_source, place, "aliases", alias, reason));
            }
            else
            {
                result.Add(url.Value);
            }
        }

        return result.ToImmutable();
    }

    private void CheckName()
    {
        foreach (var segment in file.Path.Segments.Skip(1))
        {
            var name = segment == file.Path.Name ? file.Path.Stem : segment;
            if (PathNames.WhyUnsafe(name) is { } reason)
            {
                diagnostics.Add(Problems.UnsafeName(_source, segment, reason));
            }

            if (PathNames.Utf8Length(segment) > PathNames.MaxBytes)
            {
                diagnostics.Add(Problems.NameTooLong(_source, segment, PathNames.Utf8Length(segment), PathNames.MaxBytes));
            }

            if (PathNames.Visible(segment).Length < Slug.Normalized(segment, System.Text.NormalizationForm.FormC).Length)
            {
                diagnostics.Add(Problems.InvisibleCharacter(_source, default, segment, "the path"));
            }
        }
    }

    private string SlugOf(string name)
    {
        if (meta.Slug is not { } written)
        {
            return PathNames.Visible(name);
        }

        var place = meta.Places.GetValueOrDefault("slug");
        if (written.AsSpan().IndexOfAny('/', '\\') >= 0 || written.Any(char.IsControl) || written is "." or "..")
        {
            diagnostics.Add(Problems.UnsafeAddress(_source, place, "slug", written, "is more than one name: a folder or a whole address belongs in 'permalink'"));
            return PathNames.Visible(name);
        }

        if (PathNames.Visible(written).Length != Slug.Normalized(written, System.Text.NormalizationForm.FormC).Length)
        {
            diagnostics.Add(Problems.InvisibleCharacter(_source, place, written, "the slug"));
        }

        var slug = PathNames.Segment(written);
        if (slug.Length == 0)
        {
            slug = Fingerprint.Of(written).Short(8);
            diagnostics.Add(Problems.EmptySlug(_source, place, written, slug));
        }
        else if (PathNames.WhyUnsafe(slug) is { } reason)
        {
            diagnostics.Add(Problems.UnsafeAddress(_source, place, "slug", written, reason));
            return PathNames.Visible(name);
        }

        var cut = PathNames.Cut(slug);
        if (cut != slug)
        {
            diagnostics.Add(Problems.SlugCut(_source, place, PathNames.MaxBytes));
        }

        return cut;
    }

    private UrlPath? OfPattern(string written, PermalinkFacts facts, TextSpan place)
    {
        var pattern = Permalink.Named(written);
        if (!Permalink.LeavesSite(pattern))
        {
            if (Permalink.UnknownToken(pattern) is { } token)
            {
                // A pattern of the site was refused where it stands, and never comes here.
                diagnostics.Add(Problems.UnknownToken(_source, place, token, Spelling.Nearest(token, Permalink.TokenNames)));
                return null;
            }

            if (facts.Date is null && Permalink.AsksForDate(pattern))
            {
                diagnostics.Add(Problems.PatternNeedsDate(_source, place, pattern));
                return null;
            }

            pattern = Permalink.Expand(pattern, facts);
        }

        if (Permalink.WhyUnsafe(pattern, out var url) is not { } reason)
        {
            return url;
        }

        diagnostics.Add(Problems.UnsafeAddress(_source, place, "permalink", pattern, reason));
        return null;
    }

    private UrlPath OfSource(string slug)
    {
        var folders = file.Path.Segments[1..^1].Select(PathNames.Visible).ToList();
        if (!Entry.IsIndex(file.Path))
        {
            folders.Add(slug);
        }
        else if (folders.Count > 0 && (meta.Slug is not null || kind == EntryKind.Post))
        {
            // A bundle is named by its folder.
            folders[^1] = slug;
        }

        return new(folders.Count == 0 ? "/" : $"/{string.Join('/', folders)}/");
    }
}
