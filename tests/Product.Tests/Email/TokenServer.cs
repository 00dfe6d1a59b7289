using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kanal.Product.Tests.Email;

/// <summary>Tells Dovecot which access tokens are good: those that begin so, and all of them are the agent's.</summary>
sealed class TokenServer : IDisposable
{
    readonly TcpListener _listener;

    TokenServer(TcpListener listener) => _listener = listener;

    public static TokenServer Start(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        _ = ServeAsync(listener);
        return new(listener);
    }

    public void Dispose() => _listener.Dispose();

    static async Task ServeAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    static async Task AnswerAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var asked = await reader.ReadLineAsync() ?? "";
        while (await reader.ReadLineAsync() is { Length: > 0 })
        {
        }

        var answer = asked.Contains("token=good", StringComparison.Ordinal) ? """{"active":true,"email":"agent@example.test"}""" : """{"active":false}""";
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {answer.Length}\r\nConnection: close\r\n\r\n{answer}"));
    }
}
