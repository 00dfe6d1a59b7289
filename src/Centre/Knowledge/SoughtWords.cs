namespace Kanal.Centre.Knowledge;

/// <summary>What may be kept of what strangers typed: no addresses, no numbers, nothing long.</summary>
static class SoughtWords
{
    const int Longest = 80;
    const int MostDigits = 4;

    /// <summary>One line of words; null where it is nothing to learn from, or tells who wrote it.</summary>
    public static string? Kept(string sought)
    {
        var words = string.Join(' ', sought.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length is >= 3 and <= Longest && !words.Contains('@') && words.Count(char.IsDigit) <= MostDigits && !words.Any(char.IsControl) && Word.In(words).Any() ? words : null;
    }
}
