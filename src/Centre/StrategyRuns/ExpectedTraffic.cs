using Kanal.Centre.Planning;
using Kanal.Centre.Sites;
using NodaTime;

namespace Kanal.Centre.StrategyRuns;

/// <summary>Makes up who comes on days to come: as many as the forecast expects by half hour, each like somebody who came of late.</summary>
public sealed class ExpectedTraffic(RecordedTraffic recorded, Expectations expectations, TimeProvider time)
{
    const int PastDays = 28;

    /// <exception cref="RefusedException"><c>too-little-data</c>: nobody was recorded of late, or nothing is expected.</exception>
    internal async Task<Traffic> MakeAsync(Site site, SiteLinesRead read, LocalDate first, int days, long seed, CancellationToken ct)
    {
        var past = await recorded.ReadAsync(site, site.DateAt(time.GetUtcNow()).PlusDays(-PastDays), PastDays + 1, ct);
        if (!past.Visits.Exists(visit => visit.Chosen is not null))
        {
            throw RefusedException.Conflict("too-little-data", "Nobody who asked was recorded in the last four weeks, so there is nobody to be like those who are expected.");
        }

        var making = new Making(past, new Random(seed.GetHashCode()));
        foreach (var line in read.Lines)
        {
            var expected = await expectations.OfAsync(line, first, first.PlusDays(days - 1), ct);
            foreach (var start in Enumerable.Range(0, days).SelectMany(day => site.Of(first.PlusDays(day))))
            {
                making.Add(line, start, expected.At(start)?.Mean ?? 0);
            }
        }

        return making.Made;
    }

    sealed class Making(Traffic past, Random chance)
    {
        readonly ILookup<string, Visit> _asked = past.Visits.Where(visit => visit.Chosen is not null).ToLookup(visit => visit.Chosen ?? "");
        readonly List<Visit> _silent = past.Visits.FindAll(visit => visit.Chosen is null);
        readonly double _silentToEach = (double)past.Visits.Count(visit => visit.Chosen is null) / past.Visits.Count(visit => visit.Chosen is not null);
        readonly Dictionary<string, int> _direct = past.Direct.CountBy(one => one.Channel).ToDictionary();
        readonly List<Visit> _visits = [];
        readonly List<DirectOf> _straight = [];

        public Traffic Made => new([.. _visits.OrderBy(visit => visit.At)], [.. _straight.OrderBy(one => one.OpenedAt)], past.Buys);

        /// <param name="mean">How many are expected in the half hour.</param>
        public void Add(LineBasis line, Instant start, double mean)
        {
            var like = _asked[line.Channel].ToList();
            var byMenu = like.Count == 0 ? 0 : (double)like.Count / (like.Count + _direct.GetValueOrDefault(line.Channel));
            _visits.AddRange(Moments(start, mean * byMenu).Select(at => Like(like, at)));
            _visits.AddRange(Moments(start, mean * byMenu * _silentToEach).Select(at => Like(_silent, at)));
            _straight.AddRange(Moments(start, mean * (1 - byMenu)).Select(at => new DirectOf { OpenedAt = at, Channel = line.Channel, QueueId = line.Queue }));
        }

        // Somebody new: whoever was recorded does not come back just because they are alike.
        Visit Like(List<Visit> those, DateTimeOffset at) => those[chance.Next(those.Count)] with { At = at, Visitor = $"expected-{_visits.Count}-{at.ToUnixTimeMilliseconds()}" };

        // By chance, one after the other.
        IEnumerable<DateTimeOffset> Moments(Instant start, double mean)
        {
            if (mean <= 0)
            {
                yield break;
            }

            for (var at = Gap(); at < 1; at += Gap())
            {
                yield return (start + Duration.FromMinutes(at * HalfHours.Minutes)).ToDateTimeOffset();
            }

            double Gap() => -Math.Log(1 - chance.NextDouble()) / mean;
        }
    }
}
