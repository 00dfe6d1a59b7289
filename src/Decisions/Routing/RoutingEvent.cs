namespace Kanal.Decisions.Routing;

/// <summary>Something that happened and may unblock something. What is out of date is accepted and changes nothing.</summary>
public abstract record RoutingEvent;
