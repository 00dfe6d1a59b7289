using MathNet.Numerics.Integration;

namespace Kanal.Decisions.Staffing;

/// <summary>
/// The wait of somebody with endless patience who finds everybody busy: its density is proportional to <c>exp(g(v))</c> with
/// <c>g(v) = lambda (1 - exp(-theta v)) / theta - D v</c> (Zeltyn and Mandelbaum, Call centers with impatient customers:
/// many-server asymptotics of the M/M/n+G queue, 2005). All figures of those who wait are integrals over it.
/// </summary>
/// <param name="arrivals">lambda, per second; above zero.</param>
/// <param name="capacity">D: completions per second with everybody busy.</param>
/// <param name="leaving">theta: the share of those who wait that gives up in a second; above zero.</param>
sealed class VirtualWait(double arrivals, double capacity, double leaving)
{
    // e^-46 is 1e-20: what lies below is nothing.
    const double Deep = 46;
    const int Panels = 8;

    // So many times the mean patience away the curve is as good as straight.
    const double Bent = 40;

    static readonly GaussLegendreRule _rule = new(-1, 1, 24);

    readonly Peak _peak = Peak.Of(arrivals, capacity, leaving, double.PositiveInfinity);

    /// <summary>g at its maximum.</summary>
    public double Top => _peak.At > 0 ? capacity / leaving * Precise.BeyondLog((arrivals - capacity) / capacity) : 0;

    /// <summary>The integral of <c>exp(g(v) - Top)</c> over all waits.</summary>
    public double Everybody() => Over(_peak, double.PositiveInfinity, _ => 1);

    /// <summary>Of <c>exp(g(v) - Top)</c>, times the likelihood to give up before v.</summary>
    public double Leaving() => Over(_peak, double.PositiveInfinity, wait => -Precise.ExpM1(-leaving * wait));

    /// <summary>Of <c>exp(g(v) - Top)</c>, times the likelihood to be still there, up to a wait.</summary>
    public double Staying(double until) => Staying(until, _ => 1);

    /// <summary>The same, times the wait itself.</summary>
    public double StayingTimesWait() => Staying(double.PositiveInfinity, wait => wait);

    // Patience acts like more capacity: the same family of curves with a maximum of its own.
    double Staying(double until, Func<double, double> weight)
    {
        var peak = Peak.Of(arrivals, capacity + leaving, leaving, until);
        return until <= 0 ? 0 : Math.Exp(_peak.Rise(peak.At - _peak.At) - leaving * peak.At) * Over(peak, until, weight);
    }

    static double Over(Peak peak, double until, Func<double, double> weight) =>
        Side(peak, -1, peak.At, weight) + Side(peak, 1, until - peak.At, weight);

    static double Side(Peak peak, int direction, double room, Func<double, double> weight)
    {
        if (room <= 0)
        {
            return 0;
        }

        var reach = peak.Reach(direction, room, Deep);
        var bent = Bent / peak.Leaving;
        return reach > 2 * bent
            ? Stretch(peak, direction, 0, bent, weight) + Stretch(peak, direction, bent, reach, weight)
            : Stretch(peak, direction, 0, reach, weight);
    }

    static double Stretch(Peak peak, int direction, double start, double end, Func<double, double> weight)
    {
        var sum = 0.0;
        for (var panel = 0; panel < Panels; panel++)
        {
            // Narrow where the curve is high.
            var (from, to) = (start + (end - start) * panel * panel / (Panels * Panels), start + (end - start) * (panel + 1) * (panel + 1) / (Panels * Panels));
            var (middle, half) = ((from + to) / 2, (to - from) / 2);
            for (var i = 0; i < _rule.Order; i++)
            {
                var step = direction * (middle + half * _rule.GetAbscissa(i));
                sum += half * _rule.GetWeight(i) * Math.Exp(peak.Rise(step)) * weight(peak.At + step);
            }
        }

        return sum;
    }

    /// <summary>The maximum of such a curve between zero and a limit, and the curve seen from there.</summary>
    readonly record struct Peak(double At, double Slope, double Height, double Leaving)
    {
        public static Peak Of(double arrivals, double capacity, double leaving, double limit)
        {
            var at = arrivals > capacity ? Math.Log(arrivals / capacity) / leaving : 0;
            return at > limit ? From(limit, arrivals * Math.Exp(-leaving * limit), capacity, leaving)
                : at > 0 ? new Peak(at, 0, capacity / leaving, leaving)
                : From(0, arrivals, capacity, leaving);
        }

        static Peak From(double at, double inflow, double capacity, double leaving) => new(at, inflow - capacity, inflow / leaving, leaving);

        /// <summary>How much higher the curve is this far from the maximum; never above zero within the limit.</summary>
        public double Rise(double step) => Slope * step + Height * Precise.Bend(Leaving * step);

        /// <summary>How far it is to where the curve has fallen so deep, or to the end of the room.</summary>
        public double Reach(int direction, double room, double deep)
        {
            var (near, far) = (0.0, 1 / (Math.Abs(Slope) + Math.Sqrt(Height) * Leaving));
            while (far < room && !(-Rise(direction * far) >= deep))
            {
                (near, far) = (far, 2 * far);
            }

            far = Math.Min(far, room);
            while (!(-Rise(direction * far) <= deep + 14) && far > near)
            {
                var middle = near + (far - near) / 2;
                (near, far) = -Rise(direction * middle) >= deep ? (near, middle) : (middle, far);
            }

            return far;
        }
    }
}
