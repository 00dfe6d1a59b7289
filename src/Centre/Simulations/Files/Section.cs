using System.Globalization;

namespace Kanal.Centre.Simulations.Files;

/// <summary>A map of a scenario file, read key by key; whatever is never asked for is not understood.</summary>
sealed class Section
{
    readonly Part _part;
    readonly Dictionary<string, Part> _members;
    readonly HashSet<string> _asked = [];

    public Section(Part part)
    {
        if (part.Kind is not (PartKind.Map or PartKind.Nothing))
        {
            throw part.Fault("This should be a map of keys and values.");
        }

        _part = part;
        _members = part.Members.ToDictionary(member => member.Key, member => member.Value);
    }

    public Part Part => _part;

    public IReadOnlyList<(string Key, Part Value)> Members => _part.Members;

    public Part this[string key]
    {
        get
        {
            _asked.Add(key);
            return _members.GetValueOrDefault(key) ?? new Part(PartKind.Nothing, _part.Line, Part.Join(_part.Path, key), _part.File);
        }
    }

    public bool Has(string key) => this[key].IsThere;

    public double Number(string key, double least, double most, double unlessGiven) => Has(key) ? Value.Number(this[key], least, most) : unlessGiven;

    public int Whole(string key, int least, int most, int unlessGiven) => Has(key) ? Value.Whole(this[key], least, most) : unlessGiven;

    public double Seconds(string key, double least, double most, double unlessGiven) => Has(key) ? Value.Seconds(this[key], least, most) : unlessGiven;

    public bool Flag(string key, bool unlessGiven) => Has(key) ? Value.Flag(this[key]) : unlessGiven;

    public string? Text(string key) => Has(key) ? Value.Text(this[key]) : null;

    /// <summary>Everything must have been asked for.</summary>
    public void NothingElse()
    {
        foreach (var (key, value) in _part.Members)
        {
            if (!_asked.Contains(key))
            {
                throw value.Fault($"\"{key}\" is not known here; there are {string.Join(", ", _asked.Order(StringComparer.Ordinal))}.");
            }
        }
    }
}

/// <summary>Single values, each of the kind it has to be.</summary>
static class Value
{
    public static double Number(Part part, double least, double most) =>
        part is { Kind: PartKind.Value, IsQuoted: false } && double.TryParse(part.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw part.Fault($"{Said(part)} should be a number of {Said(least)} to {Said(most)}.");

    public static int Whole(Part part, int least, int most) =>
        Number(part, least, most) is var number && number == Math.Floor(number) ? (int)number : throw part.Fault($"{Said(part)} should be a whole number.");

    /// <summary>A number of seconds, or such as 30s, 5m, 2h, 1d.</summary>
    public static double Seconds(Part part, double least, double most)
    {
        var text = part.Kind == PartKind.Value ? part.Text : "";
        var unit = text.Length == 0 ? 0 : text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3_600, 'd' => 86_400, _ => 0 };
        return unit == 0 ? Number(part, least, most)
            : double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number * unit >= least && number * unit <= most ? number * unit
            : throw part.Fault($"{Said(part)} should be a time of {Said(least)} to {Said(most)} seconds, such as 90 or 30m.");
    }

    public static bool Flag(Part part) => part is { Kind: PartKind.Value, IsQuoted: false, Text: "true" or "false" } ? part.Text == "true" : throw part.Fault($"{Said(part)} should be true or false.");

    public static string Text(Part part) =>
        part.Kind == PartKind.Value && part.Text.Length is > 0 and <= 1_000 ? part.Text : throw part.Fault("This should be a text of 1 to 1,000 letters.");

    public static IReadOnlyList<Part> List(Part part) => part.Kind switch
    {
        PartKind.List => part.Items,
        PartKind.Nothing => [],
        _ => throw part.Fault("This should be a list."),
    };

    /// <summary>A list, or the one that it would have.</summary>
    public static IReadOnlyList<Part> Some(Part part) => part.Kind == PartKind.Value ? [part] : List(part);

    static string Said(Part part) => part.Kind == PartKind.Value ? $"\"{(part.Text.Length > 60 ? part.Text[..60] : part.Text)}\"" : "This";

    static string Said(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
