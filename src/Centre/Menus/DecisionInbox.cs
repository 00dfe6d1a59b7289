using System.Threading.Channels;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Menus;

/// <summary>
/// Decisions on their way to the table. Nobody waits for them; those of the last moment before a crash, or beyond what can be written
/// in a flood, are lost.
/// </summary>
public sealed class DecisionInbox
{
    const int MostWaiting = 10_000;

    readonly Channel<KeptDecision> _waiting = Channel.CreateBounded<KeptDecision>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    internal ChannelReader<KeptDecision> Waiting => _waiting.Reader;

    /// <param name="mark">See <see cref="DecisionMark"/>.</param>
    /// <param name="conversation">The one that came of it.</param>
    internal void Keep(ShownMenu menu, string mark, Id? conversation = null) => _waiting.Writer.TryWrite(new KeptDecision(menu, mark, conversation));
}

sealed record KeptDecision(ShownMenu Menu, string Mark, Id? Conversation);
