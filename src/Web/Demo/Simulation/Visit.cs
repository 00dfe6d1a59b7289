using Kanal.Centre.Storage;

namespace Kanal.Web.Demo.Simulation;

/// <summary>How a visit went.</summary>
/// <param name="Answers">How many messages came from an agent.</param>
/// <param name="Score">The rating that was left; null for none.</param>
sealed record Visit(int Answers, int? Score)
{
    /// <summary>There was no chat to be had.</summary>
    public static Visit Closed { get; } = new(0, null);

    public Id? Conversation { get; init; }
}
