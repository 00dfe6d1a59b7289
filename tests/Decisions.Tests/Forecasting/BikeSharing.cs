using System.Globalization;
using Kanal.Decisions.Forecasting;
using NodaTime;
using NodaTime.Text;

namespace Kanal.Decisions.Tests.Forecasting;

/// <summary>Two years of bicycles by the hour; an hour without a row is not known.</summary>
static class BikeSharing
{
    public static Series Read()
    {
        var (first, counts) = (new LocalDate(2011, 1, 1), Enumerable.Repeat(double.NaN, 731 * 24).ToArray());
        foreach (var cells in Data.Lines("bike_sharing_hours.csv").Skip(1).Select(line => line.Split(',')))
        {
            counts[Period.DaysBetween(first, LocalDatePattern.Iso.Parse(cells[1]).Value) * 24 + int.Parse(cells[5], CultureInfo.InvariantCulture)] = double.Parse(cells[16], CultureInfo.InvariantCulture);
        }

        return Series.Of(first, 24, counts);
    }
}
