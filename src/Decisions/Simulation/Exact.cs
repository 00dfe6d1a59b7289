namespace Kanal.Decisions.Simulation;

/// <summary>
/// Logarithm, exponential and normal quantile from the four operations and the root alone, which every machine rounds alike:
/// those of the base class library differ in their last digit from one machine to another, and so would a simulated day.
/// </summary>
static class Exact
{
    const double Ln2 = 0.693_147_180_559_945_309_417;

    // Logarithms of a mantissa between the roots of a half and of two are looked up at its nearest 128th.
    const int Steps = 128;
    const int Lowest = 90;
    const long Middle = 0x3fe6_a09e_667f_3bcd;

    static readonly (double Inverse, double Ln)[] _known = [.. Enumerable.Range(Lowest, 182 - Lowest).Select(step => (double)Steps / step).Select(inverse => (inverse, -Series(inverse)))];

    /// <summary>Of a positive, ordinary number.</summary>
    public static double Ln(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (bits - Middle) >> 52;
        var mantissa = BitConverter.Int64BitsToDouble(bits - (exponent << 52));
        ref readonly var near = ref _known[double.ConvertToIntegerNative<int>(mantissa * Steps + 0.5) - Lowest];
        // Less than 1/180: six powers are enough, and in pairs a processor works at several at once.
        var r = mantissa * near.Inverse - 1;
        var square = r * r;
        return exponent * Ln2 + (near.Ln + (r + square * (-0.5 + r * (1.0 / 3) + square * (-0.25 + r * 0.2 - square * (1.0 / 6)))));
    }

    // ln x = 2 artanh((x - 1) / (x + 1)), for what is near one.
    static double Series(double x)
    {
        var s = (x - 1) / (x + 1);
        var sum = 0.0;
        for (var power = 25; power > 0; power -= 2)
        {
            sum = sum * s * s + 1.0 / power;
        }

        return 2 * s * sum;
    }

    public static double Exp(double x)
    {
        if (x is < -700 or > 700)
        {
            return x < 0 ? 0 : double.PositiveInfinity;
        }

        var exponent = (int)Math.Floor(x / Ln2 + 0.5);
        var rest = x - exponent * Ln2;
        // The sum of x^k / k! to the fourteenth power, even and odd powers apart.
        var y = rest * rest;
        var even = 1 + y * (1 / 2.0 + y * (1 / 24.0 + y * (1 / 720.0 + y * (1 / 40_320.0 + y * (1 / 3_628_800.0 + y * (1 / 479_001_600.0 + y * (1 / 87_178_291_200.0)))))));
        var odd = 1 + y * (1 / 6.0 + y * (1 / 120.0 + y * (1 / 5_040.0 + y * (1 / 362_880.0 + y * (1 / 39_916_800.0 + y * (1 / 6_227_020_800.0))))));
        return (even + rest * odd) * BitConverter.Int64BitsToDouble((long)(exponent + 1_023) << 52);
    }

    /// <summary>The standard normal quantile. Source: Wichura, Algorithm AS 241, Applied Statistics 37 (1988).</summary>
    public static double Normal(double share)
    {
        var middle = share - 0.5;
        if (Math.Abs(middle) <= 0.425)
        {
            var near = 0.180625 - middle * middle;
            return middle * Polynomial(near, _nearOver) / Polynomial(near, _nearUnder);
        }

        var tail = Math.Sqrt(-Ln(middle < 0 ? share : 1 - share));
        var value = tail <= 5
            ? Polynomial(tail - 1.6, _farOver) / Polynomial(tail - 1.6, _farUnder)
            : Polynomial(tail - 5, _extremeOver) / Polynomial(tail - 5, _extremeUnder);
        return middle < 0 ? -value : value;
    }

    static double Polynomial(double x, double[] coefficients)
    {
        var sum = 0.0;
        for (var i = coefficients.Length - 1; i >= 0; i--)
        {
            sum = sum * x + coefficients[i];
        }

        return sum;
    }

    static readonly double[] _nearOver =
    [
        3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
        4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3,
    ];

    static readonly double[] _nearUnder =
    [
        1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
        2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3,
    ];

    static readonly double[] _farOver =
    [
        1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
        1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
    ];

    static readonly double[] _farUnder =
    [
        1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
        1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ];

    static readonly double[] _extremeOver =
    [
        6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
        2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ];

    static readonly double[] _extremeUnder =
    [
        1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
        7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ];
}
