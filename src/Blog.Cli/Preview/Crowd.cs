using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;

namespace Blog.Cli.Preview;

/// <summary>
/// The connections there are. When one is too many, the one that was silent for the longest time ends, and not the new one: else whoever holds enough of
/// them keeps the author out (faults.md, SRV-8). Browsers connect again when they need to.
/// </summary>
/// <param name="most">Connections at a time.</param>
internal sealed class Crowd(int most)
{
    private readonly ConcurrentDictionary<string, Member> _members = new(StringComparer.Ordinal);
    private long _time;

    public async Task Join(ConnectionContext connection, ConnectionDelegate serve)
    {
        var member = new Member(this, connection);
        _members[connection.ConnectionId] = member;
        while (_members.Count > most && _members.Values.Where(other => !other.IsAnswering).MinBy(other => other.LastHeard) is { } silent)
        {
            silent.End();
        }

        try
        {
            await serve(connection);
        }
        finally
        {
            _members.TryRemove(connection.ConnectionId, out _);
        }
    }

    /// <summary>The connection is not silent before the result is disposed.</summary>
    public IDisposable? Answering(string connectionId) => _members.GetValueOrDefault(connectionId)?.Begin();

    private sealed class Member(Crowd crowd, ConnectionContext connection) : IDisposable
    {
        private volatile bool _isAnswering;

        public bool IsAnswering => _isAnswering;

        /// <summary>Order, not time.</summary>
        public long LastHeard { get; private set; } = Interlocked.Increment(ref crowd._time);

        public IDisposable Begin()
        {
            _isAnswering = true;
            return this;
        }

        public void Dispose()
        {
            LastHeard = Interlocked.Increment(ref crowd._time);
            _isAnswering = false;
        }

        public void End()
        {
            crowd._members.TryRemove(connection.ConnectionId, out _);
            connection.Abort();
        }
    }
}
