using Kanal.Centre.Live;
using Kanal.Centre.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Routing;

/// <summary>
/// Tells the other nodes how the leader's router stands, for menus, waits and wallboards there, and takes it in where another one leads. The first
/// change is told at once, those that follow together a moment later. A floor is too long to be called out: it is written down, and where it lies is called.
/// </summary>
public sealed class FloorLoop(RoutingBoard board, RoutingLease lease, NodeBell nodes, Database database, ILogger<FloorLoop> log) : BackgroundService
{
    const string Word = "floor";

    static readonly TimeSpan _pace = TimeSpan.FromMilliseconds(200);

    readonly Bell _bell = new(TimeProvider.System);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hearing = nodes.Hear<FloorWord>(Word, _ => _bell.Ring());
        using var missed = nodes.WhenMissed(Missed);
        using var came = nodes.WhenCame(_ => _bell.Ring());
        void Shown() => _bell.RingIf(!nodes.IsAlone);
        board.Shown += Shown;
        // What was told or shown before anybody listened here is in the database, or in memory.
        _bell.Ring();
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await _bell.WaitAsync(null, stoppingToken);
                await GoAsync(stoppingToken);
                await Task.Delay(_pace, stoppingToken);
            }
        }
        finally
        {
            board.Shown -= Shown;
        }
    }

    public override void Dispose()
    {
        _bell.Dispose();
        base.Dispose();
    }

    void Missed()
    {
        board.Missed();
        _bell.Ring();
    }

    async Task GoAsync(CancellationToken ct)
    {
        try
        {
            if (!lease.IsHeld)
            {
                await FollowAsync(ct);
            }
            else if (board.Latest is var (floor, units, term) && !nodes.IsAlone && !term.Over.IsCancellationRequested)
            {
                await TellAsync(ToldFloor.Of(floor, units), term, ct);
            }
        }
        catch (LeaseLostException)
        {
            // Another one tells now.
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.LogWarning("How routing stands could not be told between nodes; it is tried again: {Reason}", trouble.Message);
            _bell.Ring();
        }
    }

    async Task TellAsync(ToldFloor floor, LeaseTerm term, CancellationToken ct)
    {
        var text = Json.From(floor);
        await database.WriteAsync(async sql =>
        {
            await term.CheckAsync(sql);
            await sql.ExecuteAsync("""
                insert into routing_floor (id, epoch, floor, told_at) values (1, @epoch, @text, @now)
                on conflict (id) do update set epoch = excluded.epoch, floor = excluded.floor, told_at = excluded.told_at
                """, new { epoch = term.Epoch, text, now = board.Time.GetUtcNow() });
        }, ct);
        nodes.Ring(Word, new FloorWord(term.Epoch));
    }

    async Task FollowAsync(CancellationToken ct)
    {
        // What an earlier leader told is out of date, and in a database that was restored from a backup it is of another time.
        var text = await database.ReadAsync(sql => sql.FirstAsync<string>("select f.floor from routing_floor f join routing_lease l on l.epoch = f.epoch"), ct);
        if (Json.To<ToldFloor>(text) is { } told && !lease.IsHeld)
        {
            board.Follow(told.ToFloor(), told.Units);
        }
    }

    sealed record FloorWord(long Epoch);
}
