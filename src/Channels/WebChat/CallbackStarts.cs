using Kanal.Centre;
using Kanal.Centre.Callbacks;
using Kanal.Centre.Conversations;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;

namespace Kanal.Channels.WebChat;

/// <summary>Visitors who ask to be called, in a conversation of its own or in one that waits.</summary>
sealed class CallbackStarts(CallbackDesk desk, CallbackSlots slots, Intake intake, ConversationSites sites, TimeProvider time)
{
    /// <summary>Opens a conversation that waits for a call. Who has asked for one to this number already, gets that one, moved to the new time.</summary>
    public async Task<Opened> OpenAsync(Opening opening, CallbackWish wish, CancellationToken ct)
    {
        Offered(opening.Site);
        if (await desk.OwnAsync(opening.Site, opening.Visitor, wish.Number, ct) is { } there)
        {
            return await AgainAsync(opening, wish, there, ct);
        }

        try
        {
            var opened = await intake.StartAsync(opening, ct);
            slots.Forget(opening.Site.Id);
            return opened;
        }
        catch (RefusedException refused) when (refused.Slug == "callback-exists")
        {
            // The same visitor may have asked twice at once.
            if (await desk.OwnAsync(opening.Site, opening.Visitor, wish.Number, ct) is not { } own)
            {
                throw;
            }

            return await AgainAsync(opening, wish, own, ct);
        }
    }

    public async Task SwitchAsync(Id conversation, VisitorSwitch wanted, CancellationToken ct)
    {
        var site = await sites.OfAsync(conversation, ct);
        Offered(site);
        await desk.BookAsync(site, conversation, new CallbackWish(CallableNumber.Of(wanted.Address, null, site), wanted.Slot), by: null, ct);
    }

    public async Task<CallbackChoices> ChoicesAsync(Id conversation, CancellationToken ct)
    {
        var site = await sites.OfAsync(conversation, ct);
        return new CallbackChoices(await desk.FindAsync(conversation, ct), site.StatusAt(time.GetUtcNow()).Open, site.Callback.Offer == CallbackOffer.Never ? [] : await slots.FreeAsync(site, ct));
    }

    public async Task<Callback> MoveAsync(Id conversation, DateTimeOffset? slot, CancellationToken ct) =>
        await desk.MoveAsync(await sites.OfAsync(conversation, ct), conversation, slot, by: null, ct);

    public async Task CancelAsync(Id conversation, CancellationToken ct) =>
        await desk.CancelAsync(await sites.OfAsync(conversation, ct), conversation, by: null, ct);

    async Task<Opened> AgainAsync(Opening opening, CallbackWish wish, Id there, CancellationToken ct)
    {
        var said = await intake.ReceiveAsync(new InboundMessage(there, opening.ClientId, opening.Text, [], time.GetUtcNow()), ct);
        var callback = await desk.FindAsync(there, ct);
        if (callback is { State: not CallbackState.Calling } && callback.Slot?.Start != wish.Slot)
        {
            await desk.MoveAsync(opening.Site, there, wish.Slot, by: null, ct);
        }

        return new Opened(there, said.Sequence, opening.MenuKept, null);
    }

    static void Offered(Site site)
    {
        if (site.Callback.Offer == CallbackOffer.Never)
        {
            throw RefusedException.Conflict("channel-not-offered", "This site calls nobody back.");
        }
    }
}
