using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kanal.Product.Tests.Letters;

/// <summary>Exchanges refresh tokens for tokens of an hour, as RFC 6749 has it, and shows what it was asked.</summary>
sealed class TokenIssuer : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly Task _serving;
    int _given;

    public TokenIssuer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Address => $"http://{_listener.LocalEndpoint}/token";

    public ConcurrentQueue<(string Type, string Form)> Asked { get; } = [];

    /// <summary>Given along with a token, to be used from then on.</summary>
    public string? Refresh { get; set; }

    public bool Refuses { get; set; }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _serving;
    }

    async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    async Task AnswerAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var (type, length) = ("", 0);
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            type = line.StartsWith("Content-Type: ", StringComparison.OrdinalIgnoreCase) ? line[14..] : type;
            length = line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase) ? int.Parse(line[16..], CultureInfo.InvariantCulture) : length;
        }

        var form = new char[length];
        await reader.ReadBlockAsync(form);
        Asked.Enqueue((type, new string(form)));
        var refresh = Refresh is { } next ? $",\"refresh_token\":\"{next}\"" : "";
        var (status, answer) = Refuses
            ? ("400 Bad Request", """{"error":"invalid_grant","error_description":"The user has gone"}""")
            : ("200 OK", $$"""{"access_token":"token {{++_given}}","token_type":"Bearer","expires_in":3600{{refresh}}}""");
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: application/json;charset=UTF-8\r\nCache-Control: no-store\r\nContent-Length: {answer.Length}\r\nConnection: close\r\n\r\n{answer}"));
    }
}
