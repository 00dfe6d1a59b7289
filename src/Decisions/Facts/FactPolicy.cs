namespace Kanal.Decisions.Facts;

/// <summary>Which facts may be known on a site of a visitor.</summary>
/// <param name="Allowed">A bit for each fact, by its number.</param>
public readonly record struct FactPolicy(ulong Allowed)
{
    public static FactPolicy Everything { get; } = new(ulong.MaxValue);

    /// <param name="switchedOff">Keys of facts that the site does not use; unknown ones are passed over.</param>
    /// <param name="consent">Up to which class the visitor has agreed, or needs not be asked.</param>
    public static FactPolicy Of(FactCatalogue catalogue, IEnumerable<string> switchedOff, Privacy consent)
    {
        var off = switchedOff.ToHashSet(StringComparer.Ordinal);
        var allowed = 0ul;
        foreach (var (number, fact) in catalogue.Facts.Index())
        {
            allowed |= fact.Privacy <= consent && !off.Contains(fact.Key) ? 1ul << number : 0;
        }

        return new FactPolicy(allowed);
    }

    public bool Allows(int fact) => (Allowed & (1ul << fact)) != 0;
}
