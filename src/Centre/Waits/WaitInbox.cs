using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Kanal.Centre.Live;
using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;
using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Centre.Waits;

/// <summary>Where what bears on waits is put down for the <see cref="WaitLoop"/>. Putting down never waits.</summary>
public sealed class WaitInbox
{
    const string MenuWord = "menuWait";
    const string RestWord = "resting";

    readonly Channel<WaitFact> _facts = Channel.CreateUnbounded<WaitFact>(new UnboundedChannelOptions { SingleReader = true });
    readonly NodeBell _bell;
    readonly TimeProvider _time;
    Floor _floor = Floor.Empty;
    int _poked;

    public WaitInbox(NodeBell bell, TimeProvider time)
    {
        _bell = bell;
        _time = time;
        bell.Hear<MenuFact>(MenuWord, Put);
        bell.Hear<RestingWord>(RestWord, word => Put(new DecisionFact(word.ToAction(), Now)));
        bell.WhenMissed(Miss);
    }

    public Instant Now => Instant.FromDateTimeOffset(_time.GetUtcNow());

    /// <summary>Who is there and who waits, as the router has it; only the latest counts.</summary>
    internal Floor Floor => Volatile.Read(ref _floor);

    /// <summary>The router has been told this.</summary>
    public void Post(RoutingEvent happened)
    {
        if (BearsOnWaits(happened))
        {
            Put(new RoutingFact(happened, Now));
        }
    }

    /// <summary>The router has decided this about a conversation in somebody's hands.</summary>
    internal void Post(RoutingAction decided)
    {
        Put(new DecisionFact(decided, Now));
        if (RestingWord.Of(decided) is { } word)
        {
            _bell.Ring(RestWord, word);
        }
    }

    /// <summary>A conversation was started from a menu that said this.</summary>
    public void Post(Id conversation, ShownWait wait)
    {
        var fact = new MenuFact(conversation.Value, wait);
        Put(fact);
        _bell.Ring(MenuWord, fact);
    }

    /// <summary>What is promised is written down by this node from now on.</summary>
    internal void Lead() => Put(new LeadFact());

    public void Show(Floor floor)
    {
        Volatile.Write(ref _floor, floor);
        Poke();
    }

    /// <summary>Something that was put down may not have been taken in: how things stand is read anew.</summary>
    internal void Miss() => Put(new MissedFact());

    /// <summary>Asks for everything to be worked out anew.</summary>
    public void Poke()
    {
        if (Interlocked.Exchange(ref _poked, 1) == 0)
        {
            Put(new PokeFact());
        }
    }

    internal ValueTask<bool> WaitAsync(CancellationToken ct) => _facts.Reader.WaitToReadAsync(ct);

    internal bool TryTake([NotNullWhen(true)] out WaitFact? fact)
    {
        if (_facts.Reader.TryRead(out fact) && fact is PokeFact)
        {
            Volatile.Write(ref _poked, 0);
        }

        return fact is not null;
    }

    void Put(WaitFact fact) => _facts.Writer.TryWrite(fact);

    // Most of what happens is a customer writing, which moves nobody in any line.
    static bool BearsOnWaits(RoutingEvent happened) =>
        happened is ConversationQueued or ConversationTaken or ConversationEnded or ConversationWithdrawn or AgentReplied;
}
