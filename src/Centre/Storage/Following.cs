namespace Kanal.Centre.Storage;

/// <summary>
/// Ends when another token does, and keeps to itself what its listeners throw then: where a connection breaks in the moment in which its wait is given
/// up, Npgsql reaches for what is gone already, and a server that stops would be told of it instead of the loop.
/// </summary>
sealed class Following : IDisposable
{
    readonly CancellationTokenSource _own = new();
    readonly CancellationTokenRegistration _other;

    public Following(CancellationToken other) => _other = other.UnsafeRegister(static its => ((Following?)its)?.End(), this);

    public CancellationToken Token => _own.Token;

    public bool IsOver => _own.IsCancellationRequested;

    public void End()
    {
        try
        {
            _own.Cancel();
        }
        catch (Exception trouble) when (trouble is AggregateException or ObjectDisposedException)
        {
            // Whoever waits ends by the broken connection.
        }
    }

    public void Dispose()
    {
        _other.Dispose();
        _own.Dispose();
    }
}
