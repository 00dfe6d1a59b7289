using Kanal.Decisions.Simulation;

namespace Kanal.Centre.Simulations.Files;

/// <summary>Distributions: a number is the mean of what varies as service times do, a map says more.</summary>
static class Draws
{
    const double Most = 1e9;

    /// <summary>Seconds; a single number is the mean of an exponential.</summary>
    public static Draw Time(Part part, Draw unlessGiven) => part.Kind switch
    {
        PartKind.Nothing => unlessGiven,
        PartKind.Value when part.Text == "never" => Draw.Never,
        PartKind.Value => Draw.Exponential(Value.Seconds(part, 0, Most)),
        _ => Map(part, 0),
    };

    /// <summary>Any amount; a single number is always that.</summary>
    public static Draw Amount(Part part) => part.Kind == PartKind.Value ? Draw.Constant(Value.Number(part, -Most, Most)) : Map(part, -Most);

    public static bool IsDraw(Part part) => part.Kind == PartKind.Map && part.Members.Any(member => member.Key is "mean" or "constant" or "exponential" or "uniform" or "measured");

    static Draw Map(Part part, double least)
    {
        var section = new Section(part);
        var draw = section switch
        {
            _ when section.Has("constant") => Draw.Constant(Value.Seconds(section["constant"], least, Most)),
            _ when section.Has("exponential") => Draw.Exponential(Value.Seconds(section["exponential"], 0, Most)),
            _ when section.Has("mean") => Draw.LogNormal(Value.Seconds(section["mean"], 0, Most), section.Number("variation", 0, 20, 1)),
            _ when section.Has("uniform") => Even(section["uniform"], least),
            _ when section.Has("measured") => Measured(section["measured"], least),
            _ => throw part.Fault("This should be a number, or one of constant, exponential, mean (with variation), uniform, measured."),
        };
        section.NothingElse();
        return draw;
    }

    static Draw Even(Part part, double least) => Value.List(part) is [var from, var to] && Value.Seconds(from, least, Most) is var low && Value.Seconds(to, least, Most) is var high && low <= high
        ? Draw.Uniform(low, high)
        : throw part.Fault("This should be two numbers, the smaller first.");

    static Draw Measured(Part part, double least) => Value.List(part) is { Count: > 0 } values
        ? Draw.Measured([.. values.Select(value => Value.Seconds(value, least, Most))])
        : throw part.Fault("This should be a list of numbers.");
}
