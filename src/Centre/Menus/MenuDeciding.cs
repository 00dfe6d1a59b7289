using Kanal.Centre.Experiments;
using Kanal.Centre.Storage;
using Kanal.Centre.Strategy;
using Kanal.Centre.Texts;
using Kanal.Decisions.Experiments;
using Kanal.Decisions.Facts;
using Kanal.Decisions.Menus;
using NodaTime;

namespace Kanal.Centre.Menus;

/// <summary>Brings together what is known of a visitor, how the site stands and its strategy, and decides.</summary>
public sealed class MenuDeciding(StrategyShelf shelf, SiteStates states, VisitorMemories memories, ExperimentArms arms, IdSource ids, TimeProvider time)
{
    /// <exception cref="RefusedException">There are facts that can't be believed.</exception>
    internal async ValueTask<(ShownMenu Menu, VisitorMemory Memory, MenuReader Reader)> DecideAsync(MenuAsk ask, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var site = await states.OfAsync(ask.Site, ct);
        var usual = shelf.For(ask.Site);
        var consent = ask.Consent < usual.Settings.Consent ? ask.Consent.Value : usual.Settings.Consent;
        // Whoever may not be known from one page to the next would be in another arm on each.
        var arm = ask.Bot || consent < Privacy.Journey ? null : arms.For(ask.Site, ask.Visitor);
        var published = arm?.Version is { } version ? await shelf.FindAsync(ask.Site, version, ct) ?? usual : usual;
        var facts = FactReading.FromPage(published.Strategy.Catalogue, ask.Facts, out var faults);
        Refuse(faults);
        var language = ask.Site.LanguageFor(ask.Language ?? facts.Text("language") ?? facts.Text("locale"));
        var zone = facts.Text("timeZone");
        var visit = facts.Number("visit.seconds") is { } seconds ? Duration.FromSeconds(seconds) : (Duration?)null;
        ask.Known?.Invoke(facts);
        site.Load.PutInto(facts.Put("bot", ask.Bot).PutTime(ask.Site.Calendar, Instant.FromDateTimeOffset(now), site.Status.Open));
        var memory = memories.Read(ask.Memory, ask.Holder);
        var id = ids.Next(now);
        var question = new MenuQuestion(ask.Visitor, ask.PageView ?? id.ToString(), facts.Only(published.PolicyFor(consent))) { Before = memory.Before, Invitations = memory.InvitationsIn(visit, Instant.FromDateTimeOffset(now)) };
        if (arm is not null)
        {
            arms.Met(arm, ask.Visitor);
        }

        return (new ShownMenu(id, site, published, question, ChanceOf(ask.Visitor, published), now) { Consent = consent, Experiment = arm is null ? null : new MenuExperiment(arm.Experiment, arm.Name) }, memory, new MenuReader(language, zone));
    }

    // The same for a visitor each time, so that nothing flickers.
    static double ChanceOf(string visitor, PublishedStrategy published) =>
        published.Strategy.Definition.Holdout is { } holdout ? ArmChoice.Place(visitor, holdout.Salt + "admission") : 1;

    static void Refuse(IReadOnlyList<FactFault> faults)
    {
        if (faults.Count > 0)
        {
            throw new RefusedException(Refusal.Invalid, "invalid", $"{faults[0].Place}: {faults[0].Sentence}")
            {
                Errors = faults.GroupBy(fault => fault.Place).ToDictionary(same => same.Key, same => same.Select(fault => Sentence.Verbatim(fault.Sentence)).ToArray()),
            };
        }
    }
}

/// <summary>Whom a menu is said to.</summary>
/// <param name="TimeZone">As their browser names it; null where it does not.</param>
readonly record struct MenuReader(string Language, string? TimeZone);
