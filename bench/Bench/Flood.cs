using System.Diagnostics;
using System.Threading.Channels;

namespace Kanal.Bench;

/// <summary>As much as is accepted, then twice as much at a steady rate, then half: who is turned away is told so soon, and what was accepted is there.</summary>
static class Flood
{
    const int Few = 64;
    const string Text = "Jeg har bestilt turen til Geirangerfjorden, men jeg kan ikke se hvornår færgen sejler hjem igen.";

    static long _message;

    public static async Task<FloodResult> MeasureAsync(Shop shop, Conversation[] conversations, int connections, TimeSpan length)
    {
        var before = await PlacesAsync(shop, conversations);
        var sustained = await SendAsync(shop, conversations, Few, length, null);
        var flooded = await SendAsync(shop, conversations, connections, length, 2 * sustained.PerSecond);
        var after = await SendAsync(shop, conversations, Few, length, sustained.PerSecond / 2);
        var places = await PlacesAsync(shop, conversations);
        // One message of ours each, to learn the places.
        return new(sustained, flooded, after, places.Sum() - before.Sum() - conversations.Length - (sustained.Accepted.Count + flooded.Accepted.Count + after.Accepted.Count));
    }

    static async Task<long[]> PlacesAsync(Shop shop, Conversation[] conversations)
    {
        var places = new long[conversations.Length];
        await Parallel.ForAsync(0, places.Length, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) => places[i] = await shop.PlaceAsync(conversations[i]));
        return places;
    }

    static async Task<FloodPart> SendAsync(Shop shop, Conversation[] conversations, int connections, TimeSpan length, double? rate)
    {
        var due = Channel.CreateBounded<long>(new BoundedChannelOptions(connections) { FullMode = BoundedChannelFullMode.DropWrite });
        var clock = Stopwatch.StartNew();
        var lanes = Enumerable.Range(0, connections).Select(lane => Task.Run(async () =>
        {
            using var connection = await HttpConnection.OpenAsync(shop.Servers[lane % shop.Servers.Length]);
            var (accepted, turnedAway, mute) = (new List<double>(), new List<double>(), 0);
            for (var turn = lane; ; turn += connections)
            {
                if (rate is null ? clock.Elapsed > length : !await due.Reader.WaitToReadAsync())
                {
                    return (accepted, turnedAway, mute);
                }

                if (rate is not null && !due.Reader.TryRead(out _))
                {
                    continue;
                }

                var began = Stopwatch.GetTimestamp();
                var status = await connection.SendAsync(conversations[turn % conversations.Length].Message($"flood-{Interlocked.Increment(ref _message):D12}", Text));
                var times = status switch
                {
                    201 => accepted,
                    429 or 503 => turnedAway,
                    _ => throw new InvalidOperationException($"A message was answered with {status}."),
                };
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                mute += status == 201 || connection.AsksToWait ? 0 : 1;
            }
        })).ToArray();
        var offered = 0L;
        if (rate is { } perSecond)
        {
            using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
            for (; clock.Elapsed < length; await tick.WaitForNextTickAsync())
            {
                for (var now = (long)(clock.Elapsed.TotalSeconds * perSecond); offered < now; offered++)
                {
                    due.Writer.TryWrite(offered);
                }
            }

            due.Writer.Complete();
        }

        var results = await Task.WhenAll(lanes);
        var took = clock.Elapsed.TotalSeconds;
        return new(took, offered, FloodAnswers.Of(results.SelectMany(result => result.accepted)), FloodAnswers.Of(results.SelectMany(result => result.turnedAway)), results.Sum(result => result.mute));
    }

}

/// <param name="Took">Seconds.</param>
/// <param name="Offered">Messages that were to be sent; 0 where as much was sent as was answered.</param>
/// <param name="Mute">Of those turned away, how many were not told when to try again.</param>
sealed record FloodPart(double Took, long Offered, FloodAnswers Accepted, FloodAnswers TurnedAway, int Mute)
{
    public double PerSecond => Accepted.Count / Took;
}

/// <param name="Median">Milliseconds until the answer.</param>
/// <param name="Slowest">At the 99th percentile.</param>
sealed record FloodAnswers(int Count, double Median, double Slowest)
{
    public static FloodAnswers Of(IEnumerable<double> times)
    {
        var sorted = times.Order().ToList();
        return new(sorted.Count, At(sorted, 0.5), At(sorted, 0.99));
    }

    static double At(List<double> sorted, double share) => sorted.Count == 0 ? double.NaN : sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * share)];
}

/// <param name="Difference">Messages that are there more than were acknowledged; less than 0 would be a broken promise.</param>
sealed record FloodResult(FloodPart Sustained, FloodPart Flooded, FloodPart After, long Difference);
