using System.Globalization;
using System.Text;

namespace Kanal.Web.Demo.Pages;

/// <summary>Draws the mountains behind a scene: the same ones each time for the same trip.</summary>
sealed class Landscape(string key, bool coloured)
{
    const int Shore = 345;
    const int Points = 16;
    const int Width = 800;

    readonly int _seed = key.Aggregate(17, (sum, letter) => unchecked((sum * 31) + letter));

    /// <summary>Where the sun stands, -1 to 1.</summary>
    public int Turn => Math.Abs(_seed % 3) - 1;

    /// <summary>A ridge around a height, as the data of a path that closes at the shore.</summary>
    public string Ridge(int layer, int height, int rise)
    {
        var chance = new Random(_seed + layer);
        var path = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"M0 {Shore}"));
        for (var i = 0; i <= Points; i++)
        {
            var up = rise * chance.NextDouble() * (i % 2 == 0 ? 0.45 : 1);
            path.Append(CultureInfo.InvariantCulture, $" L{i * Width / Points} {height - up:0}");
        }

        return path.Append(CultureInfo.InvariantCulture, $" L{Width} {Shore} Z").ToString();
    }

    /// <summary>Red in Norway; in Greenland every house its own.</summary>
    public string Wall(int house) => coloured ? $"wall-{house % 4}" : "wall-0";
}
