using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kanal.Web.Commands;

/// <summary>How commands print one object for other programs: full precision, null for what is undefined, "Infinity" for what has no bound.</summary>
static class Printing
{
    static readonly JsonSerializerOptions _options = new()
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="members">In this order, under these names.</param>
    public static void Json(params (string Name, object? Value)[] members) =>
        Console.WriteLine(JsonSerializer.Serialize(members.ToDictionary(member => member.Name, member => member.Value), _options));

    public static void Json(IEnumerable<(string Name, object? Value)> members) => Json([.. members]);
}
