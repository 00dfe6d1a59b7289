namespace Kanal.Decisions.Prices;

/// <summary>
/// Who is let in at each number in service, and what that earns. A policy is, for each number, how many of the classes are let
/// in, the most valuable first.
/// </summary>
sealed class Admission
{
    // Fewer than this in an hour is nobody: their reciprocal is no number.
    const double Nobody = 1e-290;

    // A class worth exactly the price is let in, whichever way the last digit was rounded.
    const double Tie = 1e-12;

    readonly double[] _completions;
    readonly ValueClass[] _classes;
    readonly int[] _places;
    readonly double[] _rate;
    readonly double[] _reward;

    public Admission(IReadOnlyList<double> completions, IReadOnlyList<ValueClass> classes)
    {
        _completions = [.. completions];
        _places = [.. Enumerable.Range(0, classes.Count).OrderByDescending(place => classes[place].Value)];
        _classes = [.. _places.Select(place => classes[place])];
        (_rate, _reward) = (new double[_classes.Length + 1], new double[_classes.Length + 1]);
        for (var i = 0; i < _classes.Length; i++)
        {
            _rate[i + 1] = _rate[i] + _classes[i].PerHour;
            _reward[i + 1] = _reward[i] + _classes[i].PerHour * _classes[i].Value;
        }
    }

    int Slots => Math.Max(_completions.Length - 1, 0);

    public int[] Everybody() => Everywhere(_classes.Length);

    public int[] WorthSomething() => Everywhere(_classes.Count(its => its.Value > 0));

    /// <summary>Lets in whoever is worth at least what the slot costs.</summary>
    public int[] Improve(double[] prices)
    {
        var admitted = new int[Slots];
        var (classes, count) = (_classes, 0);
        for (var busy = 0; busy < admitted.Length; busy++)
        {
            // Hardly anybody differs from one slot to the next.
            var price = prices[busy] * (1 - Tie);
            while (count > 0 && classes[count - 1].Value < price)
            {
                count--;
            }

            while (count < classes.Length && classes[count].Value > 0 && classes[count].Value >= price)
            {
                count++;
            }

            admitted[busy] = count;
        }

        return admitted;
    }

    public int[] Limits(int[] admitted)
    {
        var limits = new int[_classes.Length];
        for (var rank = 0; rank < limits.Length; rank++)
        {
            var refused = Array.FindIndex(admitted, count => count <= rank);
            limits[_places[rank]] = refused < 0 ? Slots : refused;
        }

        return limits;
    }

    /// <summary>
    /// Solves <c>g = w_k - a_k d_k + D_k d_{k-1}</c> for k below the slots and <c>g = D_c d_{c-1}</c>. The recursion runs
    /// forward where <c>D_k</c> is at most <c>a_k</c> and backward above, so that no step magnifies an error; where both meet,
    /// the gain follows. It is found twice, as what is earned (g) and as what is missed of the whole (u = w_0 - g): the smaller
    /// of the two keeps its digits, at light load as in overload.
    /// </summary>
    public (double[] Prices, double PerHour) Value(int[] admitted)
    {
        var prices = new double[Slots];
        if (Slots == 0 || _rate[admitted[0]] < Nobody)
        {
            return (prices, 0);
        }

        var meeting = Meeting(admitted);
        var all = _reward[admitted[0]];
        var forward = new Line(0, 0, 0);
        for (var busy = 0; busy <= meeting; busy++)
        {
            forward = forward.Up(_reward[admitted[busy]], all, _rate[admitted[busy]], _completions[busy]);
        }

        var backward = new Line(1 / _completions[Slots], 0, all / _completions[Slots]);
        for (var busy = Slots - 1; busy > meeting; busy--)
        {
            backward = backward.Down(_reward[admitted[busy]], all, _rate[admitted[busy]], _completions[busy]);
        }

        var slope = forward.Slope + backward.Slope;
        var (gain, missed) = ((forward.Earned + backward.Earned) / slope, (forward.Missed + backward.Missed) / slope);
        double Excess(int busy) => Math.Abs(missed) < Math.Abs(gain) ? missed - (all - _reward[admitted[busy]]) : _reward[admitted[busy]] - gain;

        for (var busy = 0; busy <= meeting; busy++)
        {
            prices[busy] = (Excess(busy) + (busy == 0 ? 0 : _completions[busy] * prices[busy - 1])) / _rate[admitted[busy]];
        }

        // The meeting point has been reached from below; from above it would be the same.
        for (var busy = Slots - 1; busy > meeting; busy--)
        {
            prices[busy] = busy == Slots - 1 ? gain / _completions[Slots] : (_rate[admitted[busy + 1]] * prices[busy + 1] - Excess(busy + 1)) / _completions[busy + 1];
        }

        return (prices, gain);
    }

    /// <summary>The last number in service at which more are let in than are served.</summary>
    int Meeting(int[] admitted)
    {
        var meeting = 0;
        while (meeting + 1 < Slots && _completions[meeting + 1] <= _rate[admitted[meeting + 1]])
        {
            meeting++;
        }

        return meeting;
    }

    int[] Everywhere(int count)
    {
        var admitted = new int[Slots];
        Array.Fill(admitted, count);
        return admitted;
    }

    /// <summary>A price as a line in the gain, with the signs that make every part a sum: forward <c>Earned - Slope g = Slope u - Missed</c>, backward <c>Slope g - Earned = Missed - Slope u</c>.</summary>
    readonly record struct Line(double Slope, double Earned, double Missed)
    {
        public Line Up(double reward, double all, double rate, double completions) =>
            new((1 + completions * Slope) / rate, (reward + completions * Earned) / rate, (all - reward + completions * Missed) / rate);

        public Line Down(double reward, double all, double rate, double completions) =>
            new((1 + rate * Slope) / completions, (reward + rate * Earned) / completions, (all - reward + rate * Missed) / completions);
    }
}
