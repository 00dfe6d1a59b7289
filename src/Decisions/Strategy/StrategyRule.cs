using Kanal.Decisions.Strategy.Conditions;

namespace Kanal.Decisions.Strategy;

/// <summary>A rule that has been read.</summary>
/// <param name="Number">Its place in the order, from 0.</param>
/// <param name="Offer">Channels in order, the one to be recommended first.</param>
/// <param name="Otherwise">What takes the place of somebody's time that can't be had, in order.</param>
public sealed record StrategyRule(int Number, RuleDefinition Definition, Condition When, IReadOnlyList<string> Offer, IReadOnlyList<string> Otherwise)
{
    internal static StrategyRule Nothing { get; } = new(-1, new RuleDefinition { Id = "", Name = "" }, AllOf.Nothing, [], []);

    public string Id => Definition.Id;

    /// <param name="fact">The number of the fact that signals are.</param>
    internal bool SpeaksOf(string signal, int? fact) => Definition.Invite?.On.Contains(signal) == true
        || When.Tests.Any(test => test.Fact == fact && (test is not HasTest { Text: var text } || string.Equals(text, signal, StringComparison.OrdinalIgnoreCase)));

    public bool Withholds(string channel) => Definition.Withhold.Contains(channel);
}
