using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Kanal.Centre.Storage;
using Kanal.Centre.Telemetry;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Live;

/// <summary>Sends what was rung: whatever waits goes out as one statement, and meanwhile the next group gathers.</summary>
sealed class NodeSending(NodeBell bell, NodeLife life, INodeWire wire, ILogger<NodeBell> log)
{
    const int LargestGroup = 1000;
    const int Room = INodeWire.LongestPiece - NodePiece.Head;

    static readonly TimeSpan _shortest = TimeSpan.FromMilliseconds(50);
    static readonly TimeSpan _longest = TimeSpan.FromSeconds(2);

    readonly List<string> _pieces = [];
    readonly ArrayBufferWriter<byte> _words = new(Room);
    long _number;

    /// <summary>Runs until the bell is told that no more is rung; then everything is out.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        while (await bell.Rung.WaitToReadAsync(ct))
        {
            var from = life.Name;
            if (bell.TakeDropped())
            {
                // The others see the hole and read the database.
                _number++;
            }

            var count = 0;
            for (; count < LargestGroup && bell.Rung.TryRead(out var word); count++)
            {
                Add(from, Written(word));
            }

            Close(from);
            var began = Stopwatch.GetTimestamp();
            await SendAsync([.. _pieces], ct);
            Tally.Rang(count, Stopwatch.GetElapsedTime(began));
            _pieces.Clear();
        }
    }

    // What may have arrived already is sent again under the same numbers, and left out there.
    async Task SendAsync(string[] pieces, CancellationToken ct)
    {
        for (var pause = _shortest; ; pause = pause * 2 < _longest ? pause * 2 : _longest)
        {
            try
            {
                await wire.SendAsync(pieces, ct);
                return;
            }
            catch (Exception trouble) when (!ct.IsCancellationRequested)
            {
                if (pause == _shortest)
                {
                    log.LogWarning("Words to the other nodes wait: {Reason}", trouble.Message);
                }

                await Task.Delay(pause, ct);
            }
        }
    }

    byte[] Written(RungWord word)
    {
        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(word, Json.Options);
        }
        catch (Exception bug)
        {
            log.LogError(bug, "A word {Kind} can't be written", word.Kind);
            return [];
        }
    }

    void Add(string from, byte[] word)
    {
        if (word.Length == 0)
        {
            return;
        }

        if (_words.WrittenCount + word.Length + 2 > Room)
        {
            Close(from);
        }

        if (word.Length + 2 > Room)
        {
            AddLong(from, word);
            return;
        }

        _words.Write(_words.WrittenCount == 0 ? "["u8 : ","u8);
        _words.Write(word);
    }

    void Close(string from)
    {
        if (_words.WrittenCount > 0)
        {
            _words.Write("]"u8);
            Add(from, PieceKind.Words, _words.WrittenSpan);
            _words.ResetWrittenCount();
        }
    }

    void AddLong(string from, byte[] word)
    {
        byte[] whole = [.. "["u8, .. word, .. "]"u8];
        for (var start = 0; start < whole.Length;)
        {
            var end = Math.Min(start + Room, whole.Length);
            while (end < whole.Length && (whole[end] & 0xC0) == 0x80)
            {
                // Not in the middle of a letter.
                end--;
            }

            Add(from, start == 0 ? PieceKind.First : end == whole.Length ? PieceKind.Last : PieceKind.Next, whole.AsSpan(start, end - start));
            start = end;
        }
    }

    void Add(string from, PieceKind kind, ReadOnlySpan<byte> body) => _pieces.Add(new NodePiece(kind, from, ++_number, Encoding.UTF8.GetString(body)).Text);
}
