namespace Kanal.Decisions.Waits;

/// <summary>
/// How long answers on a slow channel have taken, in open time, and how much was waiting when each was asked for. Keeps the
/// last few hundred. Not safe for use from several threads at once.
/// </summary>
public sealed class AnswerTimes
{
    const int Kept = 300;
    const int Fewest = 10;

    // Where fewer than this were seen under such a load, all loads together say more.
    const int FewestAlike = 20;

    readonly Queue<(double OpenSeconds, int Ahead)> _recent = new();

    /// <summary>An answer was given.</summary>
    /// <param name="openSeconds">From the question to the answer, while open.</param>
    /// <param name="ahead">How many waited when it was asked.</param>
    public void Add(double openSeconds, int ahead)
    {
        if (_recent.Count == Kept)
        {
            _recent.Dequeue();
        }

        _recent.Enqueue((openSeconds, ahead));
    }

    /// <summary>Four of five answers took at most this many open seconds when about so many waited; null where too few were seen.</summary>
    public double? Quantile80(int ahead)
    {
        if (_recent.Count < Fewest)
        {
            return null;
        }

        var alike = _recent.Where(it => Load(it.Ahead) == Load(ahead)).Select(it => it.OpenSeconds).ToArray();
        var times = alike.Length >= FewestAlike ? alike : _recent.Select(it => it.OpenSeconds).ToArray();
        Array.Sort(times);
        return times[(int)Math.Ceiling(0.8 * times.Length) - 1];
    }

    // 0; 1 to 3; 4 to 15; 16 to 63: what waits is felt by its order of magnitude.
    static int Load(int ahead) => ahead <= 0 ? 0 : 1 + (int)Math.Log(ahead, 4);
}
