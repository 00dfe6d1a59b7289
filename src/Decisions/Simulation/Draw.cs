namespace Kanal.Decisions.Simulation;

/// <summary>How long something takes, or how much it is: a distribution to draw from. Does not change; safe from any thread.</summary>
public abstract class Draw
{
    /// <summary>Zero, always.</summary>
    public static Draw Nothing { get; } = new Fixed(0);

    /// <summary>Without end: patience that never runs out.</summary>
    public static Draw Never { get; } = new Fixed(double.PositiveInfinity);

    public abstract double Mean { get; }

    public abstract double Take(ref Chance chance);

    public static Draw Constant(double value) => new Fixed(value);

    public static Draw Exponential(double mean) => double.IsPositiveInfinity(mean) ? Never : new Fading(mean);

    public static Draw Uniform(double least, double most) => new Even(least, most);

    /// <param name="variation">Standard deviation over mean; handle times of calls have about 1.</param>
    public static Draw LogNormal(double mean, double variation) => mean <= 0 || variation <= 0 ? new Fixed(mean) : new Bell(mean, variation);

    /// <summary>Whatever was measured, each as likely.</summary>
    public static Draw Measured(IReadOnlyList<double> values) => values.Count == 0 ? Nothing : new Seen([.. values]);

    sealed class Fixed(double value) : Draw
    {
        public override double Mean => value;

        public override double Take(ref Chance chance) => value;
    }

    sealed class Fading(double mean) : Draw
    {
        public override double Mean => mean;

        public override double Take(ref Chance chance) => mean * Ziggurat.Exponential(ref chance);
    }

    sealed class Even(double least, double most) : Draw
    {
        public override double Mean => (least + most) / 2;

        public override double Take(ref Chance chance) => least + (most - least) * chance.Next();
    }

    sealed class Bell : Draw
    {
        readonly double _centre;
        readonly double _width;

        public Bell(double mean, double variation)
        {
            Mean = mean;
            var variance = Exact.Ln(1 + variation * variation);
            (_centre, _width) = (Exact.Ln(mean) - variance / 2, Math.Sqrt(variance));
        }

        public override double Mean { get; }

        public override double Take(ref Chance chance) => Exact.Exp(_centre + _width * Exact.Normal(chance.Next()));
    }

    sealed class Seen(double[] values) : Draw
    {
        public override double Mean { get; } = values.Average();

        public override double Take(ref Chance chance) => values[(int)(chance.Next() * values.Length)];
    }
}
