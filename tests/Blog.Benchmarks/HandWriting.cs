using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Blog.Benchmarks;

/// <summary>Text, markup and numbers into a buffer writer, as a programmer would write it who cares for speed.</summary>
internal static class HandWriting
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'");

    public static void WriteNumber(this IBufferWriter<byte> page, int number)
    {
        Utf8Formatter.TryFormat(number, page.GetSpan(11), out var written);
        page.Advance(written);
    }

    public static void WriteEscaped(this IBufferWriter<byte> page, ReadOnlySpan<char> text)
    {
        for (var next = text.IndexOfAny(Special); next >= 0; next = text.IndexOfAny(Special))
        {
            WriteText(page, text[..next]);
            page.Write(text[next] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '"' => "&quot;"u8,
                _ => "&#39;"u8,
            });
            text = text[(next + 1)..];
        }

        WriteText(page, text);
    }

    private static void WriteText(IBufferWriter<byte> page, ReadOnlySpan<char> text) =>
        page.Advance(Encoding.UTF8.GetBytes(text, page.GetSpan(text.Length * 3)));
}
