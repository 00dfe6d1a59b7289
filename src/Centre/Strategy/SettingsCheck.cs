using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kanal.Decisions.Facts;

namespace Kanal.Centre.Strategy;

/// <summary>A strategy's settings on their way in.</summary>
sealed partial class SettingsCheck(Faults faults)
{
    const int MostChoices = 100;
    const int LongestChoice = 200;
    const int MostInvitations = 50;
    const int MostLanguages = 50;
    const int LongestTitle = 80;
    const int LongestBody = 300;
    const int LongestButton = 40;

    public StrategySettings Read(StrategySettings given)
    {
        var own = OwnFacts(given.OwnFacts);
        faults.ThrowIfAny();
        var catalogue = PublishedStrategy.CatalogueOf(own);
        foreach (var (i, key) in given.SwitchedOff.Index())
        {
            faults.AddIf(key is null || catalogue.Find(key) is null, $"switchedOff[{i}]", "There is no such fact.");
        }

        var read = given with { OwnFacts = own, SwitchedOff = [.. given.SwitchedOff.Distinct()], Invitations = Invitations(given.Invitations) };
        faults.ThrowIfAny();
        return read;
    }

    List<OwnFact> OwnFacts(IReadOnlyList<OwnFact> given)
    {
        var free = FactCatalogue.Standard.Free;
        faults.AddIf(given.Count > free, "ownFacts", $"There is space for {free} facts of the site's own.");
        var own = new List<OwnFact>();
        foreach (var (i, fact) in given.Take(free).Index())
        {
            if (fact is null)
            {
                faults.Add($"ownFacts[{i}]", "There is no fact here.");
                continue;
            }

            faults.AddIf(!Key().IsMatch(fact.Key ?? ""), $"ownFacts[{i}].key", "This should be a key such as \"own.membership\": letters and digits after \"own.\", at most 60.");
            faults.AddIf(own.Exists(other => other.Key == fact.Key), $"ownFacts[{i}].key", "This is there twice.");
            own.Add(fact with { Choices = Choices(fact, $"ownFacts[{i}].choices") });
        }

        return own;
    }

    List<string>? Choices(OwnFact fact, string place)
    {
        if (fact.Choices is not { Count: > 0 } given)
        {
            return null;
        }

        faults.AddIf(fact.Kind is not (FactKind.Text or FactKind.Texts), place, "Only texts have choices.");
        faults.AddIf(given.Count > MostChoices, place, $"There should be at most {MostChoices} choices.");
        return [.. given.Take(MostChoices).Select((choice, i) => faults.Line($"{place}[{i}]", choice, LongestChoice)).Distinct()];
    }

    ImmutableSortedDictionary<string, IReadOnlyDictionary<string, InvitationText>> Invitations(IReadOnlyDictionary<string, IReadOnlyDictionary<string, InvitationText>> given)
    {
        faults.AddIf(given.Count > MostInvitations, "invitations", $"There should be texts for at most {MostInvitations} invitations.");
        return given.Take(MostInvitations).ToImmutableSortedDictionary(its => its.Key, its => (IReadOnlyDictionary<string, InvitationText>)Texts(its.Key, its.Value), StringComparer.Ordinal);
    }

    SortedDictionary<string, InvitationText> Texts(string name, IReadOnlyDictionary<string, InvitationText>? given)
    {
        var place = $"invitations.{name}";
        faults.AddIf(!Name().IsMatch(name), "invitations", "An invitation's name has 1 to 60 letters, digits and hyphens.");
        faults.AddIf(given is null || given.Count > MostLanguages, place, $"There should be texts for at most {MostLanguages} languages.");
        var texts = new SortedDictionary<string, InvitationText>(StringComparer.Ordinal);
        foreach (var (language, text) in given?.Take(MostLanguages) ?? [])
        {
            var within = $"{place}.{language}";
            faults.AddIf(!LanguageTag.IsWellFormed(language), within, "This is not a language tag such as \"da\" or \"pt-BR\".");
            texts[language] = new InvitationText(
                faults.Line($"{within}.title", text?.Title, LongestTitle),
                faults.Line($"{within}.body", text?.Body, LongestBody),
                faults.Line($"{within}.button", text?.Button, LongestButton));
        }

        return texts;
    }

    [GeneratedRegex(@"^own\.[a-zA-Z0-9]{1,56}\z")]
    private static partial Regex Key();

    [GeneratedRegex(@"^[a-zA-Z0-9-]{1,60}\z")]
    private static partial Regex Name();
}
