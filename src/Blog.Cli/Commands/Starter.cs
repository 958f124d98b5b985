namespace Blog.Cli.Commands;

/// <summary>The first files of a site, in the author's language.</summary>
internal sealed record Starter(string Hello, string About)
{
    public static Starter For(string lang) => lang.Split('-')[0] == "zh" ? Chinese : English;

    // base_url is written down although it is the default: a feed needs one, and a line to change is easier to find than a line to add.
    public static string SiteYaml(string title, string lang, string zone) => $"""
        title: {NewFile.Quoted(title)}
        # tagline: One line below the title
        # author: Your Name

        # The address that the site will have; feeds and the sitemap need it.
        base_url: http://localhost:4000/

        # The language of the texts, and the zone in which dates are meant.
        lang: {lang}
        time_zone: {zone}

        """.ReplaceLineEndings("\n");

    private static Starter English { get; } = new(
        """
        ---
        title: Hello
        date: DATE
        tags: [first steps]
        ---

        This is a post: a text file in `content/posts`. Change it, then type `blog build`.

        <!--more-->

        ## What a post can hold

        - **Words**, links such as [the page about this site](../about.md), and lists
        - Formulas, in a line like $e^{i\pi} + 1 = 0$ or on their own:

        $$
        \bar{x} = \frac{1}{n} \sum_{i=1}^{n} x_i
        $$

        - Code:

        ```python
        def mean(numbers):
            return sum(numbers) / len(numbers)
        ```

        ## What to do next

        1. Give the site a title in `content/site.yaml`.
        2. Start a post with `blog new post "A title"`.
        3. Delete this one.

        """.ReplaceLineEndings("\n"),
        """
        ---
        title: About
        ---

        Who writes here, and about what.

        """.ReplaceLineEndings("\n"));

    private static Starter Chinese { get; } = new(
        """
        ---
        title: 你好
        date: DATE
        tags: [起步]
        ---

        这是一篇文章，也就是 `content/posts` 里的一个文本文件。改一改，再运行 `blog build`。

        <!--more-->

        ## 文章里可以写什么

        - **文字**、链接（比如[关于本站](../about.md)）和列表
        - 公式，可以写在行内，如 $e^{i\pi} + 1 = 0$，也可以单独成行：

        $$
        \bar{x} = \frac{1}{n} \sum_{i=1}^{n} x_i
        $$

        - 代码：

        ```python
        def mean(numbers):
            return sum(numbers) / len(numbers)
        ```

        ## 接下来

        1. 在 `content/site.yaml` 里写上站点的标题。
        2. 用 `blog new post "标题"` 新建一篇文章。
        3. 删掉这一篇。

        """.ReplaceLineEndings("\n"),
        """
        ---
        title: 关于
        ---

        写写你是谁，这里写些什么。

        """.ReplaceLineEndings("\n"));
}
