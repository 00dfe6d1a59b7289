using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;

namespace Kanal.Bench;

/// <summary>From a visitor's POST to the agent's event stream, at a steady rate.</summary>
static class Delivery
{
    const int Connections = 32;
    const string Mark = "sent-at-";

    public static async Task<DeliveryResult> MeasureAsync(Shop shop, Conversation[] conversations, int rate, TimeSpan length)
    {
        using var stop = new CancellationTokenSource();
        using var stream = await shop.Agent.GetStreamAsync("/api/v1/events");
        var expected = (int)(rate * length.TotalSeconds);
        var reading = ReadAsync(stream, expected, stop.Token);
        var due = Channel.CreateUnbounded<int>();
        var senders = Enumerable.Range(0, Connections).Select(lane => SendAsync(shop.Servers[lane % shop.Servers.Length], conversations, due.Reader)).ToArray();
        var clock = Stopwatch.StartNew();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        for (var sent = 0; sent < expected; await tick.WaitForNextTickAsync())
        {
            for (var now = Math.Min(expected, (int)(clock.Elapsed.TotalSeconds * rate)); sent < now; sent++)
            {
                due.Writer.TryWrite(sent);
            }
        }

        due.Writer.Complete();
        await Task.WhenAll(senders);
        var achieved = expected / clock.Elapsed.TotalSeconds;
        stop.CancelAfter(TimeSpan.FromSeconds(10));
        var times = await reading;
        times.Sort();
        return new(rate, achieved, expected - times.Count, At(times, 0.5), At(times, 0.99));
    }

    static async Task SendAsync(Uri server, Conversation[] conversations, ChannelReader<int> due)
    {
        using var connection = await HttpConnection.OpenAsync(server);
        await foreach (var message in due.ReadAllAsync())
        {
            var now = Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture);
            var status = await connection.SendAsync(conversations[message % conversations.Length].Message($"d-{now}-{message}", $"{Mark}{now}-{message}."));
            if (status is not (200 or 201))
            {
                throw new InvalidOperationException($"A message was answered with {status}.");
            }
        }
    }

    // A message may arrive as itself and again inside its conversation's summary: the first arrival counts.
    static async Task<List<double>> ReadAsync(Stream stream, int expected, CancellationToken ct)
    {
        var times = new List<double>(expected);
        var seen = new HashSet<int>(expected);
        using var reader = new StreamReader(stream);
        try
        {
            while (times.Count < expected && await reader.ReadLineAsync(ct) is { } line)
            {
                var at = line.IndexOf(Mark, StringComparison.Ordinal);
                if (at < 0)
                {
                    continue;
                }

                at += Mark.Length;
                var dash = line.IndexOf('-', at);
                if (seen.Add(int.Parse(line.AsSpan(dash + 1, line.IndexOf('.', dash) - dash - 1), CultureInfo.InvariantCulture)))
                {
                    times.Add(Stopwatch.GetElapsedTime(long.Parse(line.AsSpan(at, dash - at), CultureInfo.InvariantCulture)).TotalMilliseconds);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // What has not arrived by now is reported as missing.
        }

        return times;
    }

    static double At(List<double> sorted, double share) => sorted.Count == 0 ? double.NaN : sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * share)];
}

/// <param name="Median">Milliseconds.</param>
/// <param name="Slowest">Milliseconds at the 99th percentile.</param>
sealed record DeliveryResult(int Rate, double Achieved, int Missing, double Median, double Slowest);
