namespace Blog.Composing;

/// <summary>The few words that rendered Markdown contains besides the author's own.</summary>
internal sealed record Words(string Note, string Tip, string Important, string Warning, string Caution, string Table, string Code, string Footnotes, string BackToText, string Contents)
{
    private static readonly Words English =
        new("Note", "Tip", "Important", "Warning", "Caution", "Table", "Code", "Footnotes", "Back to the text", "Contents");

    private static readonly Words Chinese =
        new("注意", "提示", "重要", "警告", "小心", "表格", "代码", "脚注", "回到正文", "目录");

    /// <param name="lang">BCP 47; the primary subtag decides.</param>
    public static Words For(string lang) => lang.Split('-')[0].Equals("zh", StringComparison.OrdinalIgnoreCase) ? Chinese : English;
}
