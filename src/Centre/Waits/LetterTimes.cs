using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Centre.Waits;

/// <summary>How long letters have waited for their first answer, and by when the next one can count on it. Kept up by the wait loop; read from anywhere.</summary>
public sealed class LetterTimes(Database database, SiteDirectory sites, WaitLines lines, WaitTrust trust)
{
    const int Remembered = 1000;

    // What has not earned trust is promised for twice the time.
    const double Caution = 2;

    static readonly long _grain = Duration.FromMinutes(30).BclCompatibleTicks;

    readonly Lock _gate = new();
    readonly Dictionary<WaitLine, AnswerTimes> _times = [];
    readonly Dictionary<long, Letter> _unanswered = [];

    /// <summary>By when a letter is answered that comes now, in four of five cases; null where too few were seen.</summary>
    public async ValueTask<Instant?> NextDueAsync(Site site, Instant now) =>
        await lines.OfAsync(site.Id, WaitChannels.Letters) is { } line ? Due(site, line, now, Waiting(line)) : null;

    internal async Task BeginAsync(CancellationToken ct)
    {
        var rows = await database.ReadAsync(sql => sql.QueryAsync<LetterRow>("""
            select id, site_id, queue_id, channel, opened_at, answered_at from conversations
            where channel = @letters and (answered_at is not null or state <> 'closed') order by id desc limit @most
            """, new { letters = WaitChannels.Letters, most = Remembered }), ct);
        foreach (var row in rows.OrderBy(row => row.AnsweredAt ?? long.MaxValue))
        {
            var ahead = rows.Count(other => other.Line == row.Line && other.OpenedAt < row.OpenedAt && (other.AnsweredAt ?? long.MaxValue) > row.OpenedAt);
            var letter = new Letter(row.SiteId, row.Line, Instant.FromUnixTimeMilliseconds(row.OpenedAt), ahead);
            if (row.AnsweredAt is { } at)
            {
                await TakeInAsync(letter, Instant.FromUnixTimeMilliseconds(at), ct);
            }
            else
            {
                Keep(row.Id.Value, letter);
            }
        }
    }

    /// <summary>A letter came.</summary>
    /// <returns>How many stood before it, and by when it is answered; null where that is not known, or it came before.</returns>
    internal async Task<(int Ahead, Instant Due)?> CameAsync(Waiter waiter, CancellationToken ct)
    {
        var ahead = Waiting(waiter.Line);
        return Keep(waiter.Conversation.Value, new Letter(waiter.Site, waiter.Line, waiter.Since, ahead))
            && await sites.FindAsync(waiter.Site, ct) is { } site && Due(site, waiter.Line, waiter.Since, ahead) is { } due
            ? (ahead, due)
            : null;
    }

    /// <returns>Whether this was the first answer to a letter.</returns>
    internal async Task<bool> AnsweredAsync(long conversation, Instant at, CancellationToken ct)
    {
        if (Gone(conversation) is not { } letter)
        {
            return false;
        }

        await TakeInAsync(letter, at, ct);
        return true;
    }

    internal Letter? Gone(long conversation)
    {
        lock (_gate)
        {
            return _unanswered.Remove(conversation, out var letter) ? letter : null;
        }
    }

    bool Keep(long conversation, Letter letter)
    {
        lock (_gate)
        {
            return _unanswered.TryAdd(conversation, letter);
        }
    }

    async Task TakeInAsync(Letter letter, Instant at, CancellationToken ct)
    {
        if (await sites.FindAsync(letter.Site, ct) is { } site)
        {
            lock (_gate)
            {
                if (!_times.TryGetValue(letter.Line, out var times))
                {
                    _times.Add(letter.Line, times = new AnswerTimes());
                }

                times.Add(site.Calendar.OpenTimeBetween(letter.Since, at).TotalSeconds, letter.Ahead);
            }
        }
    }

    int Waiting(WaitLine line)
    {
        lock (_gate)
        {
            return _unanswered.Values.Count(letter => letter.Line == line);
        }
    }

    Instant? Due(Site site, WaitLine line, Instant from, int ahead)
    {
        double? seconds;
        lock (_gate)
        {
            seconds = _times.GetValueOrDefault(line)?.Quantile80(ahead);
        }

        return seconds is { } open && site.Calendar.DueAfter(from, Duration.FromSeconds(trust.Of(line).Earned ? open : open * Caution)) is { } due
            ? Instant.FromUnixTimeTicks((due.ToUnixTimeTicks() + _grain - 1) / _grain * _grain)
            : null;
    }

    internal sealed record Letter(Id Site, WaitLine Line, Instant Since, int Ahead);

    sealed record LetterRow
    {
        public Id Id { get; init; }
        public Id SiteId { get; init; }
        public Id QueueId { get; init; }
        public string Channel { get; init; } = "";
        public long OpenedAt { get; init; }
        public long? AnsweredAt { get; init; }

        public WaitLine Line => new(QueueId.Value, Channel);
    }
}
