using Microsoft.Playwright;

namespace Blog.Browser;

/// <summary>The browser of this machine, started once. Where there is none the tests say so and are left out; with <c>CI=true</c> that is a failure.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private static string? Executable { get; } = Environment.GetEnvironmentVariable("CHROMIUM") ?? Places.FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Executable is not null)
        {
            _playwright = await Playwright.CreateAsync();

            // Not how fast a page follows, only when to give up on a machine that does other things too.
            Assertions.SetDefaultExpectTimeout(20_000);
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = ["--no-sandbox"] });
        }
    }

    /// <summary>A browser window without a history: pages of one context are its tabs.</summary>
    public async Task<IBrowserContext> Window()
    {
        if (_browser is null)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "no Chromium is installed, and CI must have one");
            Assert.Skip("left out, for no Chromium is installed: install the package 'chromium', or name one in the variable CHROMIUM");
        }

        return await _browser.NewContextAsync(new() { ViewportSize = new() { Width = 1000, Height = 700 } });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
