namespace Kanal.Decisions.Routing;

/// <summary>The rules were changed. Offers that ring go on as they began.</summary>
public sealed record RulesChanged(RoutingRules Rules) : RoutingEvent;
