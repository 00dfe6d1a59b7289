using System.Text.Json.Serialization;

namespace Kanal.Centre;

/// <summary>A list as the API gives it.</summary>
/// <param name="Data">What was found, in its order.</param>
/// <param name="Next">Give this back as <c>cursor</c> for what follows; null where nothing does.</param>
public sealed record Listing<T>(IReadOnlyList<T> Data, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next = null);
