using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Decisions.Planning;
using NodaTime;

namespace Kanal.Centre.Planning;

/// <summary>Reads who is planned, and how much of them falls to each line.</summary>
public sealed class PlanStaffing(Database database, TimeProvider time)
{
    // What lines need beside each other is taken from how they have been of late.
    const int ProfileWeeks = 4;

    internal async Task<PlannedStaff> ReadAsync(Site site, SiteLinesRead read, LocalDate first, LocalDate last, CancellationToken ct)
    {
        var today = site.DateAt(time.GetUtcNow());
        var from = site.StartOf(today.PlusWeeks(-ProfileWeeks)).ToDateTimeOffset();
        var (rows, came) = await database.ReadAsync(async sql => (
            await ShiftRow.BetweenAsync(sql, site.Id, first.PlusDays(-1), last),
            await sql.QueryAsync<CameRow>("select queue_id, channel, starts_at, offered from planning_history where site_id = @Id and starts_at >= @from and starts_at < @to",
                new { site.Id, from, to = site.StartOf(today).ToDateTimeOffset() })), ct);
        var spans = rows.SelectMany(row => WorkSpan.Worked(site, row.AgentId, Dates.Of(row.Date), row.Times)).ToList();
        var profile = new Dictionary<(Id, string, IsoDayOfWeek, int), double>();
        foreach (var row in came)
        {
            var at = Instant.FromDateTimeOffset(row.StartsAt);
            var key = (row.QueueId, row.Channel, at.InZone(site.Calendar.Zone).DayOfWeek, HalfHours.PlaceOf(site.Calendar.Zone, at));
            profile[key] = profile.GetValueOrDefault(key) + ((double)row.Offered / ProfileWeeks);
        }

        return new PlannedStaff(site, read, spans, profile);
    }

    /// <summary>Letters of a line that wait for an answer now.</summary>
    internal async Task<int> WaitingAsync(LineBasis line, CancellationToken ct) => (int)await database.ReadAsync(sql => sql.FirstAsync<long>(
        "select count(*) from demands where site_id = @site and queue_id = @queue and channel = @channel and ended_at is null", new { site = line.Site.Id, queue = line.Queue, channel = line.Channel }), ct);

    sealed record CameRow
    {
        public Id QueueId { get; init; }
        public string Channel { get; init; } = "";
        public DateTimeOffset StartsAt { get; init; }
        public int Offered { get; init; }
    }
}

/// <summary>Who is planned when. Everybody is counted once: where they serve several lines, where they are needed; and letters get what live lines leave.</summary>
sealed class PlannedStaff
{
    static readonly Duration _slot = Duration.FromMinutes(HalfHours.Minutes);

    readonly Site _site;
    readonly List<LineBasis> _live;
    readonly List<LineBasis> _letters;
    readonly Dictionary<Id, (List<int> Live, List<int> Letters)> _serves;
    readonly Dictionary<Instant, List<WorkSpan>> _bySlot = [];
    readonly Dictionary<(Id, string, IsoDayOfWeek, int), double> _profile;
    readonly Dictionary<Instant, (double[] Live, double[] Letters)> _shared = [];

    public PlannedStaff(Site site, SiteLinesRead read, List<WorkSpan> spans, Dictionary<(Id, string, IsoDayOfWeek, int), double> profile)
    {
        (_site, _profile) = (site, profile);
        _live = read.Lines.FindAll(line => !line.Letters);
        _letters = read.Lines.FindAll(line => line.Letters);
        _serves = read.People.ToDictionary(person => person.Id, person => (Places(person, _live), Places(person, _letters)));
        foreach (var span in spans)
        {
            for (var slot = HalfHours.Holding(site.Calendar.Zone, span.Start); slot < span.End; slot += _slot)
            {
                (_bySlot.TryGetValue(slot, out var there) ? there : _bySlot[slot] = []).Add(span);
            }
        }
    }

    /// <summary>Anybody is planned at all.</summary>
    public bool Any => _bySlot.Count > 0;

    /// <summary>People who fall to a line in a half hour.</summary>
    public double Of(LineBasis line, Instant slot)
    {
        if (!_shared.TryGetValue(slot, out var shares))
        {
            _shared[slot] = shares = Share(slot);
        }

        var place = (line.Letters ? _letters : _live).FindIndex(one => one.Key == line.Key);
        return place < 0 ? 0 : (line.Letters ? shares.Letters : shares.Live)[place];
    }

    /// <summary>What has come on a line in such a half hour of late.</summary>
    public double Usual(LineBasis line, Instant slot)
    {
        var local = slot.InZone(_site.Calendar.Zone);
        return _profile.GetValueOrDefault((line.Queue, line.Channel, local.DayOfWeek, HalfHours.PlaceOf(_site.Calendar.Zone, slot)));
    }

    (double[] Live, double[] Letters) Share(Instant slot)
    {
        List<(double Present, List<int> Live, List<int> Letters)> people = [];
        foreach (var spans in (_bySlot.GetValueOrDefault(slot) ?? []).GroupBy(span => span.AgentId))
        {
            var present = Math.Min(1, spans.Sum(span => (Duration.Min(span.End - slot, _slot) - Duration.Max(span.Start - slot, Duration.Zero)).TotalSeconds) / _slot.TotalSeconds);
            if (_serves.TryGetValue(spans.Key, out var lines))
            {
                people.Add((present, lines.Live, lines.Letters));
            }
        }

        var loads = _live.ConvertAll(line => line.Occupies(Usual(line, slot) * 2));
        var live = StaffSharing.Of([.. people.Where(one => one.Live.Count > 0).Select(one => new SharedPerson(one.Present, one.Live))], loads.ConvertAll(load => load + Math.Sqrt(load)));
        var there = live.Sum();
        var busy = there > 0 ? loads.Zip(live, Math.Min).Sum() / there : 0;
        var letters = StaffSharing.Of(
            [.. people.Where(one => one.Letters.Count > 0).Select(one => new SharedPerson(one.Present * (one.Live.Count > 0 ? 1 - busy : 1), one.Letters))],
            _letters.ConvertAll(line => line.Occupies(Usual(line, slot) * 2)));
        return (live, letters);
    }

    static List<int> Places(PlanPerson person, List<LineBasis> lines) => [.. lines.Index().Where(line => person.Serves(line.Item.Queue, line.Item.Channel)).Select(line => line.Index)];
}
