using System.Net;
using System.Threading.Channels;
using Kanal.Centre.Access;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Knowledge;

/// <summary>
/// What visitors read and what they seek in vain, on its way to the tables. Counting never holds a visitor up; what is counted within the last
/// moment before a crash, or beyond what can be written in a flood, is lost.
/// </summary>
public sealed class Counting(TimeProvider time)
{
    const int MostWaiting = 10_000;

    // Who reads an article again within ten minutes is counted once. The address stays in memory only.
    readonly Floodgate<(IPAddress, Id)> _again = new(perSecond: 1 / 600.0, burst: 1, time);
    readonly Channel<Counted> _waiting = Channel.CreateBounded<Counted>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    internal ChannelReader<Counted> Waiting => _waiting.Reader;

    /// <summary>A visitor reads an article.</summary>
    public void Seen(PublishedText text, Id site, IPAddress? reader)
    {
        if (_again.Refuses((reader ?? IPAddress.None, text.Article)) is null)
        {
            _waiting.Writer.TryWrite(new Counted(site, text.Language, time.GetUtcNow()) { Article = text.Article });
        }
    }

    /// <summary>A visitor has sought something and found nothing. What might tell who they are is not kept.</summary>
    public void InVain(Id site, string language, string sought, IPAddress? reader)
    {
        if (SoughtWords.Kept(sought) is { } words && _again.Refuses((reader ?? IPAddress.None, new Id(string.GetHashCode(words, StringComparison.OrdinalIgnoreCase)))) is null)
        {
            _waiting.Writer.TryWrite(new Counted(site, language, time.GetUtcNow()) { Words = words });
        }
    }
}

/// <summary>An article that was read, or words that were sought in vain.</summary>
sealed record Counted(Id Site, string Language, DateTimeOffset At)
{
    public Id? Article { get; init; }

    public string? Words { get; init; }
}
