namespace Kanal.Decisions.Routing;

/// <summary>What an agent is doing, as far as routing is concerned. Only an available agent is offered anything.</summary>
public enum Presence : byte
{
    Available,
    OnBreak,
    InWrapUp,
    Away,
    Offline,
}
