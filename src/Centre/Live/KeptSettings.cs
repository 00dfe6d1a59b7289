using Kanal.Centre.Callbacks;
using Kanal.Centre.Experiments;
using Kanal.Centre.Identities;
using Kanal.Centre.Knowledge;
using Kanal.Centre.Letters;
using Kanal.Centre.Menus;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Strategy;

namespace Kanal.Centre.Live;

/// <summary>What a node keeps in memory of the database, brought up to date when another node says that it has changed.</summary>
public sealed class KeptSettings(SiteDirectory sites, MailboxBook mailboxes, KeptReadings readings, KeptMarks marks)
{
    /// <summary>All that is kept here and desks are told of.</summary>
    internal static IReadOnlyList<string> ToldOf { get; } = ["sites", "mailboxes", "articles", "sections", "synonyms", "strategies", "experiments"];

    /// <summary>When it returns, what is kept here is as new as the word.</summary>
    /// <param name="what">As desks are told it; null for all there is.</param>
    internal async Task FollowAsync(string? what, CancellationToken ct)
    {
        if (what is null or "sites")
        {
            sites.Drop();
        }

        if (what is null or "mailboxes")
        {
            mailboxes.TellHere();
        }

        if (what is null)
        {
            marks.Drop();
        }

        await readings.FollowAsync(what, ct);
    }
}

/// <summary>What is read whole after a change.</summary>
public sealed class KeptReadings(KnowledgeBase knowledge, StrategyShelf shelf, ExperimentRounds experiments)
{
    internal async Task FollowAsync(string? what, CancellationToken ct)
    {
        if (what is null or "articles" or "answers" or "sections" or "synonyms")
        {
            await knowledge.FollowAsync();
        }

        if (what is null or "strategies")
        {
            await shelf.FollowAsync(ct);
        }

        if (what is null or "experiments")
        {
            await experiments.FollowAsync(ct);
        }
    }
}

/// <summary>What desks are not told of.</summary>
public sealed class KeptMarks
{
    readonly CallbackSlots _slots;
    readonly IdentitySecrets _identities;
    readonly LiveChanges _changes;

    public KeptMarks(CallbackSlots slots, IdentitySecrets identities, LiveChanges changes, NodeBell bell)
    {
        (_slots, _identities, _changes) = (slots, identities, changes);
        bell.Hear<Id>(CallbackSlots.Outdated, site => slots.Drop(site));
        bell.Hear<Id>(IdentitySecrets.Outdated, site => identities.Drop(site));
    }

    internal void Drop()
    {
        _slots.Drop(null);
        _identities.Drop(null);
        _changes.Note();
    }
}
