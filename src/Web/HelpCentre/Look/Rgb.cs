using System.Globalization;

namespace Kanal.Web.HelpCentre.Look;

/// <summary>A colour, with the contrast of WCAG 2.2.</summary>
readonly record struct Rgb(double R, double G, double B)
{
    public static Rgb Black { get; } = new(0, 0, 0);

    public static Rgb White { get; } = new(255, 255, 255);

    /// <param name="text"><c>#rgb</c> or <c>#rrggbb</c>, as sites keep it.</param>
    public static Rgb Parse(string text)
    {
        var hex = text.TrimStart('#');
        var full = hex.Length == 3 ? string.Concat(hex.SelectMany(digit => new[] { digit, digit })) : hex;
        return int.TryParse(full, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var bits) ? new((bits >> 16) & 255, (bits >> 8) & 255, bits & 255) : Black;
    }

    public double Contrast(Rgb other)
    {
        var (a, b) = (Luminance(), other.Luminance());
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    public double Luminance()
    {
        return (0.2126 * Linear(R)) + (0.7152 * Linear(G)) + (0.0722 * Linear(B));

        static double Linear(double part) => part / 255 is var c && c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }

    public Rgb Towards(Rgb goal, double share) => new(Mix(R, goal.R, share), Mix(G, goal.G, share), Mix(B, goal.B, share));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{(int)R:x2}{(int)G:x2}{(int)B:x2}");

    static double Mix(double from, double to, double share) => Math.Round(from + ((to - from) * share));
}
