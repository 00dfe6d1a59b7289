using System.Globalization;
using Kanal.Centre.Menus;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Decisions.Experiments;
using Kanal.Decisions.Facts;
using Kanal.Decisions.Menus;
using Kanal.Decisions.Strategy;
using NodaTime;

namespace Kanal.Centre.Strategy;

/// <summary>Tries a strategy on a visitor who might come: it decides as it would live, and nothing is kept.</summary>
public sealed class StrategyTrials(StrategyBook book, StrategyShelf shelf, StrategySettingsBook settingsBook, SiteStates states, TimeProvider time)
{
    const int MostTries = 10_000;

    /// <exception cref="RefusedException">Something stops the strategy, place by place, or there is no such version.</exception>
    public async Task<Tried> TryAsync(Id id, Trial trial, string language, CancellationToken ct)
    {
        var site = await book.SiteAsync(id, ct);
        var (published, version) = await StrategyAsync(site, trial, ct);
        var strategy = published.Strategy;
        var at = Instant.FromDateTimeOffset(trial.At ?? time.GetUtcNow());
        var told = FactReading.FromAnywhere(strategy.Catalogue, trial.Facts, out var faults);
        var now = await states.OfAsync(site, ct);
        var facts = WithOurs(told, now, at).Only(published.Policy);
        var live = Overridden(version == 0 ? now.Unattended : now.Live, site, trial, at);
        var question = new MenuQuestion(trial.Visitor ?? Treated(strategy), trial.PageView ?? "trial", facts) { Before = trial.Memory };
        var decision = strategy.Decide(question, live, strategy.Definition.Holdout is { } holdout ? ArmChoice.Place(question.Visitor, holdout.Salt + "admission") : 1, at);
        return new Tried(
            version,
            decision,
            [.. strategy.Explain(facts).Zip(strategy.Rules, (its, rule) => new RuleTried(its.Rule, rule.Definition.Name, its.Holds, its.Decides && decision.Rule == its.Rule, its.Tests))],
            live,
            facts,
            [.. strategy.Catalogue.Facts.Where((_, number) => told.Knows(number) && !facts.Knows(number)).Select(fact => fact.Key)],
            faults,
            decision.Invitation.Text is { } text ? published.Settings.TextOf(text, language) : null);
    }

    async Task<(PublishedStrategy Strategy, long? Version)> StrategyAsync(Site site, Trial trial, CancellationToken ct)
    {
        if (trial.Definition is not { } definition)
        {
            var version = trial.Version ?? shelf.For(site).Version;
            return (await shelf.FindAsync(site, version, ct) ?? throw RefusedException.NotFound("version"), version);
        }

        var settings = await settingsBook.ReadAsync(site.Id, ct);
        return ChannelStrategy.From(definition, PublishedStrategy.CatalogueOf(settings.OwnFacts), out var problems) is { } strategy
            ? (new PublishedStrategy(0, strategy, FactPolicy.Of(strategy.Catalogue, settings.SwitchedOff, settings.Consent), settings), null)
            : throw DefinitionReading.Stopped(problems);
    }

    // What was told of the time or the load goes before what they are.
    static FactValues WithOurs(FactValues told, SiteNow now, Instant at)
    {
        var catalogue = told.Catalogue;
        var ours = new FactValues(catalogue).PutTime(now.Site.Calendar, at);
        now.Load.PutInto(ours);
        foreach (var (number, fact) in catalogue.Facts.Index())
        {
            if (ours.Knows(number) && !told.Knows(number))
            {
                _ = fact.Kind switch
                {
                    FactKind.Flag => told.Put(fact.Key, ours.Is(fact.Key)),
                    FactKind.Number => told.Put(fact.Key, ours.Number(fact.Key) ?? 0),
                    _ => told.Put(fact.Key, ours.Text(fact.Key)),
                };
            }
        }

        return told;
    }

    static LiveState Overridden(LiveState now, Site site, Trial trial, Instant at)
    {
        List<ChannelState> channels = [.. trial.At is null ? now.Channels : now.Channels.Select(channel => channel.At(site.Calendar, at))];
        foreach (var its in trial.Live)
        {
            var place = channels.FindIndex(channel => channel.Channel == its.Channel);
            if (place < 0)
            {
                place = channels.Count;
                channels.Add(new ChannelState(its.Channel, SiteChannels.PaceOf(its.Channel)) { TakesWhenClosed = SiteChannels.PaceOf(its.Channel) != ChannelPace.Live });
            }

            channels[place] = its.On(channels[place]);
        }

        return new LiveState(channels);
    }

    // Somebody for whom the rules decide: whoever wants to see the plain menu names one of the holdout.
    static string Treated(ChannelStrategy strategy) => strategy.Definition.Holdout is not { } holdout
        ? "0"
        : Enumerable.Range(0, MostTries).Select(number => number.ToString(CultureInfo.InvariantCulture)).FirstOrDefault(visitor => ArmChoice.Place(visitor, holdout.Salt) >= holdout.Share) ?? "0";
}
