namespace Kanal.Web.HelpCentre.Look;

/// <summary>
/// A site's colour as it can be read, by the rules that the widget has in <c>look/contrast.ts</c>: white on the accent where that is
/// dark enough or nearly so, dark text on light and bright ones; as text, the nearest step towards black or white that stands out.
/// </summary>
sealed record Accent(string Fill, string OnFill, string OnLight, string OnDark)
{
    // WCAG 2.2 AA for text.
    const double Enough = 4.5;

    // The surfaces of page.css on which the accent is text: of each theme the one where it is hardest to read.
    static readonly Rgb _light = Rgb.Parse("#f4f5f7");
    static readonly Rgb _dark = Rgb.Parse("#2a2f36");

    public static Accent Of(string colour)
    {
        var accent = Rgb.Parse(colour);
        var bright = accent.Contrast(Rgb.White) < 3;
        return new Accent(
            (bright ? accent : Readable(Rgb.White, accent)).ToString(),
            bright ? Readable(accent, accent.Towards(Rgb.Black, 0.85)).ToString() : "#ffffff",
            Readable(_light, accent).ToString(),
            Readable(_dark, accent).ToString());
    }

    static Rgb Readable(Rgb background, Rgb colour)
    {
        var goal = background.Luminance() > 0.18 ? Rgb.Black : Rgb.White;
        for (var share = 0.0; share < 1; share += 0.05)
        {
            if (colour.Towards(goal, share) is var candidate && candidate.Contrast(background) >= Enough)
            {
                return candidate;
            }
        }

        return goal;
    }
}
