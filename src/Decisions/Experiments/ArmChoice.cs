namespace Kanal.Decisions.Experiments;

/// <summary>Puts visitors into arms by a hash: the same visitor always into the same, another salt as if anew. No chance, no memory.</summary>
public static class ArmChoice
{
    const ulong Offset = 14695981039346656037;
    const ulong Prime = 1099511628211;

    /// <summary>Where a visitor stands between 0 and 1, evenly spread.</summary>
    /// <param name="visitor">Whatever names the visitor for as long as the experiment lasts.</param>
    /// <param name="salt">Of the experiment.</param>
    public static double Place(string visitor, string salt)
    {
        // FNV-1a over both, then the finaliser of MurmurHash3, without which short names that differ in the last letter lie together.
        var hash = Over(Over(Offset, salt) * Prime, visitor);
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return ((hash ^ (hash >> 33)) >> 11) * (1.0 / (1ul << 53));
    }

    /// <summary>The arm of a visitor, from 0.</summary>
    /// <param name="shares">Of each arm, in any measure; where they sum up to nothing everybody is in the first.</param>
    public static int Of(string visitor, string salt, IReadOnlyList<double> shares)
    {
        var left = Place(visitor, salt) * shares.Sum(Math.Abs);
        for (var arm = 0; arm < shares.Count - 1; arm++)
        {
            if ((left -= Math.Abs(shares[arm])) < 0)
            {
                return arm;
            }
        }

        return shares.Sum(Math.Abs) > 0 ? shares.Count - 1 : 0;
    }

    static ulong Over(ulong hash, string text)
    {
        foreach (var letter in text)
        {
            hash = (hash ^ (byte)letter) * Prime;
            hash = (hash ^ (byte)(letter >> 8)) * Prime;
        }

        return hash;
    }
}
