namespace Kanal.Centre.Knowledge;

/// <summary>How many letters were added, left out, changed or swapped with their neighbour.</summary>
static class Distance
{
    const int Longest = 64;

    /// <returns>More than <paramref name="most"/> where it is more; how much more is not worked out.</returns>
    public static int Between(string left, string right, int most)
    {
        if (Math.Abs(left.Length - right.Length) > most || left.Length > Longest || right.Length > Longest)
        {
            return most + 1;
        }

        Span<int> before = stackalloc int[Longest + 1];
        Span<int> above = stackalloc int[Longest + 1];
        Span<int> row = stackalloc int[Longest + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            if (least > most)
            {
                return most + 1;
            }

            var free = before;
            before = above;
            above = row;
            row = free;
        }

        return above[right.Length];
    }
}
