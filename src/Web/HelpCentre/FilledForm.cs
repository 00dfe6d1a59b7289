using System.Text.Json;
using Kanal.Centre.Forms;

namespace Kanal.Web.HelpCentre;

/// <summary>A form as somebody has filled it in on a page, with what is wrong in it.</summary>
/// <param name="ClientId">Names it, so that sent twice it is the same.</param>
public sealed record FilledForm(string ClientId)
{
    // Fields of ours stand beside those of the form, whose keys an editor chooses.
    const string Prefix = "f-";

    public IReadOnlyDictionary<string, string[]> Values { get; init; } = new Dictionary<string, string[]>();

    public IReadOnlyDictionary<string, string[]> Faults { get; init; } = new Dictionary<string, string[]>();

    /// <summary>Where the answer goes, for a form that does not ask for it.</summary>
    public string Address { get; init; } = "";

    public string? AddressFault { get; init; }

    /// <summary>What concerns the whole.</summary>
    public string? Fault { get; init; }

    public bool HasFaults => Fault is not null || AddressFault is not null || Faults.Count > 0;

    public static string NameOf(FormField field) => Prefix + field.Key;

    public string Value(FormField field) => Values.GetValueOrDefault(field.Key)?.FirstOrDefault() ?? "";

    public bool Holds(FormField field, string choice) => Values.GetValueOrDefault(field.Key)?.Contains(choice) is true;

    internal static FilledForm Read(IFormCollection form, IEnumerable<FormField> fields) => new(form["id"].ToString())
    {
        Address = form["address"].ToString().Trim(),
        Values = fields.Where(field => form.ContainsKey(NameOf(field))).ToDictionary(field => field.Key, field => form[NameOf(field)].OfType<string>().ToArray()),
    };

    internal Filled Check(IReadOnlyList<FormField> fields, string language) => FormReading.Read(fields, fields.Where(field => Values.ContainsKey(field.Key))
        .ToDictionary(field => field.Key, field => field.Kind == FieldKind.Several ? JsonSerializer.SerializeToElement(Values[field.Key]) : JsonSerializer.SerializeToElement(Value(field))), language);
}
