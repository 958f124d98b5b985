namespace Blog.Cli.Terminal;

/// <summary>Ctrl-C and SIGTERM: commands are asked to stop, and the process may end under a command that touches nothing on disk.</summary>
internal sealed class Interruption
{
    private readonly CancellationTokenSource _source = new();
    private volatile int _exitCode = Cli.ExitCode.Interrupted;
    private volatile bool _isWriting;

    public CancellationToken Token => _source.Token;

    /// <summary>What the shell is told when the request was heard.</summary>
    public int ExitCode => _exitCode;

    /// <summary>True while a command writes files: it must be left to end by itself, which it does soon after the request.</summary>
    public bool IsWriting
    {
        get => _isWriting;
        set => _isWriting = value;
    }

    public void Request(int exitCode)
    {
        _exitCode = exitCode;
        _source.Cancel();
    }
}
