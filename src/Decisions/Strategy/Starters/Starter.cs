namespace Kanal.Decisions.Strategy.Starters;

/// <summary>A strategy to start from. Its names are keys of texts, marked by a $, until somebody says them in a language.</summary>
/// <param name="Key">Names it, such as <c>shop</c>; the text <c>starter.shop.about</c> says for whom it is.</param>
public sealed record Starter(string Key, string Json)
{
    const char Mark = '$';

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Starter> All { get; } =
    [
        new("shop", ShopAlone.Json), new("travel", TravelAgency.Json), new("service", ServiceCentre.Json), new("support", ExpertSupport.Json),
    ];

    /// <summary>The texts that it needs.</summary>
    public IEnumerable<string> Texts
    {
        get
        {
            var its = Read();
            return [$"starter.{Key}.about", .. its.Rules.Select(rule => rule?.Name).Prepend(its.Name).OfType<string>().Select(KeyOf).OfType<string>()];
        }
    }

    /// <summary>Names of the invitations it makes, of which a site needs texts.</summary>
    public IEnumerable<string> Invitations => Read().Rules.Select(rule => rule?.Invite?.Text).OfType<string>().Distinct();

    /// <summary>The strategy with its names in a language.</summary>
    /// <param name="say">The text of a key.</param>
    public StrategyDefinition In(Func<string, string> say)
    {
        var its = Read();
        return its with { Name = Said(its.Name, say), Rules = [.. its.Rules.Select(rule => rule is null ? null : rule with { Name = Said(rule.Name, say) })] };
    }

    StrategyDefinition Read() => StrategyJson.Read(Json, out var problem) ?? throw new InvalidOperationException($"The starter {Key} can't be read: {problem}");

    static string Said(string name, Func<string, string> say) => KeyOf(name) is { } key ? say(key) : name;

    static string? KeyOf(string name) => name.Length > 1 && name[0] == Mark ? name[1..] : null;
}
