using System.Globalization;
using System.Text.Json;
using Kanal.Centre.Customers;
using Kanal.Centre.Storage;
using Kanal.Centre.Texts;
using Kanal.Decisions.Phones;

namespace Kanal.Centre.Forms;

/// <summary>One answer of a form against its field.</summary>
sealed class FieldReading(FormField field, Strings says)
{
    const int LongestText = 500;
    const int LongestLongText = 8_000;
    const int MostFiles = 10;

    public List<string> Faults { get; } = [];

    public FilledValue? Value { get; private set; }

    public void Fault(string what, string? count = null) => Faults.Add(says.Say($"form.{what}", ("field", field.Label), ("count", count ?? ""), ("hint", field.PatternHint ?? "")));

    public void Read(JsonElement answer)
    {
        switch (field.Kind)
        {
            case FieldKind.Number:
                Number(answer);
                break;
            case FieldKind.YesNo:
                YesNo(answer);
                break;
            case FieldKind.Several:
                Several(Texts(answer));
                break;
            case FieldKind.File:
                Files(Texts(answer));
                break;
            default:
                Text(answer.ValueKind == JsonValueKind.String ? answer.GetString() ?? "" : null);
                break;
        }
    }

    void Text(string? given)
    {
        var faults = new Faults();
        var text = field.Kind == FieldKind.LongText ? faults.Text("", given, int.MaxValue).Trim() : faults.OptionalLine("", given, int.MaxValue) ?? "";
        if (given is null || faults.Any)
        {
            Fault("unreadable");
            return;
        }

        switch (field.Kind)
        {
            case FieldKind.Email:
                Is(AddressText.Email(text), "email");
                break;
            case FieldKind.Phone:
                Is(PhoneNumber.Read(text, PhoneNumber.CountryOf(null, says.Language), out _)?.E164, "phone");
                break;
            case FieldKind.Date:
                Date(text);
                break;
            case FieldKind.Choice:
                Is(field.Choices.FirstOrDefault(choice => choice.Key == text)?.Key, "choice", field.Choices.FirstOrDefault(choice => choice.Key == text)?.Label);
                break;
            default:
                Words(text);
                break;
        }
    }

    void Words(string text)
    {
        var most = (int)Math.Min(field.Most ?? decimal.MaxValue, field.Kind == FieldKind.LongText ? LongestLongText : LongestText);
        if (text.Length > most)
        {
            Fault("tooLong", Shown(most));
        }
        else if (text.Length < field.Least)
        {
            Fault("tooShort", Shown(field.Least.Value));
        }
        else if (field.Pattern is { } pattern && FieldPattern.Of(pattern)?.IsMatch(text) == false)
        {
            Fault(field.PatternHint is null ? "pattern" : "patternHint");
        }
        else
        {
            Put(text, text);
        }
    }

    void Date(string text)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            Fault("date");
        }
        else if (date < field.Earliest)
        {
            Fault("earliest", says.Date(field.Earliest.Value));
        }
        else if (date > field.Latest)
        {
            Fault("latest", says.Date(field.Latest.Value));
        }
        else
        {
            Put(text, says.Date(date));
        }
    }

    void Number(JsonElement answer)
    {
        var number = 0m;
        var read = answer.ValueKind == JsonValueKind.Number ? answer.TryGetDecimal(out number)
            : answer.ValueKind == JsonValueKind.String && decimal.TryParse(answer.GetString()?.Trim().Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
        if (!read)
        {
            Fault("number");
        }
        else if (number < field.Least)
        {
            Fault("least", Shown(field.Least.Value));
        }
        else if (number > field.Most)
        {
            Fault("most", Shown(field.Most.Value));
        }
        else
        {
            Put(number, Shown(number));
        }
    }

    void YesNo(JsonElement answer)
    {
        bool? said = answer.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => answer.GetString() switch { "true" or "yes" or "on" => true, "false" or "no" => false, _ => null },
            _ => null,
        };
        if (said is { } yes)
        {
            Put(yes, says[yes ? "form.yes" : "form.no"]);
        }
        else
        {
            Fault("yesNo");
        }
    }

    void Several(List<string>? keys)
    {
        var chosen = field.Choices.Where(choice => keys?.Contains(choice.Key) == true).ToList();
        if (keys is null || chosen.Count < keys.Count)
        {
            Fault("choice");
        }
        else if (Fits(chosen.Count, "severalLeast", "severalMost"))
        {
            Put(chosen.Select(choice => choice.Key), string.Join(", ", chosen.Select(choice => choice.Label)));
        }
    }

    void Files(List<string>? ids)
    {
        if (ids is null || ids.Exists(id => !Id.TryParse(id, null, out _)))
        {
            Fault("unreadable");
        }
        else if (ids.Count > MostFiles)
        {
            Fault("filesMost", Shown(MostFiles));
        }
        else if (Fits(ids.Count, "filesLeast", "filesMost"))
        {
            Put(ids, says.Say("form.files", ("count", Shown(ids.Count))));
        }
    }

    bool Fits(int count, string least, string most)
    {
        if (count < field.Least)
        {
            Fault(least, Shown(field.Least.Value));
        }
        else if (count > field.Most)
        {
            Fault(most, Shown(field.Most.Value));
        }

        return Faults.Count == 0;
    }

    void Is(string? clean, string fault, string? shown = null)
    {
        if (clean is null)
        {
            Fault(fault);
        }
        else
        {
            Put(clean, shown ?? clean);
        }
    }

    void Put<T>(T value, string text) => Value = new FilledValue(field.Key, field.Label, field.Kind, JsonSerializer.SerializeToElement(value, Json.Options), text);

    string Shown(decimal number) => says.Number(number);

    static List<string>? Texts(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.String ? [answer.GetString() ?? ""]
        : answer.ValueKind == JsonValueKind.Array && answer.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String) ? [.. answer.EnumerateArray().Select(one => one.GetString() ?? "").Distinct()]
        : null;
}
