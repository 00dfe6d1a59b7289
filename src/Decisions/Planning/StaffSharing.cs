namespace Kanal.Decisions.Planning;

/// <summary>Somebody at work.</summary>
/// <param name="Present">For how much of the time, 0 to 1.</param>
/// <param name="Lines">The lines they serve, by their places.</param>
public readonly record struct SharedPerson(double Present, IReadOnlyList<int> Lines);

/// <summary>How people who serve several lines are shared out among them, by how much each line needs.</summary>
public static class StaffSharing
{
    const int Rounds = 40;

    /// <param name="needs">How many people each line could use; not negative.</param>
    /// <returns>
    /// How many people each line has: everybody is counted once. Who serves one line alone is its own, and whoever serves several goes
    /// where least of the need is covered.
    /// </returns>
    public static double[] Of(IReadOnlyList<SharedPerson> people, IReadOnlyList<double> needs)
    {
        var weights = needs.Select(need => Math.Max(0, need)).ToArray();
        var shares = Share(people, weights, needs);
        for (var round = 0; round < Rounds; round++)
        {
            for (var line = 0; line < weights.Length; line++)
            {
                if (needs[line] > 0 && shares[line] > 0)
                {
                    weights[line] *= needs[line] / shares[line];
                }
            }

            shares = Share(people, weights, needs);
        }

        return shares;
    }

    static double[] Share(IReadOnlyList<SharedPerson> people, double[] weights, IReadOnlyList<double> needs)
    {
        var shares = new double[needs.Count];
        foreach (var (present, lines) in people)
        {
            var whole = lines.Sum(line => weights[line]);
            foreach (var line in lines)
            {
                // Where nothing is needed anywhere, all are there alike.
                shares[line] += present * (whole > 0 ? weights[line] / whole : 1.0 / lines.Count);
            }
        }

        return shares;
    }
}
