using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Kanal.Channels.Email.Dns;

/// <summary>Asks the machine's own name servers, which ask the others. The framework finds addresses only.</summary>
/// <param name="servers">In the order in which they are asked.</param>
/// <param name="patience">For one attempt.</param>
public sealed class DnsClient(IReadOnlyList<IPEndPoint> servers, TimeProvider time, TimeSpan patience)
{
    const string SystemsFile = "/etc/resolv.conf";
    const int Port = 53;
    const int MostServers = 3;
    const int Attempts = 2;
    const int LargestPacket = 4096;

    /// <summary>With the servers that the machine itself asks.</summary>
    public static DnsClient OfSystem(TimeProvider time) =>
        new(ServersOf(File.Exists(SystemsFile) ? File.ReadAllLines(SystemsFile) : []), time, TimeSpan.FromSeconds(3));

    /// <returns>Null where nobody could say. What does not exist is an empty answer.</returns>
    public async Task<DnsRecords?> AskAsync(string name, DnsType type, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            foreach (var server in servers.Take(MostServers))
            {
                var question = DnsMessage.Question((ushort)RandomNumberGenerator.GetInt32(ushort.MaxValue), name, type);
                if (question is null)
                {
                    return DnsRecords.None;
                }

                if (await InTimeAsync(server, question, ct) is { } answer && DnsMessage.Read(answer, question.Length, name, type) is { } records)
                {
                    return records;
                }
            }
        }

        return null;
    }

    /// <param name="lines">Of resolv.conf.</param>
    public static IReadOnlyList<IPEndPoint> ServersOf(IEnumerable<string> lines)
    {
        var named = lines.Select(line => line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length > 1 && words[0] == "nameserver")
            .Select(words => IPAddress.TryParse(words[1], out var address) ? new IPEndPoint(address, Port) : null)
            .OfType<IPEndPoint>().ToList();
        return named.Count > 0 ? named : [new IPEndPoint(IPAddress.Loopback, Port)];
    }

    async Task<byte[]?> InTimeAsync(IPEndPoint server, byte[] question, CancellationToken ct)
    {
        using var late = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, late.Token);
        try
        {
            var answer = await ByPacketAsync(server, question, either.Token);
            return DnsMessage.IsCut(answer) ? await ByStreamAsync(server, question, either.Token) : answer;
        }
        catch (Exception wrong) when (wrong is SocketException or IOException || (wrong is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }

    // Connected, so that only that server's packets come in; what answers another question is somebody's attempt at ours.
    static async Task<byte[]> ByPacketAsync(IPEndPoint server, byte[] question, CancellationToken ct)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        await socket.ConnectAsync(server, ct);
        await socket.SendAsync(question, ct);
        var packet = new byte[LargestPacket];
        while (true)
        {
            var length = await socket.ReceiveAsync(packet, ct);
            if (DnsMessage.Answers(packet.AsSpan(0, length), question))
            {
                return packet[..length];
            }
        }
    }

    static async Task<byte[]?> ByStreamAsync(IPEndPoint server, byte[] question, CancellationToken ct)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server, ct);
        await using var stream = new NetworkStream(socket);
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)question.Length);
        await stream.WriteAsync((byte[])[.. length, .. question], ct);
        await stream.ReadExactlyAsync(length, ct);
        var answer = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
        await stream.ReadExactlyAsync(answer, ct);
        return DnsMessage.Answers(answer, question) ? answer : null;
    }
}
