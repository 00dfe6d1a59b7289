using System.Globalization;
using System.Text;
using Kanal.Centre.Conversations;

namespace Kanal.Web.Demo.World;

/// <summary>The pages that lead a visitor to a question.</summary>
sealed class Journey(string language, string origin)
{
    public (VisitorFacts Facts, IReadOnlyList<Seen> Pages) To(Dialogue dialogue, Random chance)
    {
        List<string> paths = ["", .. chance.Says(0.6) ? ["trips"] : Array.Empty<string>(), .. chance.Says(0.4) ? [$"trips/{chance.Of(Trip.All).Key}"] : Array.Empty<string>()];
        paths.Remove(dialogue.Page);
        paths.Add(dialogue.Page);
        var pages = paths.Select((path, place) => new Seen(Address(path), Title(path), TimeSpan.FromSeconds(35 * (paths.Count - place)))).ToList();
        return (new VisitorFacts
        {
            Page = pages[^1].Page,
            Title = pages[^1].Title,
            Step = dialogue.Step,
            Topic = dialogue.SaidTopic,
            Basket = dialogue.Basket is { } value ? new Basket(value, "DKK", 2) : null,
            Language = language,
            Locale = language,
            Device = chance.Says(0.55) ? "phone" : "desktop",
            TimeZone = language switch { "pl" => "Europe/Warsaw", "ro" => "Europe/Bucharest", "en" => "Europe/London", _ => "Europe/Copenhagen" },
        }, pages);
    }

    /// <summary>An address under the domain for examples, made from a name.</summary>
    public static string Email(string name)
    {
        var plain = string.Concat(name.ToLowerInvariant().Replace('ł', 'l').Replace("ø", "oe", StringComparison.Ordinal).Replace("æ", "ae", StringComparison.Ordinal).Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));
        return $"{string.Concat(plain.Select(letter => char.IsAsciiLetter(letter) ? letter : '.'))}@mail.example";
    }

    string Address(string path) => $"{origin}/demo/{language}{(path.Length > 0 ? "/" : "")}{path}";

    string Title(string path)
    {
        var texts = DemoTexts.In(language);
        return path.Split('/') switch
        {
            [""] => texts["home.title"],
            ["trips", var trip] => texts[$"tripList.{trip}.name"],
            ["booking", var step] => texts[$"booking.steps.{step}"],
            // The help centre is the product's own; the agency only leads there.
            ["help"] => texts["nav.help"],
            [var page, ..] => texts[$"{page}.title"],
            _ => "",
        };
    }
}

/// <summary>A page that was looked at, and how long before the question.</summary>
sealed record Seen(string Page, string Title, TimeSpan Before);
