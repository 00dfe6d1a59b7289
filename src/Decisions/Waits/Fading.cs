using NodaTime;

namespace Kanal.Decisions.Waits;

/// <summary>A sum in which what was added a fortnight ago counts half: recent weeks weigh more.</summary>
struct Fading
{
    static readonly Duration HalfLife = Duration.FromDays(14);

    double _sum;
    Instant _at;

    public void Add(double amount, Instant at)
    {
        if (at >= _at)
        {
            _sum = At(at) + amount;
            _at = at;
        }
        else
        {
            // News of the past: it has faded since.
            _sum += amount * Left(_at - at);
        }
    }

    public readonly double At(Instant now) => _sum == 0 ? 0 : _sum * Left(now - _at);

    static double Left(Duration age) => Math.Pow(0.5, Math.Max(0, age / HalfLife));
}
