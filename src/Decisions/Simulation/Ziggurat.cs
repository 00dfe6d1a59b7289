namespace Kanal.Decisions.Simulation;

/// <summary>
/// Exponential draws with a mean of one: the density is covered by 256 layers of the same area, and nearly always a place in a
/// layer lies under it and needs no logarithm. Source: Marsaglia and Tsang, The ziggurat method for generating random variables,
/// Journal of Statistical Software 5 (2000).
/// </summary>
static class Ziggurat
{
    const int Layers = 256;

    // Where the tail begins, and the area of each layer.
    const double Tail = 7.697_117_470_131_049_72;
    const double Area = 0.003_949_659_822_581_557_199_3;
    const double Places = 1ul << 53;

    static readonly (Layer[] Layers, Edge[] Edges) _cover = Cover();

    // What nearly every draw needs lies close together.
    static readonly Layer[] _layers = _cover.Layers;
    static readonly Edge[] _edges = _cover.Edges;

    public static double Exponential(ref Chance chance)
    {
        var bits = chance.NextBits();
        ref readonly var layer = ref _layers[bits & (Layers - 1)];
        var place = (long)(bits >> 11);
        return place < layer.Under ? (place + 0.5) * layer.Width : Beside(ref chance, bits);
    }

    // Seldom: apart, so that what is common is short.
    static double Beside(ref Chance chance, ulong bits)
    {
        for (var tail = 0.0; ; bits = chance.NextBits())
        {
            var number = (int)(bits & (Layers - 1));
            ref readonly var layer = ref _layers[number];
            var place = (long)(bits >> 11);
            var x = (place + 0.5) * layer.Width;
            if (place < layer.Under)
            {
                return tail + x;
            }

            if (number == 0)
            {
                // What lies beyond the tail's beginning is as it was from the beginning.
                tail += Tail;
            }
            else if (_edges[number] is var edge && edge.Bottom + chance.Next() * (edge.Top - edge.Bottom) < Exact.Exp(-x))
            {
                return tail + x;
            }
        }
    }

    // From the tail inwards. The lowest layer has the tail's area beside its own.
    static (Layer[] Layers, Edge[] Edges) Cover()
    {
        var (layers, edges) = (new Layer[Layers], new Edge[Layers]);
        var (edge, height) = (Tail, Exact.Exp(-Tail));
        var lowest = Area / height;
        (layers[0], edges[0]) = (new Layer(lowest / Places, (long)(Tail / lowest * Places)), new Edge(0, height));
        for (var number = 1; number < Layers; number++)
        {
            var top = Area / edge + height;
            var inner = number == Layers - 1 ? 0 : -Exact.Ln(top);
            layers[number] = new Layer(edge / Places, (long)(inner / edge * Places));
            edges[number] = new Edge(height, number == Layers - 1 ? 1 : top);
            (edge, height) = (inner, top);
        }

        return (layers, edges);
    }

    /// <param name="Width">Of one place.</param>
    /// <param name="Under">Places before this lie under the density over the whole height.</param>
    readonly record struct Layer(double Width, long Under);

    readonly record struct Edge(double Bottom, double Top);
}
