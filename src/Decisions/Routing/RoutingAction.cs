namespace Kanal.Decisions.Routing;

/// <summary>What the driver is to do. The state has already taken it as done.</summary>
public abstract record RoutingAction;
