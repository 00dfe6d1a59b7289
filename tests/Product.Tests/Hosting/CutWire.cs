using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kanal.Product.Tests.Hosting;

/// <summary>A wire between a server and its database that a test can cut and mend.</summary>
public sealed class CutWire : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly ConcurrentDictionary<TcpClient, bool> _ends = new();
    readonly IPEndPoint _target;
    readonly Task _listening;
    volatile bool _cut;
    volatile string? _fatal;

    public CutWire(string host, int port)
    {
        _target = new IPEndPoint(IPAddress.Parse(host), port);
        _listener.Start();
        _listening = Task.Run(ListenAsync);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Cut()
    {
        _cut = true;
        foreach (var (end, _) in _ends)
        {
            end.Close();
        }
    }

    /// <summary>Cuts it when what this statement wrote has been committed, and before that is answered. The statement's first time only.</summary>
    public void CutAfterCommitOf(string statement) => _fatal = statement;

    public void Mend() => _cut = false;

    public async ValueTask DisposeAsync()
    {
        Cut();
        _listener.Stop();
        await _listening;
    }

    async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    async Task CarryAsync(TcpClient near)
    {
        using var far = new TcpClient();
        using (near)
        {
            (_ends[near], _ends[far]) = (true, true);
            try
            {
                if (!_cut)
                {
                    await far.ConnectAsync(_target);
                    await CarryAsync(near.GetStream(), far.GetStream());
                }
            }
            catch (Exception over) when (over is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // One of the ends is gone, and the other goes with it.
            }

            _ends.TryRemove(near, out _);
            _ends.TryRemove(far, out _);
        }
    }

    async Task CarryAsync(NetworkStream near, NetworkStream far)
    {
        var (isFatal, commits) = (false, false);
        await Task.WhenAny(CopyAsync(near, far, said =>
        {
            isFatal |= _fatal is { } statement && Says(said, statement);
            commits = isFatal && Says(said, "COMMIT");
        }), CopyAsync(far, near, _ =>
        {
            if (commits)
            {
                _fatal = null;
                Cut();
            }
        }));
    }

    static async Task CopyAsync(NetworkStream from, NetworkStream to, Action<ReadOnlyMemory<byte>> before)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer) is > 0 and var read)
        {
            before(buffer.AsMemory(0, read));
            await to.WriteAsync(buffer.AsMemory(0, read));
        }
    }

    static bool Says(ReadOnlyMemory<byte> said, string words) => said.Span.IndexOf(Encoding.UTF8.GetBytes(words)) >= 0;
}
