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
        // Who has left was there until then, and is no more: shifts that were planned beyond it are nobody's.
        var left = read.Left.Select(person => person.Id).ToHashSet();
        var spans = rows.FindAll(row => !left.Contains(row.AgentId) || Dates.Of(row.Date) < today).SelectMany(row => WorkSpan.Worked(site, row.AgentId, Dates.Of(row.Date), row.Times)).ToList();
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

/// <summary>
/// Who is planned when. People who serve several lines are one pool for all of them: to each line its share of the pool falls by its share of
/// the work, and what it can expect is what the pool can. Letters get what live lines leave.
/// </summary>
sealed class PlannedStaff
{
    static readonly Duration _slot = Duration.FromMinutes(HalfHours.Minutes);

    readonly Site _site;
    readonly List<LineBasis> _live;
    readonly List<LineBasis> _letters;
    readonly Dictionary<Id, PlanPerson> _people;
    readonly Dictionary<Instant, List<WorkSpan>> _bySlot = [];
    readonly Dictionary<(Id, string, IsoDayOfWeek, int), double> _profile;

    public PlannedStaff(Site site, SiteLinesRead read, List<WorkSpan> spans, Dictionary<(Id, string, IsoDayOfWeek, int), double> profile)
    {
        (_site, _profile) = (site, profile);
        _live = read.Lines.FindAll(line => !line.Letters);
        _letters = read.Lines.FindAll(line => line.Letters);
        _people = read.People.Concat(read.Left).ToDictionary(person => person.Id);
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

    /// <summary>Who serves a line in a half hour, and what else they have to serve.</summary>
    public LinePool Of(LineBasis line, Instant slot)
    {
        var there = There(slot);
        var own = there.FindAll(one => one.Person.Serves(line.Queue, line.Channel));
        return line.Letters ? new LinePool(Letters(line, slot, there), 0) : new LinePool(own.Sum(one => one.Present), Elsewhere(line, slot, there, own));
    }

    /// <summary>What has come on a line in such a half hour of late, in an hour.</summary>
    double PerHour(LineBasis line, Instant slot) =>
        2 * _profile.GetValueOrDefault((line.Queue, line.Channel, slot.InZone(_site.Calendar.Zone).DayOfWeek, HalfHours.PlaceOf(_site.Calendar.Zone, slot)));

    List<(PlanPerson Person, double Present)> There(Instant slot) =>
        [.. from spans in (_bySlot.GetValueOrDefault(slot) ?? []).GroupBy(span => span.AgentId)
            where _people.ContainsKey(spans.Key)
            let seconds = spans.Sum(span => (Duration.Min(span.End - slot, _slot) - Duration.Max(span.Start - slot, Duration.Zero)).TotalSeconds)
            select (_people[spans.Key], Math.Min(1, seconds / _slot.TotalSeconds))];

    // What the other live lines bring these people: of each, as much as they are of those who serve it.
    double Elsewhere(LineBasis line, Instant slot, List<(PlanPerson Person, double Present)> there, List<(PlanPerson Person, double Present)> own)
    {
        var load = 0.0;
        foreach (var other in _live.Where(other => other.Key != line.Key))
        {
            var all = there.Where(one => one.Person.Serves(other.Queue, other.Channel)).Sum(one => one.Present);
            var ours = own.Where(one => one.Person.Serves(other.Queue, other.Channel)).Sum(one => one.Present);
            load += all > 0 ? ours / all * other.Occupies(PerHour(other, slot)) : 0;
        }

        return load;
    }

    double Letters(LineBasis line, Instant slot, List<(PlanPerson Person, double Present)> there)
    {
        var live = there.FindAll(one => _live.Exists(other => one.Person.Serves(other.Queue, other.Channel)));
        var busy = live.Count == 0 ? 0 : Math.Min(1, _live.Sum(other => other.Occupies(PerHour(other, slot))) / Math.Max(1e-9, live.Sum(one => one.Present)));
        var writers = there.ConvertAll(one => new SharedPerson(one.Present * (live.Contains(one) ? 1 - busy : 1), Places(one.Person))).FindAll(one => one.Lines.Count > 0);
        return StaffSharing.Of(writers, _letters.ConvertAll(other => other.Occupies(PerHour(other, slot))))[_letters.FindIndex(other => other.Key == line.Key)];
    }

    List<int> Places(PlanPerson person) => [.. _letters.Index().Where(line => person.Serves(line.Item.Queue, line.Item.Channel)).Select(line => line.Index)];
}

/// <summary>Those who serve a line.</summary>
/// <param name="People">How many are there.</param>
/// <param name="Elsewhere">How many of them the other lines that they serve keep busy.</param>
readonly record struct LinePool(double People, double Elsewhere)
{
    /// <summary>Of the pool's work, the share that a line brings which keeps so many busy itself; all where nobody brings any.</summary>
    public double ShareOf(double busy) => busy + Elsewhere > 0 ? busy / (busy + Elsewhere) : 1;

    /// <summary>What comes to the pool, as if all of it were contacts of the line.</summary>
    public double PerHour(LineBasis line, double perHour) => perHour + Math.Round(Elsewhere / line.Occupies(1), 1);
}
