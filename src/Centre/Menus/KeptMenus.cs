using System.Text.Json;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Waits;
using Kanal.Decisions.Menus;
using Kanal.Decisions.Strategy;
using Kanal.Decisions.Waits;

namespace Kanal.Centre.Menus;

/// <summary>
/// Menus that another node showed, or this one before it was started anew, as far as the visitor agreed to their being kept: whoever starts from one is
/// held to its word like anybody else.
/// </summary>
public sealed class KeptMenus(DecisionBook book, WaitInbox waits, TimeProvider time)
{
    // As long as menus are remembered that were shown here.
    static readonly TimeSpan _while = TimeSpan.FromMinutes(20);

    /// <summary>The last one that this visitor was shown; null where none is known.</summary>
    /// <param name="visitor">Digest of the visitor's token.</param>
    public async Task<KeptMenu?> LatestAsync(Site site, string visitor, CancellationToken ct) =>
        await book.LatestAsync(site.Id, visitor, time.GetUtcNow() - _while, ct) is { } row ? Read(row) : null;

    /// <summary>A conversation was started from it.</summary>
    public Task FollowedAsync(KeptMenu menu, string channel, Id conversation, CancellationToken ct)
    {
        if (menu.StateOf(channel) is { Pace: ChannelPace.Live, Open: true } its && new ShownWait(its.Wait, its.WaitLowSeconds, its.WaitSeconds, null) is { Promises: true } wait)
        {
            waits.Post(conversation, wait);
        }

        return book.JoinAsync(menu.Decision, conversation, ct);
    }

    // A node of another version may write what is not read here; whoever starts is served all the same.
    static KeptMenu? Read(DecisionRow row)
    {
        try
        {
            return new KeptMenu(row.Id, DecisionRecord.From(row.Record));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="Decision">Its id.</param>
public sealed record KeptMenu(Id Decision, DecisionRecord Record)
{
    /// <summary>As <see cref="ShownMenu.TargetSeconds"/>.</summary>
    public int? TargetSeconds(string channel) => StateOf(channel)?.Pace == ChannelPace.Live ? Record.Decision.TargetSeconds : null;

    /// <summary>As <see cref="ShownMenu.Value"/>.</summary>
    public int? Value => Record.Decision.Value > 1 ? Record.Decision.Value : null;

    internal ChannelState? StateOf(string channel) => Record.Live.Channels.FirstOrDefault(its => its.Channel == channel);
}
