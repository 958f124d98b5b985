using System.Globalization;
using System.Text;
using Blog.Reading;

namespace Blog.Benchmarks;

/// <summary>A blog of any size, the same for the same number of posts: mixed Chinese and English, lists, tables, code, formulas, links.</summary>
internal sealed class GeneratedSite
{
    private static readonly string[] Words = ["梯度", "下降", "模型", "训练", "数据", "the", "model", "loss", "of", "概率", "矩阵", "token", "batch", "收敛", "参数", "for", "each", "样本"];

    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    public GeneratedSite(int posts)
    {
        var random = new Random(20261121);
        _files["content/site.yaml"] = "title: Bench\nlang: zh-CN\nbase_url: https://example.org/\ntime_zone: Asia/Shanghai\n";
        for (var i = 0; i < posts; i++)
        {
            _files[NameOf(i)] = Post(i, posts, random);
        }
    }

    public static string NameOf(int post) => string.Create(CultureInfo.InvariantCulture, $"content/posts/c{post % 12}/p{post:00000}.md");

    public Sources Snapshot() => Sources.FromText(string.Concat(_files.Select(file => $"-- {file.Key} --\n{file.Value}")));

    /// <summary>As files, below a folder.</summary>
    public void WriteTo(string folder)
    {
        foreach (var (name, text) in _files)
        {
            var file = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!); // below the folder
            File.WriteAllText(file, text);
        }
    }

    public void Append(int post, string text) => _files[NameOf(post)] += text;

    private static string Post(int number, int posts, Random random)
    {
        var text = new StringBuilder();
        var date = new DateTime(2016, 1, 1).AddDays(number * 3650.0 / posts);
        text.Append(CultureInfo.InvariantCulture, $"---\ntitle: Post {number} 关于{Words[number % Words.Length]}\ndate: {date:yyyy-MM-dd}\ntags: [t{number % 200}, t{number % 7}]\n---\n\n");
        var sections = random.Next(3, 9);
        for (var section = 0; section < sections; section++)
        {
            text.Append(CultureInfo.InvariantCulture, $"## Section {section} 小节\n\n");
            Paragraph(text, random);
            text.Append((section % 4) switch
            {
                0 => "```python\nfor i in range(10):\n    print(i ** 2)  # 平方\n```\n\n",
                1 => "| a | b |\n| --- | --- |\n| 1 | $x_1$ |\n\n",
                2 => "$$\n\\sum_{i=1}^n x_i = \\frac{a}{b}\n$$\n\n",
                _ => "1. one\n2. two\n\n> [!NOTE]\n> 注意\n\n",
            });
            Paragraph(text, random);
        }

        return text.ToString();
    }

    private static void Paragraph(StringBuilder text, Random random)
    {
        for (var i = random.Next(40, 160); i > 0; i--)
        {
            text.Append(Words[random.Next(Words.Length)]).Append(i % 9 == 0 ? "，" : i % 13 == 0 ? " **粗体** " : i % 17 == 0 ? " $x_i$ " : " ");
        }

        text.Append("。\n\n");
    }
}
