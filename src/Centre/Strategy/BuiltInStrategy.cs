using Kanal.Centre.Texts;
using Kanal.Decisions.Strategy;

namespace Kanal.Centre.Strategy;

/// <summary>What holds on a site until somebody publishes a strategy: chat, a callback and email for everybody.</summary>
static class BuiltInStrategy
{
    public static StrategyDefinition In(string language)
    {
        var texts = Strings.In(LanguageTag.Primary(language));
        return new StrategyDefinition
        {
            Name = texts["strategy.builtIn"],
            Plain = ["chat", "callback", "email"],
            Rules = [new RuleDefinition { Id = "everybody", Name = texts["strategy.everybody"], Offer = ["chat", "callback", "email"], Otherwise = ["callback", "email"] }],
        };
    }

    public static PublishedStrategy For(string language, StrategySettings settings) =>
        PublishedStrategy.From(0, In(language), [], settings) ?? throw new InvalidOperationException("The built-in strategy can't be read.");
}
