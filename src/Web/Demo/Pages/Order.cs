using System.Globalization;
using Kanal.Web.Demo.World;

namespace Kanal.Web.Demo.Pages;

/// <summary>What is in the basket. It stands in the address, so that a page can be sent, reloaded and gone back to; who travels does not.</summary>
public sealed record Order(Trip Trip, string Departure, int Adults, int Children, bool SingleRooms, IReadOnlyList<string> Extras)
{
    public static readonly IReadOnlyList<(string Key, decimal Price)> AllExtras = [("bag", 450), ("insurance", 690), ("meals", 1450), ("transfer", 380)];
    const int MostPeople = 9;
    const decimal ChildShare = 0.75m;

    public int People => Adults + Children;

    public int Items => 1 + Extras.Count;

    public decimal Travel => (Trip.Price * Adults) + (Trip.Price * ChildShare * Children);

    public decimal Rooms => SingleRooms ? Trip.SingleRoom * Adults : 0;

    public decimal Total => Travel + Rooms + Extras.Sum(ExtraPrice);

    public decimal ExtraPrice(string extra) => AllExtras.First(known => known.Key == extra).Price * People;

    /// <summary>The order that an address names; null where it names no trip of ours.</summary>
    public static Order? Read(IQueryCollection query)
    {
        if (Trip.Find(query["trip"]) is not { } trip)
        {
            return null;
        }

        var departure = trip.Departures.FirstOrDefault(date => date == query["departure"]) ?? trip.Departures[0];
        return new Order(trip, departure, Number(query["adults"], 1, 2), Number(query["children"], 0, 0), query["room"] == "single",
            [.. AllExtras.Select(extra => extra.Key).Where(extra => query["extra"].Contains(extra))]);
    }

    public QueryString ToQuery() => QueryString.Create(Fields().Select(field => KeyValuePair.Create<string, string?>(field.Name, field.Value)));

    /// <summary>Name and value of everything chosen, for links and for hidden fields.</summary>
    public IEnumerable<(string Name, string Value)> Fields() =>
    [
        ("trip", Trip.Key), ("departure", Departure),
        ("adults", Adults.ToString(CultureInfo.InvariantCulture)), ("children", Children.ToString(CultureInfo.InvariantCulture)),
        ("room", SingleRooms ? "single" : "double"), .. Extras.Select(extra => ("extra", extra)),
    ];

    static int Number(string? text, int least, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, least, MostPeople) : otherwise;
}
