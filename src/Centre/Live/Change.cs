using System.Text;
using System.Text.Json;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Live;

/// <summary>
/// Something that happened, as an event stream carries it. Written as bytes once, however many listen.
/// </summary>
/// <param name="name">The event's name in the stream.</param>
/// <param name="body">What is sent as JSON; null for a comment line that only keeps the connection awake.</param>
/// <param name="sequence">The message's place in its conversation, where it is one.</param>
public sealed class Change(string name, object? body, long? sequence = null)
{
    static readonly byte[] _ping = ": ping\n\n"u8.ToArray();
    byte[]? _frame;

    public string Name => name;

    public object? Body => body;

    public long? Sequence => sequence;

    /// <summary>The stream's own name for this place; clients give it back to go on from there.</summary>
    public string? Place { get; init; } = sequence?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public ReadOnlyMemory<byte> Frame => _frame ??= body is null ? _ping : Write();

    public static Change Ping { get; } = new("ping", null);

    byte[] Write()
    {
        using var stream = new MemoryStream(256);
        if (Place is { } place)
        {
            stream.Write(Encoding.UTF8.GetBytes($"id: {place}\n"));
        }

        stream.Write(Encoding.UTF8.GetBytes($"event: {name}\ndata: "));
        JsonSerializer.Serialize(stream, body, body?.GetType() ?? typeof(object), Json.Options);
        stream.Write("\n\n"u8);
        return stream.ToArray();
    }
}
