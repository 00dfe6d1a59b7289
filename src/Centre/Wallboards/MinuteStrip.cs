namespace Kanal.Centre.Wallboards;

enum Pulse
{
    Arrived,
    Answered,
    Ended,
}

/// <summary>Counts what happens minute by minute, for an hour back.</summary>
sealed class MinuteStrip
{
    const int Length = 60;

    readonly SortedDictionary<long, int[]> _minutes = [];

    public void Add(Pulse pulse, DateTimeOffset at)
    {
        var minute = at.ToUnixTimeSeconds() / 60;
        if (!_minutes.TryGetValue(minute, out var counts))
        {
            _minutes[minute] = counts = new int[3];
            while (_minutes.Count > Length + 5)
            {
                _minutes.Remove(_minutes.Keys.First());
            }
        }

        counts[(int)pulse]++;
    }

    public void AddIf(bool happened, Pulse pulse, DateTimeOffset? at)
    {
        if (happened && at is { } moment)
        {
            Add(pulse, moment);
        }
    }

    /// <summary>The last hour, oldest first, quiet minutes too.</summary>
    public List<MinuteCount> Show(DateTimeOffset now)
    {
        var last = now.ToUnixTimeSeconds() / 60;
        return [.. Enumerable.Range(0, Length).Select(i => last - Length + 1 + i).Select(minute =>
        {
            var counts = _minutes.GetValueOrDefault(minute);
            return new MinuteCount(DateTimeOffset.FromUnixTimeSeconds(minute * 60), counts?[0] ?? 0, counts?[1] ?? 0, counts?[2] ?? 0);
        })];
    }

    public void Clear() => _minutes.Clear();
}
