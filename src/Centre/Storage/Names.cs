using System.Text.Json;

namespace Kanal.Centre.Storage;

public static class Names
{
    /// <summary>An enum's member as it stands in rows and in JSON: camel case.</summary>
    public static string Text<T>(this T member) where T : struct, Enum => Of<T>.Texts[member];

    static class Of<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Texts = Enum.GetValues<T>().Distinct().ToDictionary(member => member, member => JsonNamingPolicy.CamelCase.ConvertName(member.ToString()));
    }
}
