using System.Diagnostics.Metrics;
using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Telemetry;

/// <summary>What is counted as it happens, for those who watch over the server. Counting never waits and never fails.</summary>
public static class Tally
{
    public const string Meter = "Kanal";

    static readonly Meter _meter = new(Meter);

    static readonly Counter<long> _messages = _meter.CreateCounter<long>("kanal.messages.accepted", "{message}", "Messages that were acknowledged, by who wrote them.");
    static readonly Counter<long> _offers = _meter.CreateCounter<long>("kanal.offers", "{offer}", "Offers by what happened: made, and then accepted, declined or missed.");
    static readonly UpDownCounter<long> _streams = _meter.CreateUpDownCounter<long>("kanal.event_streams.open", "{stream}", "Event streams that are open, of desks and visitors.");

    static readonly Histogram<double> _batches = _meter.CreateHistogram<double>("kanal.journal.batch.size", "{message}", "Messages that were written in one transaction.",
        advice: new() { HistogramBucketBoundaries = [1, 2, 5, 10, 20, 50, 100, 200, 500] });
    static readonly Histogram<double> _commits = _meter.CreateHistogram<double>("kanal.journal.batch.duration", "s", "From a batch's first statement until its messages are on disk and told.",
        advice: new() { HistogramBucketBoundaries = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5] });

    static readonly Histogram<double> _waits = _meter.CreateHistogram<double>("kanal.journal.wait", "s", "From the moment a message is taken until it is on disk and told.",
        advice: new() { HistogramBucketBoundaries = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5] });
    static readonly Histogram<double> _deliveries = _meter.CreateHistogram<double>("kanal.delivery.duration", "s", "From the moment a message is on disk until it is written to a reader's stream.",
        advice: new() { HistogramBucketBoundaries = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5] });

    static readonly Counter<long> _refused = _meter.CreateCounter<long>("kanal.journal.refused", "{message}", "Messages and conversations that were answered with 503 because more came than can be written.");
    static readonly Counter<long> _troubles = _meter.CreateCounter<long>("kanal.storage.troubles", "{request}", "Requests that failed because the disk or the database did.");

    static readonly Counter<long> _words = _meter.CreateCounter<long>("kanal.bell.words", "{word}", "What this node has told the others.");
    static readonly Counter<long> _missed = _meter.CreateCounter<long>("kanal.bell.missed", "{time}", "Times that words of other nodes may have been missed, and were made up for from the database.");
    static readonly Histogram<double> _rings = _meter.CreateHistogram<double>("kanal.bell.sending", "s", "From the moment a group of words is gathered until the database has it for the other nodes.",
        advice: new() { HistogramBucketBoundaries = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5] });

    /// <summary>Shows at nought what has not happened yet, so that the first time is seen as a change.</summary>
    public static void Begin()
    {
        _streams.Add(0);
        _refused.Add(0);
        _troubles.Add(0);
        _words.Add(0);
        _missed.Add(0);
        foreach (var author in Enum.GetValues<Author>())
        {
            _messages.Add(0, new KeyValuePair<string, object?>("author", author.Text()));
        }

        foreach (var happened in new[] { "made", "accepted", "declined", "missed" })
        {
            _offers.Add(0, new KeyValuePair<string, object?>("happened", happened));
        }
    }

    public static void Message(string author) => _messages.Add(1, new KeyValuePair<string, object?>("author", author));

    public static void Batch(int messages, TimeSpan took)
    {
        _batches.Record(messages);
        _commits.Record(took.TotalSeconds);
    }

    public static void Written(TimeSpan after) => _waits.Record(after.TotalSeconds);

    public static void Delivered(TimeSpan after) => _deliveries.Record(after.TotalSeconds);

    public static void Refused() => _refused.Add(1);

    public static void StorageTrouble() => _troubles.Add(1);

    public static void Rang(int words, TimeSpan took)
    {
        _words.Add(words);
        _rings.Record(took.TotalSeconds);
    }

    public static void Missed() => _missed.Add(1);

    public static void Offer(string happened) => _offers.Add(1, new KeyValuePair<string, object?>("happened", happened));

    public static void Stream(int change) => _streams.Add(change);
}
