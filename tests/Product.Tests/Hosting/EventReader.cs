using System.Text.Json;
using System.Threading.Channels;
using Kanal.Product.Tests.Api;

namespace Kanal.Product.Tests.Hosting;

/// <summary>Reads one event stream as it comes in, and waits for events instead of sleeping.</summary>
public sealed class EventReader : IAsyncDisposable
{
    static readonly TimeSpan _patience = TimeSpan.FromSeconds(15);

    readonly Channel<StreamEvent> _events = Channel.CreateUnbounded<StreamEvent>();
    readonly CancellationTokenSource _enough = new();
    readonly List<string> _passed = [];
    readonly HttpResponseMessage _answer;
    readonly Stream _stream;

    public EventReader(HttpResponseMessage answer, Stream stream)
    {
        _answer = answer;
        _stream = stream;
        Ended = Task.Run(PumpAsync);
    }

    /// <summary>Completes when the stream is over, for whatever reason.</summary>
    public Task Ended { get; }

    /// <summary>The id of the last event that was taken and had one: what a client gives back to resume.</summary>
    public string? LastId { get; private set; }

    /// <summary>The next event of any name.</summary>
    public async Task<StreamEvent> NextAsync()
    {
        using var patience = new CancellationTokenSource(_patience);
        try
        {
            var next = await _events.Reader.ReadAsync(patience.Token);
            LastId = next.Id ?? LastId;
            _passed.Add(next.Name);
            return next;
        }
        catch (Exception nothing) when (nothing is OperationCanceledException or ChannelClosedException)
        {
            throw new TimeoutException($"{(nothing is ChannelClosedException ? "The stream ended" : "Nothing came")}; before that came: {string.Join(", ", _passed.TakeLast(30))}.", nothing);
        }
    }

    /// <summary>The next event of this name, where need be one that holds; others are passed over.</summary>
    public async Task<StreamEvent> NextAsync(string name, Func<StreamEvent, bool>? holds = null)
    {
        while (true)
        {
            var next = await NextAsync();
            if (next.Name == name && (holds is null || holds(next)))
            {
                return next;
            }
        }
    }

    /// <summary>Waits until each of these has come, in whichever order: what different parts of the product tell of one cause has none.</summary>
    public async Task AllAsync(params (string Name, Func<StreamEvent, bool> Holds)[] wanted)
    {
        var missing = wanted.ToList();
        while (missing.Count > 0)
        {
            var next = await NextAsync();
            missing.RemoveAll(its => its.Name == next.Name && its.Holds(next));
        }
    }

    /// <summary>The sequences of the messages up to the one with <paramref name="last"/>, in the order in which they came.</summary>
    public async Task<List<long>> SequencesUpToAsync(long last)
    {
        List<long> sequences = [];
        while (sequences.Count == 0 || sequences[^1] < last)
        {
            sequences.Add((await NextAsync("message")).Number("sequence"));
        }

        return sequences;
    }

    /// <summary>What has come in by now and was not taken.</summary>
    public List<StreamEvent> Rest()
    {
        List<StreamEvent> rest = [];
        while (_events.Reader.TryRead(out var next))
        {
            LastId = next.Id ?? LastId;
            rest.Add(next);
        }

        return rest;
    }

    // The reading ends first: a stream that is disposed takes what is left from the same buffer, and a reader would see it torn.
    public async ValueTask DisposeAsync()
    {
        await _enough.CancelAsync();
        await Ended;
        await _stream.DisposeAsync();
        _answer.Dispose();
        _enough.Dispose();
    }

    async Task PumpAsync()
    {
        try
        {
            using var lines = new StreamReader(_stream, leaveOpen: true);
            string? id = null, name = null, data = null;
            while (await lines.ReadLineAsync(_enough.Token) is { } line)
            {
                switch (line.Split(": ", 2))
                {
                    case ["id", var value]:
                        id = value;
                        break;
                    case ["event", var value]:
                        name = value;
                        break;
                    case ["data", var value]:
                        data = value;
                        break;
                    case [""] when name is not null && data is not null:
                        _events.Writer.TryWrite(new StreamEvent(id, name, JsonDocument.Parse(data).RootElement));
                        id = name = data = null;
                        break;
                    default:
                        break;
                }
            }
        }
        catch (Exception over) when (over is IOException or HttpRequestException or OperationCanceledException)
        {
            // The server or the test closed the connection.
        }
        finally
        {
            _events.Writer.TryComplete();
        }
    }
}

public sealed record StreamEvent(string? Id, string Name, JsonElement Data)
{
    /// <summary>A member of the data, by a path such as <c>conversation.id</c>.</summary>
    public string? this[string path] => new Reply(default, Data)[path];

    public long Number(string path) => new Reply(default, Data).Number(path);
}
