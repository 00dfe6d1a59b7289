namespace Kanal.Decisions.Strategy.Checking;

/// <summary>Takes earlier rules away from later ones, for as long as it may take: a strategy made to be hard must not hold up everybody else.</summary>
sealed class Remainder(Space space)
{
    const int MostBoxes = 5_000;

    // In sides of boxes that are looked at: well below a second.
    long _left = 4_000_000;

    /// <returns>Those who are in none that is taken; null where it takes too much to tell.</returns>
    public IReadOnlyList<Box>? Of(IReadOnlyList<Box> boxes, IEnumerable<Box> taken)
    {
        List<Box> left = [.. boxes];
        foreach (var other in taken)
        {
            var after = new List<Box>();
            foreach (var box in left)
            {
                after.AddRange(box.Without(other, space.Dimensions));
                _left -= 1 + box.Size + (long)box.Size * (after.Count > 0 && ReferenceEquals(after[^1], box) ? 0 : other.Size);
                if (_left < 0 || after.Count > MostBoxes)
                {
                    return null;
                }
            }

            left = after;
            if (left.Count == 0)
            {
                return left;
            }
        }

        return left;
    }
}
