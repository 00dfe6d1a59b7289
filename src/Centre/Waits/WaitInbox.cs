using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;
using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Centre.Waits;

/// <summary>Where what bears on waits is put down for the <see cref="WaitLoop"/>. Putting down never waits.</summary>
public sealed class WaitInbox(TimeProvider time)
{
    readonly Channel<WaitFact> _facts = Channel.CreateUnbounded<WaitFact>(new UnboundedChannelOptions { SingleReader = true });
    readonly HashSet<long> _leaving = [];
    readonly Lock _order = new();
    Floor _floor = Floor.Empty;
    int _poked;

    public Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Who is there and who waits, as the router has it; only the latest counts.</summary>
    internal Floor Floor => Volatile.Read(ref _floor);

    /// <summary>The router has been told this.</summary>
    public void Post(RoutingEvent happened)
    {
        if (!BearsOnWaits(happened))
        {
            return;
        }

        lock (_order)
        {
            if (Leaves(happened) is { } conversation)
            {
                _leaving.Add(conversation);
            }

            _facts.Writer.TryWrite(new RoutingFact(happened, Now));
        }
    }

    /// <summary>The router has decided this about a conversation in somebody's hands.</summary>
    internal void Post(RoutingAction decided) => _facts.Writer.TryWrite(new DecisionFact(decided, Now));

    /// <summary>A conversation was started from a menu that said this.</summary>
    public void Post(Id conversation, ShownWait wait) => _facts.Writer.TryWrite(new MenuFact(conversation.Value, wait));

    public void Show(Floor floor)
    {
        Volatile.Write(ref _floor, floor);
        Poke();
    }

    /// <summary>Asks for everything to be worked out anew.</summary>
    public void Poke()
    {
        if (Interlocked.Exchange(ref _poked, 1) == 0)
        {
            _facts.Writer.TryWrite(new PokeFact());
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

    /// <summary>Somebody's leaving of the line has been taken in.</summary>
    internal void Left(long conversation)
    {
        lock (_order)
        {
            _leaving.Remove(conversation);
        }
    }

    /// <summary>
    /// Tells of a place in the queue, unless the conversation has left it and we have not taken that in yet: a visitor whose agent
    /// is there must not be told to wait after that.
    /// </summary>
    internal void WhileWaiting(long conversation, Action tell)
    {
        lock (_order)
        {
            if (!_leaving.Contains(conversation))
            {
                tell();
            }
        }
    }

    // Most of what happens is a customer writing, which moves nobody in any line.
    static bool BearsOnWaits(RoutingEvent happened) =>
        happened is ConversationQueued or ConversationTaken or ConversationEnded or ConversationWithdrawn or AgentReplied;

    static long? Leaves(RoutingEvent happened) => happened switch
    {
        ConversationTaken taken => taken.Conversation,
        ConversationWithdrawn withdrawn => withdrawn.Conversation,
        _ => null,
    };
}

abstract record WaitFact;

sealed record RoutingFact(RoutingEvent Happened, Instant At) : WaitFact;

sealed record DecisionFact(RoutingAction Decided, Instant At) : WaitFact;

sealed record MenuFact(long Conversation, ShownWait Wait) : WaitFact;

sealed record PokeFact : WaitFact;
