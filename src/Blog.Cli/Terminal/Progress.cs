namespace Blog.Cli.Terminal;

/// <summary>One line on a terminal that says what a long build is doing; it is gone when the build is done.</summary>
internal sealed class Progress : IDisposable
{
    // Whoever waits for less does not want to know.
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);

    private readonly Shell _shell;
    private readonly Lock _lock = new();
    private readonly ITimer? _timer;
    private string _stage = "";
    private bool _isShown;
    private bool _isOver;

    private Progress(Shell shell, bool isWanted)
    {
        _shell = shell;
        _timer = isWanted ? shell.Clock.CreateTimer(_ => Show(), null, Delay, Timeout.InfiniteTimeSpan) : null;
    }

    public static Progress Of(Shell shell, Loudness loudness) =>
        new(shell, shell.IsErrorTerminal && loudness != Loudness.Quiet && shell.Variable("TERM") != "dumb");

    public void Stage(string name)
    {
        lock (_lock)
        {
            _stage = name;
            if (_isShown)
            {
                Write();
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_isShown && !_isOver)
            {
                _shell.Error.Write("\r\e[K");
            }

            _isOver = true;
        }

        _timer?.Dispose();
    }

    private void Show()
    {
        lock (_lock)
        {
            if (!_isOver)
            {
                _isShown = true;
                Write();
            }
        }
    }

    private void Write() => _shell.Error.Write($"\r\e[K{Words.Progress(_stage)}");
}
