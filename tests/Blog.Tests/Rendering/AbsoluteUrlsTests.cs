using Blog.Rendering;

namespace Blog.Tests.Rendering;

public class AbsoluteUrlsTests
{
    [Theory]
    [InlineData("<a href=\"/sub/x/\">x</a>", "<a href=\"https://e.org/sub/x/\">x</a>")]
    [InlineData("<a href='/x'>", "<a href='https://e.org/x'>")]
    [InlineData("<a href=/x>", "<a href=https://e.org/x>")]
    [InlineData("<a href = \"/x\" title=\"a > b\">", "<a href = \"https://e.org/x\" title=\"a > b\">")]
    [InlineData("<a title=\"href=/x\" href=\"y\">", "<a title=\"href=/x\" href=\"https://e.org/sub/p/y\">")]
    [InlineData("<A HREF=\"../y\">", "<A HREF=\"https://e.org/sub/y\">")]
    [InlineData("<a href=\"#top\">", "<a href=\"https://e.org/sub/p/#top\">")]
    [InlineData("<a href=\"?q=1&amp;r=2\">", "<a href=\"https://e.org/sub/p/?q=1&amp;r=2\">")]
    [InlineData("<a href=\"https://x.org/a b\">", "<a href=\"https://x.org/a b\">")]
    [InlineData("<a href=\"mailto:a@b.c\">", "<a href=\"mailto:a@b.c\">")]
    [InlineData("<a href=\"//x.org/y\">", "<a href=\"https://x.org/y\">")]
    [InlineData("<a href=\" /x \">", "<a href=\"https://e.org/x\">")]
    [InlineData("<img src=\"data:image/gif;base64,R0==\">", "<img src=\"data:image/gif;base64,R0==\">")]
    [InlineData("<img src=\"a.png\" srcset=\"a.png 1x,/b.png 2x\">", "<img src=\"https://e.org/sub/p/a.png\" srcset=\"https://e.org/sub/p/a.png 1x, https://e.org/b.png 2x\">")]
    [InlineData("<video poster=\"/p.jpg\"><source src=\"v.mp4\"></video>", "<video poster=\"https://e.org/p.jpg\"><source src=\"https://e.org/sub/p/v.mp4\"></video>")]
    [InlineData("<blockquote cite=\"/x\">", "<blockquote cite=\"https://e.org/x\">")]
    [InlineData("<p data-src=\"/x\" class=\"href\">", "<p data-src=\"/x\" class=\"href\">")]
    [InlineData("<code>&lt;a href=\"/x\"&gt;</code>", "<code>&lt;a href=\"/x\"&gt;</code>")]
    [InlineData("a < b href=\"/x\" > c", "a < b href=\"/x\" > c")]
    [InlineData("<!-- <a href=\"/x\"> --><br>", "<!-- <a href=\"/x\"> --><br>")]
    [InlineData("<a href=\"/x", "<a href=\"https://e.org/x")]
    [InlineData("<a href", "<a href")]
    [InlineData("<a href=", "<a href=")]
    [InlineData("<!-- open", "<!-- open")]
    [InlineData("<", "<")]
    [InlineData("", "")]
    public void Addresses_become_whole_and_nothing_else_changes(string html, string expected) =>
        Assert.Equal(expected, AbsoluteUrls.Of(html, "https://e.org/sub/p/"));
}
