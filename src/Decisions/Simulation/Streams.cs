namespace Kanal.Decisions.Simulation;

/// <summary>What chance decides.</summary>
enum Purpose : ulong
{
    Arrival,
    Facts,
    Asks,
    Choice,
    Patience,
    Handle,
    WrapUp,
    Stay,
    Ring,
    Solved,
    Order,
    Value,
    Again,
    Invitation,
    Admission,
    Callback,
    Attempt,
}

/// <summary>
/// Where chance comes from: of every visitor and every purpose a stream of its own, found by counting and not by drawing before,
/// so that two strategies meet the same visitors whatever they do with them.
/// Source: Steele, Lea and Flood, Fast splittable pseudorandom number generators (SplitMix), OOPSLA 2014; mixing by D. Stafford's variant 13.
/// </summary>
readonly struct Streams
{
    const ulong Golden = 0x9e37_79b9_7f4a_7c15;

    readonly ulong _key;

    Streams(ulong key) => _key = key;

    public static Streams Of(ulong seed, int run) => new Streams(Mix(seed + Golden)).Of((ulong)run);

    public Streams Of(ulong number) => new(Mix(_key ^ Mix(number * Golden + Golden)));

    public Chance For(Purpose purpose) => new(Mix(_key + ((ulong)purpose + 1) * 0xd1b5_4a32_d192_ed03));

    internal static ulong Mix(ulong word)
    {
        word = (word ^ (word >> 30)) * 0xbf58_476d_1ce4_e5b9;
        word = (word ^ (word >> 27)) * 0x94d0_49bb_1331_11eb;
        return word ^ (word >> 31);
    }
}

/// <summary>One stream of chance.</summary>
public struct Chance
{
    ulong _state;

    internal Chance(ulong key) => _state = key;

    /// <summary>Above 0 and below 1, evenly spread.</summary>
    public double Next() => ((NextBits() >> 11) + 0.5) * (1.0 / (1ul << 53));

    internal ulong NextBits()
    {
        var state = _state + 0x9e37_79b9_7f4a_7c15;
        _state = state;
        return Streams.Mix(state);
    }
}
