using System.Globalization;

namespace Kanal.Web.Demo.World;

/// <summary>What fills the blanks of a conversation: trip, date, booking number and the like.</summary>
sealed class Blanks
{
    readonly Dictionary<string, string> _values;

    Blanks(Dictionary<string, string> values) => _values = values;

    public string this[string blank] => _values.GetValueOrDefault(blank, "…");

    public static Blanks By(Random chance, string language, string agent)
    {
        var trip = Trip.All[chance.Next(Trip.All.Count)];
        var dates = Phrases.In(language).Dates;
        return new Blanks(new()
        {
            ["trip"] = DemoTexts.In(language)[$"tripList.{trip.Key}.name"],
            ["date"] = dates[chance.Next(dates.Count)],
            ["number"] = string.Create(CultureInfo.InvariantCulture, $"FR-{chance.Next(20_000, 99_999)}"),
            ["people"] = chance.Next(2, 5).ToString(CultureInfo.InvariantCulture),
            ["agent"] = agent,
        });
    }

    public Blanks With(IEnumerable<(string Blank, string Value)> known)
    {
        var values = new Dictionary<string, string>(_values);
        foreach (var (blank, value) in known)
        {
            values[blank] = value;
        }

        return new Blanks(values);
    }
}
