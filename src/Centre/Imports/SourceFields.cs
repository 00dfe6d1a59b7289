using System.Globalization;
using Kanal.Centre.Storage;
using Kanal.Centre.Texts;

namespace Kanal.Centre.Imports;

/// <summary>Reads what a file says about itself, member by member, and keeps what can't be read with its line.</summary>
sealed class SourceFields(YamlPart map, string file, List<ImportFault> faults, Dictionary<string, int> lines)
{
    public bool Has(string name) => map.Members.ContainsKey(name);

    public string? Text(string name, string? field = null)
    {
        if (!map.Members.TryGetValue(name, out var part))
        {
            return null;
        }

        Remember(field, part);
        return part.Items.Count > 0 || part.Members.Count > 0 ? Fault<string>(part, $"\"{name}\" should be one value.") : part.Text;
    }

    /// <summary>A list, or one value.</summary>
    public List<string> Texts(string name, string? field = null, char? separator = null)
    {
        if (!map.Members.TryGetValue(name, out var part))
        {
            return [];
        }

        Remember(field, part);
        if (part.Members.Count > 0 || part.Items.Any(item => item.Text is null))
        {
            return Fault<List<string>>(part, $"\"{name}\" should be a list of words.") ?? [];
        }

        return part.Text is not { } text ? [.. part.Items.Select(item => item.Text).OfType<string>()]
            : separator is { } between ? [.. text.Split(between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)] : [text];
    }

    public bool Flag(string name) => Read(name, text => text.ToLowerInvariant() switch { "true" or "yes" or "1" => true, "false" or "no" or "0" => false, _ => (bool?)null }, "true or false") ?? false;

    public int? Number(string name) => Read(name, text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : (int?)null, "a whole number");

    public decimal? Amount(string name) => Read(name, text => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : (decimal?)null, "a number");

    public DateOnly? Day(string name) => Read(name, text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null, "a day such as 2026-01-31");

    public DateTimeOffset? Time(string name) => Read(name,
        text => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : (DateTimeOffset?)null, "a time such as 2026-01-31T08:00:00Z");

    public Id? Id(string name) => Read(name, text => Storage.Id.TryParse(text, null, out var id) ? id : (Id?)null, "an id of thirteen letters and digits");

    public T? Member<T>(string name) where T : struct, Enum =>
        Read(name, text => Enum.GetValues<T>().Where(one => one.Text().Equals(text.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)).Select(one => (T?)one).FirstOrDefault(),
            $"one of {string.Join(", ", Enum.GetValues<T>().Select(one => one.Text()))}");

    /// <summary>Each of a list of maps; a word alone stands for its own label and title.</summary>
    public IEnumerable<SourceFields> Each(string name, string? field = null)
    {
        if (!map.Members.TryGetValue(name, out var part))
        {
            yield break;
        }

        Remember(field, part);
        if (part.Text is not null || part.Members.Count > 0)
        {
            faults.Add(new ImportFault(file, part.Line, $"\"{name}\" should be a list."));
            yield break;
        }

        foreach (var (i, item) in part.Items.Index())
        {
            Remember($"{field}.{i}", item);
            yield return new SourceFields(item.Text is null ? item : new YamlPart(item.Line, null, [], new Dictionary<string, YamlPart> { ["label"] = item, ["title"] = item }), file, faults, lines);
        }
    }

    public SourceFields Inside(string name) => new(map.Members.GetValueOrDefault(name) ?? YamlPart.Empty, file, faults, lines);

    public IEnumerable<(string Name, string Text)> All() => map.Members.Where(member => member.Value.Text is not null).Select(member => (member.Key, member.Value.Text ?? ""));

    T? Read<T>(string name, Func<string, T?> read, Sentence what)
        where T : struct =>
        Text(name) is not { } text ? null : read(text.Trim()) ?? Fault<T?>(map.Members[name], $"\"{name}\" should be {what}.");

    T? Fault<T>(YamlPart part, Sentence sentence)
    {
        faults.Add(new ImportFault(file, part.Line, sentence));
        return default;
    }

    void Remember(string? field, YamlPart part)
    {
        if (field is not null)
        {
            lines[field] = part.Line;
        }
    }
}
