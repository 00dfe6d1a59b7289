namespace Kanal.Decisions.Phones;

/// <summary>How one country writes its numbers. Sources: the plans that the countries file with ITU-T (E.164, E.129).</summary>
/// <param name="Country">As ISO 3166 has it.</param>
/// <param name="Code">The country code, without the plus.</param>
/// <param name="Length">Digits after the country code.</param>
/// <param name="Trunk">What is put before a number inside the country and left out behind the country code; empty for none.</param>
/// <param name="First">The digits a subscriber's number may begin with.</param>
/// <param name="Premium">Ranges, by their first digits, that cost the caller more.</param>
/// <param name="Groups">Digits that are written together.</param>
sealed record NumberPlan(string Country, string Code, int Length, string Trunk, string First, string[] Premium, int[] Groups)
{
    public static IReadOnlyList<NumberPlan> All { get; } =
    [
        new("DK", "45", 8, "", "23456789", ["90"], [2, 2, 2, 2]),
        new("PL", "48", 9, "", "123456789", ["70", "30"], [3, 3, 3]),
        new("RO", "40", 9, "0", "2378", ["90"], [3, 3, 3]),
    ];

    public PhoneFault Check(string digits)
    {
        if (digits.Length != Length)
        {
            return digits.Length < Length ? PhoneFault.TooShort : PhoneFault.TooLong;
        }

        return Premium.Any(range => digits.StartsWith(range, StringComparison.Ordinal)) ? PhoneFault.Premium
            : First.Contains(digits[0]) ? PhoneFault.None
            : PhoneFault.NotAssigned;
    }

    /// <summary>The digits after the country code, from what was written inside the country.</summary>
    public string Inside(string digits) =>
        Trunk.Length > 0 && digits.StartsWith(Trunk, StringComparison.Ordinal) ? digits[Trunk.Length..]
        : digits.Length == Code.Length + Length && digits.StartsWith(Code, StringComparison.Ordinal) ? digits[Code.Length..]
        : digits;
}
