namespace Kanal.Decisions.Staffing;

/// <summary>Differences of functions near 1 that keep their digits; the base library has no exact <c>exp(x) - 1</c>.</summary>
static class Precise
{
    const int Terms = 18;

    /// <summary><c>exp(x) - 1</c>, after W. Kahan.</summary>
    public static double ExpM1(double x)
    {
        var whole = Math.Exp(x);
        return whole == 1 ? x : whole - 1 == -1 || !double.IsFinite(whole) ? whole - 1 : (whole - 1) * x / Math.Log(whole);
    }

    /// <summary><c>1 - exp(-x) - x</c>: never positive, about <c>-x^2 / 2</c> near zero.</summary>
    public static double Bend(double x)
    {
        if (Math.Abs(x) > 0.5)
        {
            return 1 - Math.Exp(-x) - x;
        }

        var sum = 0.0;
        for (var k = Terms; k >= 2; k--)
        {
            sum = (1 - x * sum) / k;
        }

        return -x * x * sum;
    }

    /// <summary><c>x - log(1 + x)</c> for x of zero or more.</summary>
    public static double BeyondLog(double x)
    {
        if (x > 0.01)
        {
            return x - Math.Log(1 + x);
        }

        var sum = 0.0;
        for (var k = Terms; k >= 2; k--)
        {
            sum = 1.0 / k - x * sum;
        }

        return x * x * sum;
    }
}
