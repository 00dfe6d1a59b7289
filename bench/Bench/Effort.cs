namespace Kanal.Bench;

/// <summary>How long to measure.</summary>
/// <param name="WarmUp">Until the runtime has compiled for the second time what is used most; a server runs for weeks.</param>
sealed record Effort(TimeSpan WarmUp, TimeSpan Round, TimeSpan Delivery, int Streams, int Starts)
{
    public static Effort Full { get; } = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(12), TimeSpan.FromSeconds(15), 10_000, 5);

    public static Effort Short { get; } = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3), 2_000, 3);
}
