namespace Kanal.Decisions.Measures;

/// <summary>Shares of few, so that one of one does not stand above eighty of a hundred.</summary>
public static class Share
{
    // The normal distribution's 97.5th percentile: two-sided 95 %.
    const double Sure = 1.959964;

    /// <summary>The least that the share may be in truth with 95 % confidence: the lower end of Wilson's interval (1927). 0 of none is 0.</summary>
    public static double AtLeast(long of, long all)
    {
        if (all == 0)
        {
            return 0;
        }

        var share = (double)of / all;
        var square = Sure * Sure;
        var middle = share + (square / (2 * all));
        var spread = Sure * Math.Sqrt(((share * (1 - share)) + (square / (4 * all))) / all);
        return Math.Max(0, (middle - spread) / (1 + (square / all)));
    }
}
