using Kanal.Centre.Prices;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Decisions.Menus;
using NodaTime;

namespace Kanal.Centre.Menus;

/// <summary>Which ways of contact a visitor is shown, as the site's strategy has it.</summary>
public sealed class ChannelMenus(MenuDeciding deciding, ShownMenus shown, VisitorMemories memories, DecisionInbox decisions, LivePrices prices, TimeProvider time)
{
    /// <exception cref="RefusedException">There are facts that can't be believed.</exception>
    public async ValueTask<MenuReply> AskAsync(MenuAsk ask, CancellationToken ct)
    {
        var (menu, memory, reader) = await deciding.DecideAsync(ask, ct);
        shown.Remember(menu);
        Price(menu, memory);
        var decision = menu.Decision;
        var entries = new MenuEntry[decision.Entries.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = EntryTexts.Say(decision.Entries[i], menu.Now, reader.Language, reader.TimeZone);
        }

        var invited = decision.Invitation is { Invites: true, Text: { } text } ? new ShownInvitation(menu.Id, text, decision.Rule ?? "", Instant.FromDateTimeOffset(menu.At), false) : memory.Invitation;
        var status = menu.Now.Status;
        return new MenuReply(
            new ChannelMenu(menu.Id.ToString(), entries, status.Open ? null : status.OpensAt),
            InvitationOf(menu, reader.Language),
            memories.Write(memory with { Before = decision.Memory, Invitation = invited, Kept = Kept(menu, memory) }, ask.Holder));
    }

    /// <summary>Whether a way of contact is still what a menu said.</summary>
    public bool Keeps(Site site, string channel) => channel != "chat" || site.StatusAt(time.GetUtcNow()).Open;

    /// <summary>The menu that a conversation starts from; null where it is none of this site's, or too long ago.</summary>
    public ShownMenu? Find(Site site, string? menu) => shown.Find(menu) is { } its && its.Now.Site.Id == site.Id ? its : null;

    /// <summary>A conversation was started from a menu: what that said of the wait is what we are held to.</summary>
    public void Followed(ShownMenu menu, string channel, Id conversation) => shown.Followed(menu, channel, conversation);

    /// <summary>It was started by whoever was shown the menu, so the decision is theirs.</summary>
    public void Joined(ShownMenu menu, string channel, Id conversation)
    {
        decisions.Keep(menu, DecisionMark.Of(menu), conversation);
        if (channel == "chat" && menu.Now.ChatLine is { } line && menu.GainOf("chat") is { } gain)
        {
            prices.Taken(line, menu.Id, gain.Value);
        }
    }

    // Whoever looks on at the same page is the same visitor still.
    void Price(ShownMenu menu, VisitorMemory memory)
    {
        if (memory.Before?.PageView != menu.Question.PageView && menu.Now.ChatLine is { } line && menu.GainOf("chat") is { } gain)
        {
            prices.Shown(line, menu.Id, gain.Value, menu.EntryOf("chat") is not null);
        }
    }

    // What has been kept of this view already is not kept again.
    string? Kept(ShownMenu menu, VisitorMemory memory)
    {
        if (!menu.MayBeKept)
        {
            return null;
        }

        var mark = DecisionMark.Of(menu);
        if (memory.Kept != mark || memory.Before?.PageView != menu.Question.PageView)
        {
            decisions.Keep(menu, mark);
        }

        return mark;
    }

    static MenuInvitation? InvitationOf(ShownMenu menu, string language)
    {
        if (menu.Decision.Invitation is not { Standing: InvitationStanding.Invites, Channel: { } channel, Text: { } name } invites)
        {
            return null;
        }

        var text = menu.Strategy.Settings.TextOf(name, language);
        return new MenuInvitation(menu.Id.ToString(), name, text.Title, text.Body, text.Button, channel, invites.Signal);
    }
}
