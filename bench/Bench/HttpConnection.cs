using System.Net;
using System.Net.Sockets;

namespace Kanal.Bench;

/// <summary>
/// One kept-alive HTTP/1.1 connection that writes ready-made bytes and reads the answer's status. The load generator shares
/// two cores with the server, so it does no more than this.
/// </summary>
sealed class HttpConnection(Socket socket, int buffer) : IDisposable
{
    readonly byte[] _buffer = new byte[buffer];
    int _filled;

    /// <summary>Whether the last answer says after which time to try again.</summary>
    public bool AsksToWait => _buffer.AsSpan(0, _filled).IndexOf("\r\nRetry-After: "u8) >= 0;

    public static async Task<HttpConnection> OpenAsync(Uri server, int buffer = 16 * 1024)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Parse(server.Host), server.Port));
        return new(socket, buffer);
    }

    /// <summary>Sends a whole request and returns the status once the whole answer is here.</summary>
    public async ValueTask<int> SendAsync(ReadOnlyMemory<byte> request)
    {
        await WriteAsync(request);
        _filled = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(_buffer.AsMemory(_filled), SocketFlags.None);
            _filled += read;
            if (read == 0)
            {
                throw new IOException("The server closed the connection.");
            }

            if (IsWhole(_buffer.AsSpan(0, _filled)))
            {
                return Status;
            }
        }
    }

    /// <summary>Sends a request for a stream and returns the status once its first bytes are here; the rest is left unread.</summary>
    public async ValueTask<int> OpenStreamAsync(ReadOnlyMemory<byte> request)
    {
        await WriteAsync(request);
        return await socket.ReceiveAsync(_buffer, SocketFlags.None) > 12 ? Status : throw new IOException("The server closed the stream.");
    }

    /// <summary>Reads whatever comes, and forgets it, until the server ends it or we do.</summary>
    public async Task ReadOnAsync()
    {
        try
        {
            while (await socket.ReceiveAsync(_buffer, SocketFlags.None) > 0)
            {
                // A desk would show it.
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    public void Dispose() => socket.Dispose();

    int Status => ((_buffer[9] - '0') * 100) + ((_buffer[10] - '0') * 10) + (_buffer[11] - '0');

    async ValueTask WriteAsync(ReadOnlyMemory<byte> request)
    {
        while (request.Length > 0)
        {
            request = request[await socket.SendAsync(request, SocketFlags.None)..];
        }
    }

    static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return false;
        }

        var length = answer[..head].IndexOf("\r\nContent-Length: "u8);
        if (length < 0)
        {
            return answer[..head].IndexOf("\r\nTransfer-Encoding: chunked"u8) < 0 || answer.EndsWith("0\r\n\r\n"u8);
        }

        var expected = 0;
        for (var at = length + 18; answer[at] is >= (byte)'0' and <= (byte)'9'; at++)
        {
            expected = (expected * 10) + (answer[at] - '0');
        }

        return answer.Length >= head + 4 + expected;
    }
}
