using System.Globalization;
using System.Text.RegularExpressions;

namespace Kanal.Centre.Imports;

/// <summary>
/// Times as spreadsheets save them: <c>03-08-2026 09:30</c> in Denmark, <c>3.8.2026 9:30</c> in Romania, <c>2026-08-03 9:30</c> in Poland.
/// With slashes a day can't be told from a month, so those are left alone.
/// </summary>
public static partial class SheetTime
{
    /// <summary>As <c>2026-08-03T09:30</c>, or the date alone; what is written in another way stays as it is.</summary>
    public static string Iso(string text)
    {
        if (Written().Match(text) is not { Success: true } its)
        {
            return text;
        }

        var date = string.Create(CultureInfo.InvariantCulture, $"{its.Groups["y"].Value}-{Two(its.Groups["m"])}-{Two(its.Groups["d"])}");
        return !its.Groups["h"].Success ? date
            : $"{date}T{Two(its.Groups["h"])}:{its.Groups["min"].Value}{(its.Groups["s"].Success ? $":{its.Groups["s"].Value}" : "")}";
    }

    static string Two(Group digits) => digits.Value.PadLeft(2, '0');

    [GeneratedRegex(@"^(?:(?<d>[0-9]{1,2})(?<sep>[.-])(?<m>[0-9]{1,2})\k<sep>(?<y>[0-9]{4})|(?<y>[0-9]{4})-(?<m>[0-9]{2})-(?<d>[0-9]{2}))(?:[ T]+(?<h>[0-9]{1,2})[:.](?<min>[0-9]{2})(?:[:.](?<s>[0-9]{2}))?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
