using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Live;

/// <summary>Puts the pieces of the other nodes together: repeats are left out, and a hole is noticed.</summary>
sealed class NodeHearing(NodeBell bell, ILogger<NodeBell> log)
{
    readonly ConcurrentDictionary<string, Sender> _senders = new(StringComparer.Ordinal);

    /// <summary>Only those that are known are heard: one that was taken for dead is not, until it has joined again.</summary>
    public void Know(string name) => _senders.TryAdd(name, new Sender());

    public void Forget(string name) => _senders.TryRemove(name, out _);

    /// <summary>Listening began anew: whatever came meanwhile is not known.</summary>
    public void BeginAnew()
    {
        foreach (var name in _senders.Keys)
        {
            _senders[name] = new Sender();
        }
    }

    /// <returns>False where words are missing before this piece.</returns>
    public bool Take(NodePiece piece)
    {
        if (!_senders.TryGetValue(piece.From, out var sender) || piece.Number <= sender.Last)
        {
            return true;
        }

        var whole = sender.Last == 0 || piece.Number == sender.Last + 1;
        sender.Last = piece.Number;
        if (piece.Kind is PieceKind.Words or PieceKind.First || !whole)
        {
            sender.Long.Clear();
        }

        switch (piece.Kind)
        {
            case PieceKind.Words:
                Tell(piece.Body);
                break;
            case PieceKind.First:
                sender.Long.Append(piece.Body);
                break;
            case PieceKind.Next when sender.Long.Length > 0:
                sender.Long.Append(piece.Body);
                break;
            case PieceKind.Last when sender.Long.Length > 0:
                Tell(sender.Long.Append(piece.Body).ToString());
                sender.Long.Clear();
                break;
            default:
                break;
        }

        return whole;
    }

    void Tell(string words)
    {
        try
        {
            using var read = JsonDocument.Parse(words);
            foreach (var word in read.RootElement.EnumerateArray())
            {
                bell.Receive(word.GetProperty("kind").GetString() ?? "", word.GetProperty("body"));
            }
        }
        catch (Exception bug) when (bug is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            log.LogError(bug, "Words of another node can't be read");
        }
    }

    sealed class Sender
    {
        public long Last { get; set; }

        public StringBuilder Long { get; } = new();
    }
}
