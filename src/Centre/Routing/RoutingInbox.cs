using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Kanal.Centre.Live;
using Kanal.Centre.Waits;
using Kanal.Decisions.Routing;

namespace Kanal.Centre.Routing;

/// <summary>Where what has happened waits for the router, on whichever node that is. Posting never waits.</summary>
public sealed class RoutingInbox
{
    const string Word = "routing";

    readonly Channel<RoutingEvent> _waiting = Channel.CreateUnbounded<RoutingEvent>(new UnboundedChannelOptions { SingleReader = true });
    readonly WaitInbox _waits;
    readonly NodeBell _bell;
    volatile bool _isOpen;

    public RoutingInbox(WaitInbox waits, NodeBell bell)
    {
        _waits = waits;
        _bell = bell;
        bell.Hear<RoutingWord>(Word, Hear);
        bell.WhenMissed(() => Put(new RoutingMissed()));
    }

    public void Post(RoutingEvent happened)
    {
        _waits.Post(happened);
        if (!_bell.IsAlone && RoutingWord.Of(happened) is { } word)
        {
            _bell.Ring(Word, word);
            // What others tell may overtake what is told here.
            Put(new HeardEvent(word.ToEvent()));
        }
        else
        {
            Put(happened);
        }
    }

    /// <summary>Something that was decided may be on disk that nobody was told of: desks fetch everything anew.</summary>
    internal void Doubt() => _bell.MissEverywhere();

    /// <summary>What the router holds after all that was posted before; null where it starts anew meanwhile, or is on another node.</summary>
    internal Task<RouterHolds?> LookAsync()
    {
        var look = new RouterLook();
        if (!Put(look))
        {
            look.GiveUp();
        }

        return look.Answer;
    }

    /// <summary>The router is here from now on.</summary>
    internal void Open()
    {
        _isOpen = true;
        Clear();
    }

    /// <summary>The router is elsewhere from now on.</summary>
    internal void Close()
    {
        _isOpen = false;
        Clear();
    }

    internal ValueTask<bool> WaitAsync(CancellationToken ct) => _waiting.Reader.WaitToReadAsync(ct);

    internal bool TryTake([NotNullWhen(true)] out RoutingEvent? happened) => _waiting.Reader.TryRead(out happened);

    bool Put(RoutingEvent happened) => _isOpen && _waiting.Writer.TryWrite(happened);

    void Hear(RoutingWord word)
    {
        var happened = word.ToEvent();
        _waits.Post(happened);
        Put(new HeardEvent(happened));
    }

    // What happened before is in the database, which is read next.
    void Clear()
    {
        while (TryTake(out var before))
        {
            (before as RouterLook)?.GiveUp();
        }
    }
}

/// <summary>Settings that routing goes by were changed: the loop reads them anew before it goes on.</summary>
public sealed record SettingsOutdated : RoutingEvent;
