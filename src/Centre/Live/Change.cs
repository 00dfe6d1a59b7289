using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Kanal.Centre.Storage;
using Kanal.Centre.Telemetry;

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
    readonly long _told = Stopwatch.GetTimestamp();
    readonly Activity? _cause = Activity.Current;
    readonly Lock _writing = new();
    byte[]? _frame;
    int _reached;

    public string Name => name;

    public object? Body => body;

    public long? Sequence => sequence;

    /// <summary>The stream's own name for this place; clients give it back to go on from there.</summary>
    public string? Place { get; init; } = sequence?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public ReadOnlyMemory<byte> Frame
    {
        get
        {
            lock (_writing)
            {
                return _frame ??= body is null ? _ping : Write();
            }
        }
    }

    public static Change Ping { get; } = new("ping", null);

    /// <summary>Words may have been lost. It is not sent: a stream that can reads what it lacks.</summary>
    public static Change Missed { get; } = new("missed", null);

    /// <summary>A reader has it. Of a trace the first reader is a step, however many there are.</summary>
    public void Reached()
    {
        var after = Stopwatch.GetElapsedTime(_told);
        if (name == "message")
        {
            Tally.Delivered(after);
        }

        if (_cause is not null && Interlocked.Exchange(ref _reached, 1) == 0)
        {
            Traces.Note("stream", _cause.Context, after);
        }
    }

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
