using NodaTime;

namespace Kanal.Decisions.Prices;

/// <summary>Counts what happened of late: what is half an hour old counts as much as a third.</summary>
struct Recent
{
    static readonly Duration Memory = Duration.FromMinutes(30);

    double _sum;
    Instant _at;

    public void Add(double amount, Instant at)
    {
        _sum = At(at) + amount;
        _at = Instant.Max(_at, at);
    }

    public readonly double At(Instant now) => _sum == 0 ? 0 : _sum * Math.Exp(-Math.Max(0, (now - _at) / Memory));

    /// <summary>How many in an hour, given that counting began then.</summary>
    public readonly double PerHour(Instant now, Instant begun) => At(now) / Math.Max(1.0 / 60, Memory.TotalHours * (1 - Math.Exp(-Math.Max(0, (now - begun) / Memory))));
}
