using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Kanal.Product.Tests.Hosting;

/// <summary>A wire between a server and its database that a test can cut and mend.</summary>
public sealed class CutWire : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly ConcurrentDictionary<TcpClient, bool> _ends = new();
    readonly IPEndPoint _target;
    readonly Task _listening;
    volatile bool _cut;

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
                    await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream()), far.GetStream().CopyToAsync(near.GetStream()));
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
}
