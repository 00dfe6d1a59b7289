using NodaTime;

namespace Kanal.Decisions.Prices;

/// <summary>
/// Sums of what happened of late: what is as old as the memory is long counts as much as a third. Instead of letting all sums
/// fade, what is new is counted for more.
/// </summary>
sealed class Recent(int sums, Instant begun, Duration memory)
{
    // Far below what a number can hold.
    const double MostMemories = 300;

    readonly double _memory = memory.BclCompatibleTicks;

    readonly double[] _sums = new double[sums];
    readonly long _begun = begun.ToUnixTimeTicks();
    long _origin = begun.ToUnixTimeTicks();
    Instant _at = begun;
    double _weight = 1;

    public void Add(int sum, double amount, Instant at) => _sums[sum] += amount * WeightOf(at);

    public double At(int sum, Instant now) => _sums[sum] == 0 ? 0 : _sums[sum] / WeightOf(now);

    /// <summary>By how much a sum is to be divided for what it comes to in an hour, given that counting began then.</summary>
    public double Hours(Instant now) => Math.Max(1.0 / 60, _memory / NodaConstants.TicksPerHour * (1 - Math.Exp(-Math.Max(0, (now.ToUnixTimeTicks() - _begun) / _memory))));

    double WeightOf(Instant at)
    {
        if (at != _at)
        {
            var ticks = at.ToUnixTimeTicks();
            var age = (ticks - _origin) / _memory;
            if (age > MostMemories)
            {
                var faded = Math.Exp(-age);
                for (var sum = 0; sum < _sums.Length; sum++)
                {
                    _sums[sum] *= faded;
                }

                (_origin, age) = (ticks, 0);
            }

            (_at, _weight) = (at, Math.Exp(age));
        }

        return _weight;
    }
}
