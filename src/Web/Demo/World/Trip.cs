namespace Kanal.Web.Demo.World;

/// <summary>A journey that can be booked. What it is called and how it is described stands in the strings.</summary>
/// <param name="Price">In Danish kroner, for one person in a double room.</param>
/// <param name="SingleRoom">What a room of one's own costs on top.</param>
/// <param name="Scene">How it is drawn.</param>
public sealed record Trip(string Key, string Country, int Days, decimal Price, decimal SingleRoom, string Scene, IReadOnlyList<string> Departures)
{
    public static IReadOnlyList<Trip> All { get; } = Content.Read<List<Trip>>("data/trips.json");

    public static Trip? Find(string? key) => All.FirstOrDefault(trip => trip.Key == key);
}
