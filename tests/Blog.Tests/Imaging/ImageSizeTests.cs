using System.Buffers.Binary;
using System.Text;
using Blog.Imaging;
using Blog.Tests.Kit;

namespace Blog.Tests.Imaging;

public class ImageSizeTests
{
    private static readonly byte[] Png = [0x89, .. "PNG\r\n\x1A\n"u8, 0, 0, 0, 13, .. "IHDR"u8, .. Big(640), .. Big(480), 8, 6, 0, 0, 0];
    private static readonly byte[] Gif = [.. "GIF89a"u8, 0x40, 0x01, 0xF0, 0x00, 0, 0, 0];
    private static readonly byte[] LossyWebP = [.. Riff("VP8 "), 0, 0, 0, 0x9D, 0x01, 0x2A, 0x80, 0x02, 0xE0, 0x01];
    private static readonly byte[] LosslessWebP = [.. Riff("VP8L"), 0x2F, .. Little((640 - 1) | ((480 - 1) << 14)), 0, 0, 0, 0, 0];
    private static readonly byte[] ExtendedWebP = [.. Riff("VP8X"), 0, 0, 0, 0, 0x7F, 0x02, 0x00, 0xDF, 0x01, 0x00];

    private static readonly byte[] Avif =
    [
        .. Box("ftyp", [.. "avif"u8, 0, 0, 0, 0]),
        .. Box("meta", [0, 0, 0, 0, .. Box("hdlr", new byte[20]), .. Box("iprp", Box("ipco", [.. Ispe(64, 48), .. Ispe(640, 480), .. Box("av1C", new byte[4])]))]),
    ];

    private static readonly byte[] TurnedAvif =
    [
        .. Box("ftyp", [.. "avif"u8, 0, 0, 0, 0]), .. Box("meta", [0, 0, 0, 0, .. Box("iprp", Box("ipco", [.. Ispe(480, 640), .. Box("irot", [1])]))]),
    ];

    public static TheoryData<string, byte[]> Images => new()
    {
        { "PNG", Png },
        { "JPEG", Jpeg(640, 480, null) },
        { "JPEG, upside down", Jpeg(640, 480, 3) },
        { "JPEG, turned", Jpeg(480, 640, 6) },
        { "JPEG, turned, big-endian", Jpeg(480, 640, 8, isLittle: false) },
        { "WebP, lossy", LossyWebP },
        { "WebP, lossless", LosslessWebP },
        { "WebP, extended", ExtendedWebP },
        { "AVIF", Avif },
        { "AVIF, turned", TurnedAvif },
        { "SVG, by its attributes", Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><!-- a --><svg xmlns='http://www.w3.org/2000/svg' width=\"640px\" height='480' viewBox='0 0 1 1'>") },
        { "SVG, by its box", Encoding.UTF8.GetBytes("<svg stroke-width=\"3\" viewBox=\"0,0 640 480\" width=\"100%\">") },
        { "SVG, by proportion", Encoding.UTF8.GetBytes("<svg viewBox=\"0 0 64 48\" height=\"480\">") },
    };

    [Theory]
    [MemberData(nameof(Images))]
    public void The_size_is_that_at_which_a_browser_shows_the_image(string kind, byte[] bytes) => Assert.Equal((kind, new ImageSize(640, 480)), (kind, ImageSize.Of(bytes)!.Value)); // null fails too

    [Fact]
    public void A_GIF_has_its_logical_screen() => Assert.Equal(new ImageSize(320, 240), ImageSize.Of(Gif));

    [Theory]
    [MemberData(nameof(Images))]
    public void A_damaged_header_never_throws(string kind, byte[] bytes)
    {
        for (var length = 0; length <= bytes.Length; length++)
        {
            _ = ImageSize.Of(bytes.AsSpan(0, length));
        }

        var random = new Random(kind.Length);
        for (var round = 0; round < 3_000; round++)
        {
            var damaged = bytes.ToArray();
            for (var i = 0; i < 3; i++)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            Assert.True(ImageSize.Of(damaged) is null or { Width: > 0, Height: > 0 });
        }
    }

    [Fact]
    public void What_is_no_image_has_no_size() =>
        Assert.All(new[] { "", "picture", "<svg", "<svg>", "<svg width='0' height='0'>", "<svg width='1e99' height='1'>" }, text => Assert.Null(ImageSize.Of(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void Boxes_of_no_length_do_not_hang()
    {
        var zeros = new byte[ImageSize.HeadBytes];
        "\0\0\0\x8ftyp"u8.CopyTo(zeros);

        Assert.Null(ImageSize.Of(zeros));
    }

    [Fact]
    public void Images_of_a_post_have_their_size_and_what_the_author_wrote_stays()
    {
        var svg = "<svg viewBox=\"0 0 600 400\"></svg>";
        var site = new SiteInAString($"""
            -- content/site.yaml --
            base_url: https://example.org/
            -- content/posts/a.svg --
            {svg}
            -- content/posts/a.md --
            ---
            date: 2026-01-01
            ---
            ![](a.svg) ![](a.svg){"{width=300}"} ![](a.svg){"{height=50%}"}

            ::figure{"{src=a.svg height=200}"}
            """).Build();

        var html = Encoding.UTF8.GetString(Assert.Single(site.Plan.Site.Posts).Html.Span);
        Assert.Equal(
            ["width=\"600\" height=\"400\"", "width=\"300\" height=\"200\"", "height=\"50%\"", "width=\"300\" height=\"200\""],
            System.Text.RegularExpressions.Regex.Matches(html, "<img[^>]*>").Select(tag => string.Join(' ', System.Text.RegularExpressions.Regex.Matches(tag.Value, "(width|height)=\"[^\"]*\"").Select(match => match.Value).OrderDescending(StringComparer.Ordinal))));
    }

    private static byte[] Jpeg(ushort width, ushort height, ushort? orientation, bool isLittle = true)
    {
        byte[] exif = orientation is { } mark ? Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff(mark, isLittle)]) : [];
        byte[] frame = [8, .. Short(height), .. Short(width), 3];
        return [0xFF, 0xD8, .. exif, .. Segment(0xDB, new byte[65]), 0xFF, .. Segment(0xC2, frame), 0xFF, 0xDA];
    }

    private static byte[] Tiff(ushort orientation, bool isLittle) => isLittle
        ? [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0]
        : [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0];

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, .. Short((ushort)(content.Length + 2)), .. content];

    private static byte[] Riff(string chunk) => [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBP"u8, .. Encoding.ASCII.GetBytes(chunk), 0, 0, 0, 0];

    private static byte[] Box(string kind, byte[] content) => [.. Big(content.Length + 8), .. Encoding.ASCII.GetBytes(kind), .. content];

    private static byte[] Ispe(int width, int height) => Box("ispe", [0, 0, 0, 0, .. Big(width), .. Big(height)]);

    private static byte[] Short(ushort value) => [(byte)(value >> 8), (byte)value];

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Little(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
