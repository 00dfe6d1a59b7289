using System.Collections.Concurrent;
using Kanal.Centre.Menus;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Texts;
using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Centre.Waits;

/// <summary>What everybody who waits can expect, and whoever comes next. Worked out by the <see cref="WaitLoop"/>; read from anywhere.</summary>
public sealed class WaitBoard(WaitLines lines, WaitTrust trust, SiteDirectory sites, WaitInbox inbox, LiveChanges changes, TimeProvider time)
{
    // Longer than the loop that works waits out ever rests.
    static readonly TimeSpan _moment = TimeSpan.FromMilliseconds(1_500);

    readonly ConcurrentDictionary<long, Waiter> _waiters = new();
    readonly Closings _closings = new();
    Outlook _outlook = Outlook.Empty;
    TaskCompletionSource _shown = new(TaskCreationOptions.RunContinuationsAsynchronously);

    Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    internal void Join(Waiter waiter)
    {
        lines.Meet(waiter.Line);
        _waiters[waiter.Conversation.Value] = waiter;
    }

    internal ToldPlaces Told { get; } = new();

    internal ICollection<Waiter> Waiting => _waiters.Values;

    internal Waiter? Find(long conversation) => _waiters.GetValueOrDefault(conversation);

    internal void Leave(long conversation) => _waiters.TryRemove(conversation, out _);

    internal void Show(Outlook outlook)
    {
        Volatile.Write(ref _outlook, outlook);
        changes.Note();
        Interlocked.Exchange(ref _shown, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    /// <summary>Waits a moment for a conversation that was only just started to find its place.</summary>
    public async Task SettledAsync(Id conversation, string channel, CancellationToken ct)
    {
        if (!WaitChannels.Live(channel))
        {
            return;
        }

        using var moment = CancellationTokenSource.CreateLinkedTokenSource(ct);
        moment.CancelAfter(_moment);
        var shown = Volatile.Read(ref _shown);
        while (PositionOf(conversation) is null && !moment.IsCancellationRequested)
        {
            await shown.Task.WaitAsync(moment.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            shown = Volatile.Read(ref _shown);
        }
    }

    /// <summary>Place in its queue, from 1; null when it does not wait.</summary>
    public int? PositionOf(Id conversation) => Volatile.Read(ref _outlook).PositionOf(conversation.Value);

    internal double AheadOf(Id conversation) => Volatile.Read(ref _outlook).AheadOf(conversation.Value) ?? 0;

    /// <summary>What the stream of a waiting customer begins with; null when they do not wait, or for a letter.</summary>
    public async ValueTask<PlaceInQueue?> PlaceOfAsync(Id conversation, CancellationToken ct)
    {
        var outlook = Volatile.Read(ref _outlook);
        if (outlook.PositionOf(conversation.Value) is not { } position || Find(conversation.Value) is not { } waiter)
        {
            return null;
        }

        var (shown, _) = await ExpectedAsync(waiter, ct);
        var place = PlaceInQueue.Of(position, shown, waiter.Language, late: false);
        Told.Begin(waiter, place);
        return place;
    }

    /// <summary>The line that a site's customers join over a channel; null where it takes nothing there.</summary>
    public ValueTask<WaitLine?> LineOfAsync(Site site, string channel) => lines.OfAsync(site.Id, channel);

    /// <summary>The lines that a site's customers join.</summary>
    public ValueTask<SiteLines> LinesOfAsync(Site site) => lines.OfAsync(site.Id);

    /// <summary>What somebody can expect who joins a line of a site now.</summary>
    /// <param name="joined">Null where the site has none over the channel that was asked for.</param>
    public async ValueTask<NextWait> ForNextAsync(Site site, WaitLine? joined, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (joined is not { } line)
        {
            return NextWait.Nothing;
        }

        var outlook = Volatile.Read(ref _outlook);
        if (!outlook.Knows(line))
        {
            // A site that is new, or has a new queue, or nobody has asked since the start.
            lines.Meet(line);
            outlook = await LookedAsync(line, ct);
        }

        var estimate = outlook.ForNext(line, Now, _closings.Of(site.Calendar, Now));
        return new NextWait(line, ShownWait.Of(estimate, trust.Of(line).Earned), estimate) { Ahead = outlook.AheadOfNext(line), Free = outlook.FreeFor(line), IsStaffed = outlook.IsStaffed(line) };
    }

    /// <summary>Who serves a line now; null where nobody is there who does.</summary>
    public LineTeam? TeamOf(WaitLine line) => Volatile.Read(ref _outlook).TeamOf(line);

    // Whoever asks first waits a moment rather than being told that nobody is there.
    async Task<Outlook> LookedAsync(WaitLine line, CancellationToken ct)
    {
        using var moment = CancellationTokenSource.CreateLinkedTokenSource(ct);
        moment.CancelAfter(_moment);
        while (true)
        {
            var shown = Volatile.Read(ref _shown);
            var outlook = Volatile.Read(ref _outlook);
            if (outlook.Knows(line) || moment.IsCancellationRequested)
            {
                return outlook;
            }

            inbox.Poke();
            await shown.Task.WaitAsync(moment.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Every line of people who wait for an agent.</summary>
    public async ValueTask<IReadOnlyList<WaitLine>> LinesAsync() => [.. (await lines.AllAsync()).Where(line => WaitChannels.Live(line.Channel))];

    /// <summary>What somebody can expect who joins a queue now, whatever site they come from.</summary>
    public async ValueTask<ILookup<Id, LineWait>> ByQueueAsync() =>
        (await LinesAsync()).OrderBy(line => line.Channel, StringComparer.Ordinal).ToLookup(line => new Id(line.Queue), Of);

    LineWait Of(WaitLine line)
    {
        var earned = trust.Of(line);
        var shown = ShownWait.Of(Volatile.Read(ref _outlook).ForNext(line, Now, null), earned.Earned);
        return new LineWait(line.Channel, shown.Kind, shown.Seconds(), shown.Low, earned.HitRate, earned.Outcomes, earned.Earned);
    }

    internal async ValueTask<Instant?> ClosingOfAsync(Id site, CancellationToken ct) => await sites.FindAsync(site, ct) is { } there ? _closings.Of(there.Calendar, Now) : null;

    internal async ValueTask<(ShownWait Shown, WaitEstimate Estimate)> ExpectedAsync(Waiter waiter, CancellationToken ct)
    {
        var closing = await ClosingOfAsync(waiter.Site, ct);
        var estimate = Volatile.Read(ref _outlook).Of(waiter.Conversation.Value, Now, closing) ?? WaitEstimate.Unknown;
        return (ShownWait.Of(estimate, trust.Of(waiter.Line).Earned), estimate);
    }
}

/// <param name="Position">Place in the queue, from 1.</param>
/// <param name="WaitSeconds">Expected wait: 0 where somebody is being asked now, else the longest that is said; null where nothing honest can be said.</param>
/// <param name="WaitLowSeconds">The lower end, where a range is said; with no upper end, what it is more than.</param>
/// <param name="WaitText">The wait in the visitor's language.</param>
/// <param name="ClosedForToday">The turn will hardly come before closing; other ways are better.</param>
/// <param name="Late">It takes longer than was said first.</param>
public sealed record PlaceInQueue(int Position, int? WaitSeconds, int? WaitLowSeconds, string WaitText, bool ClosedForToday, bool Late)
{
    internal static PlaceInQueue Of(int position, ShownWait shown, string language, bool late) =>
        new(position, shown.Seconds(), shown.Low, Strings.In(language).Say(shown), shown.Kind == WaitKind.ClosedForToday, late);
}
