using System.Text.RegularExpressions;

namespace Kanal.Centre.Imports;

/// <summary>Numbers as spreadsheets save them, where many countries write a decimal comma.</summary>
public static partial class SheetNumber
{
    /// <summary>With a point for the comma. <c>1,234</c> may be more than a thousand or little more than one, and stays as it is.</summary>
    public static string Plain(string text) => Unclear().IsMatch(text) ? text : text.Replace(',', '.');

    [GeneratedRegex("^[+-]?[1-9][0-9]{0,2},[0-9]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Unclear();
}
