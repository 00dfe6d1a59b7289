using System.Text.Json;
using Kanal.Centre.Texts;

namespace Kanal.Centre.Forms;

/// <summary>Reads what somebody has filled in, against the fields of the form. Pages without script send everything as text, so text is understood for every kind.</summary>
public static class FormReading
{
    const int MostUnknown = 10;

    /// <param name="given">By the key of the field; what is null or empty was not filled in.</param>
    /// <param name="language">Of whoever filled it in.</param>
    public static Filled Read(IReadOnlyList<FormField> fields, IReadOnlyDictionary<string, JsonElement> given, string language)
    {
        var says = Strings.In(LanguageTag.Primary(language));
        List<FilledValue> values = [];
        Dictionary<string, string[]> faults = [];
        foreach (var field in fields)
        {
            var reading = new FieldReading(field, says);
            if (given.TryGetValue(field.Key, out var answer) && !IsEmpty(answer))
            {
                reading.Read(answer);
            }
            else if (field.Required)
            {
                reading.Fault("required");
            }

            if (reading.Faults.Count > 0)
            {
                faults[field.Key] = [.. reading.Faults];
            }
            else if (reading.Value is { } value)
            {
                values.Add(value);
            }
        }

        foreach (var unknown in given.Keys.Where(key => fields.All(field => field.Key != key)).Take(MostUnknown))
        {
            faults[unknown] = [says.Say("form.unknown", ("field", unknown.Length > 40 ? unknown[..40] : unknown))];
        }

        return new Filled(values, faults);
    }

    static bool IsEmpty(JsonElement answer) => answer.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => true,
        JsonValueKind.String => string.IsNullOrWhiteSpace(answer.GetString()),
        JsonValueKind.Array => answer.GetArrayLength() == 0,
        _ => false,
    };
}
