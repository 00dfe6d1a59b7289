using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kanal.Product.Tests.Email;

/// <summary>A name server on loopback that answers what a test tells it, over UDP and TCP.</summary>
sealed class ScriptedResolver : IDisposable
{
    readonly Socket _packets;
    readonly TcpListener _streams;
    readonly Dictionary<string, byte[][]> _records = [];

    public ScriptedResolver()
    {
        (_packets, _streams) = Listening();
        _ = PacketsAsync();
        _ = StreamsAsync();
    }

    public IPEndPoint Address => (IPEndPoint)_packets.LocalEndPoint!;

    public int Questions { get; private set; }

    /// <summary>Makes of an answer by packet what a test wants to see; null to say nothing. By stream it goes as it is.</summary>
    public Func<byte[], byte[]?> Changed { get; set; } = answer => answer;

    public ScriptedResolver Text(string name, params string[] texts) => Add(name, 16, texts.Select(text => Encoding.UTF8.GetBytes(text).Chunk(255).SelectMany(piece => (byte[])[(byte)piece.Length, .. piece]).ToArray()));

    public ScriptedResolver Mx(string name, params string[] exchanges) => Add(name, 15, exchanges.Select((exchange, index) => (byte[])[0, (byte)(10 * (exchanges.Length - index)), .. Name(exchange)]));

    public ScriptedResolver Alias(string name, string of) => Add(name, 5, [Name(of)]);

    public ScriptedResolver Address4(string name) => Add(name, 1, [[192, 0, 2, 1]]);

    // A port that is free for packets may be taken for streams, by another test: then another is tried.
    static (Socket Packets, TcpListener Streams) Listening()
    {
        while (true)
        {
            var packets = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            packets.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            var streams = new TcpListener((IPEndPoint)packets.LocalEndPoint!);
            try
            {
                streams.Start();
                return (packets, streams);
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                packets.Dispose();
                streams.Dispose();
            }
        }
    }

    public void Dispose()
    {
        _packets.Dispose();
        _streams.Dispose();
    }

    static byte[] Name(string name) => [.. name.Split('.', StringSplitOptions.RemoveEmptyEntries).SelectMany(label => (byte[])[(byte)label.Length, .. Encoding.ASCII.GetBytes(label)]), 0];

    ScriptedResolver Add(string name, byte type, IEnumerable<byte[]> contents)
    {
        var before = _records.GetValueOrDefault(name, []);
        _records[name] = [.. before, .. contents.Select(content => (byte[])[.. Name(name), 0, type, 0, 1, 0, 0, 0, 60, (byte)(content.Length >> 8), (byte)content.Length, .. content])];
        return this;
    }

    async Task PacketsAsync()
    {
        var question = new byte[2000];
        try
        {
            while (true)
            {
                var asked = await _packets.ReceiveFromAsync(question, new IPEndPoint(IPAddress.Any, 0));
                Questions++;
                if (Changed(Answer(question[..asked.ReceivedBytes])) is { } answer)
                {
                    await _packets.SendToAsync(answer, asked.RemoteEndPoint);
                }
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    async Task StreamsAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _streams.AcceptTcpClientAsync();
                var length = new byte[2];
                await client.GetStream().ReadExactlyAsync(length);
                var question = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
                await client.GetStream().ReadExactlyAsync(question);
                var answer = Answer(question);
                await client.GetStream().WriteAsync((byte[])[(byte)(answer.Length >> 8), (byte)answer.Length, .. answer]);
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    // Records of the name and of those it is an alias of; a real one also sends only the type that was asked for, which nobody should rely on.
    byte[] Answer(byte[] question)
    {
        var name = new StringBuilder();
        var at = 12;
        for (; question[at] > 0; at += question[at] + 1)
        {
            name.Append(name.Length > 0 ? "." : "").Append(Encoding.ASCII.GetString(question, at + 1, question[at]));
        }

        var found = _records.GetValueOrDefault(name.ToString(), []);
        var answers = found.Concat(found.Length == 0 ? [] : _records.Where(other => other.Key != name.ToString()).SelectMany(other => other.Value)).ToList();
        return [question[0], question[1], 0x81, (byte)(found.Length == 0 ? 0x83 : 0x80), 0, 1, 0, (byte)answers.Count, 0, 0, 0, 0, .. question[12..(at + 5)], .. answers.SelectMany(answer => answer)];
    }
}
