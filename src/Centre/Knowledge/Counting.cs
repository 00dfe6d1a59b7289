using System.Net;
using System.Threading.Channels;
using Kanal.Centre.Access;
using Kanal.Centre.Live;
using Kanal.Centre.Storage;
using Kanal.Decisions.Measures;

namespace Kanal.Centre.Knowledge;

/// <summary>
/// What visitors read, what they seek in vain and what they do next, on its way to the tables. Counting never holds a visitor up; what is counted
/// within the last moment before a crash, or beyond what can be written in a flood, is lost.
/// </summary>
public sealed class Counting(TimeProvider time) : IDisposable
{
    const int MostWaiting = 10_000;

    // Who reads an article again within ten minutes is counted once. The address stays in memory only.
    readonly Floodgate<(IPAddress, Id)> _again = new(perSecond: 1 / 600.0, burst: 1, time);
    readonly Channel<Counted> _waiting = Channel.CreateBounded<Counted>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    readonly VainTrails _trails = new(time);
    readonly Bell _bell = new(time);

    internal ChannelReader<Counted> Waiting => _waiting.Reader;

    /// <summary>A visitor reads an article.</summary>
    public void Seen(PublishedText text, Id site, Reader reader)
    {
        if (_again.Refuses((reader.Address, text.Article)) is null)
        {
            _waiting.Writer.TryWrite(new Counted(site, text.Language, time.GetUtcNow()) { Article = text.Article });
        }

        Went(site, reader, NextStep.Read);
    }

    /// <summary>A visitor has sought something and found nothing. What might tell who they are is not kept.</summary>
    public void InVain(Id site, string language, string sought, Reader reader)
    {
        if (SoughtWords.Kept(sought) is { } words && _again.Refuses((reader.Address, new Id(string.GetHashCode(words, StringComparison.OrdinalIgnoreCase)))) is null
            && _waiting.Writer.TryWrite(new Counted(site, language, time.GetUtcNow()) { Words = words }))
        {
            _trails.Begin(site, language, words, reader);
            _bell.Ring();
        }
    }

    /// <summary>A visitor has sought something and found it, or reads.</summary>
    public void Went(Id site, Reader reader, NextStep step) => Tell(_trails.Went(site, reader, step), null, null);

    /// <summary>A visitor has begun a conversation.</summary>
    public void Contacted(Id site, Reader reader, string channel, Id conversation) => Tell(_trails.Went(site, reader, NextStep.Contacted), channel, conversation);

    /// <summary>Tells of those whose time is over, whenever it is, until it is cancelled.</summary>
    internal async Task FollowAsync(CancellationToken ct)
    {
        while (true)
        {
            var (known, next) = _trails.Over();
            Tell(known, null, null);
            await _bell.WaitAsync(next, ct);
        }
    }

    public void Dispose() => _bell.Dispose();

    void Tell(List<Trail> known, string? channel, Id? conversation)
    {
        foreach (var trail in known)
        {
            _waiting.Writer.TryWrite(new Counted(trail.Site, trail.Language, time.GetUtcNow()) { Words = trail.Words, Step = trail.Step, Channel = channel ?? "", Conversation = conversation });
        }
    }
}

/// <summary>An article that was read, words that were sought in vain, or what came after them.</summary>
sealed record Counted(Id Site, string Language, DateTimeOffset At)
{
    public Id? Article { get; init; }

    public string? Words { get; init; }

    /// <summary>Of words that were counted before.</summary>
    public NextStep? Step { get; init; }

    /// <summary>Over which the visitor came to us.</summary>
    public string Channel { get; init; } = "";

    public Id? Conversation { get; init; }
}
