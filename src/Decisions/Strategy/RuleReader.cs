using System.Buffers;
using Kanal.Decisions.Facts;
using Kanal.Decisions.Strategy.Conditions;

namespace Kanal.Decisions.Strategy;

/// <summary>Reads what one rule offers to whom.</summary>
sealed class RuleReader(ConditionReader conditions, List<StrategyProblem> problems)
{
    const int MostChannels = 20;
    const int LongestText = 60;

    static readonly IReadOnlyList<string> _otherwise = ["callback", "email", "help"];
    static readonly SearchValues<char> _letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    public StrategyRule? Read(RuleDefinition rule, int number)
    {
        var place = $"rules[{number}]";
        Channels(rule.Offer, $"{place}.offer", problems);
        Channels(rule.Withhold, $"{place}.withhold", problems);
        Channels(rule.Otherwise ?? [], $"{place}.otherwise", problems);
        if (rule.Offer.Count == 0)
        {
            Refuse(ProblemKind.Missing, $"{place}.offer", "A rule offers at least one channel.", rule.Id);
        }

        foreach (var both in rule.Offer.Concat(rule.Otherwise ?? []).Intersect(rule.Withhold))
        {
            Refuse(ProblemKind.OfferedAndWithheld, $"{place}.withhold", $"\"{both}\" is both offered and withheld.", both);
        }

        if (rule.Recommend is { } recommended && !rule.Offer.Contains(recommended))
        {
            Refuse(ProblemKind.Missing, $"{place}.recommend", $"\"{recommended}\" is recommended and not offered.", recommended);
        }

        Invite(rule.Invite, $"{place}.invite");
        var when = rule.When is null ? AllOf.Nothing : conditions.Read(rule.When, $"{place}.when");
        return when is null ? null : new StrategyRule(number, rule, when, InOrder(rule), rule.Otherwise ?? [.. _otherwise.Except(rule.Withhold)]);
    }

    public static void Channels(IReadOnlyList<string> channels, string place, List<StrategyProblem> problems)
    {
        if (channels.Count > MostChannels)
        {
            problems.Add(new StrategyProblem(ProblemKind.TooMany, place, $"There are {channels.Count} channels here; {MostChannels} is the most."));
            return;
        }

        foreach (var (i, channel) in channels.Index())
        {
            if (channel is null || channel.Length is 0 or > 40 || channel.AsSpan().IndexOfAnyExcept(_letters) >= 0)
            {
                problems.Add(new StrategyProblem(ProblemKind.OutOfBounds, $"{place}[{i}]", "This is no name of a channel.") { Subject = channel });
            }
            else if (channels.Take(i).Contains(channel))
            {
                problems.Add(new StrategyProblem(ProblemKind.Twice, $"{place}[{i}]", $"\"{channel}\" is there twice.") { Subject = channel });
            }
        }
    }

    void Invite(InviteDefinition? invite, string place)
    {
        if (invite is null)
        {
            return;
        }

        if (invite.On.Count is 0 or > MostChannels)
        {
            Refuse(ProblemKind.Missing, $"{place}.on", "An invitation needs at least one signal.", null);
        }

        foreach (var (i, signal) in invite.On.Index())
        {
            if (!Signals.All.Contains(signal))
            {
                Refuse(ProblemKind.UnknownSignal, $"{place}.on[{i}]", $"There is no signal \"{signal}\"; there are {string.Join(", ", Signals.All)}.", signal);
            }
        }

        if (invite.Text.Length is 0 or > LongestText)
        {
            Refuse(ProblemKind.Missing, $"{place}.text", $"An invitation names its text in at most {LongestText} letters.", null);
        }
    }

    static IReadOnlyList<string> InOrder(RuleDefinition rule) =>
        rule.Recommend is { } first ? [first, .. rule.Offer.Where(channel => channel != first)] : rule.Offer;

    void Refuse(ProblemKind kind, string place, string sentence, string? subject) =>
        problems.Add(new StrategyProblem(kind, place, sentence) { Subject = subject });
}
