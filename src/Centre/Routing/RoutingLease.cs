using Kanal.Centre.Storage;

namespace Kanal.Centre.Routing;

/// <summary>
/// Which of the nodes on one database leads: its router decides, and it does what is to be done by one of all. <see cref="LeaseHolder"/> sees to it.
/// Where there can be no other node, this one leads from the start and for good.
/// </summary>
public sealed class RoutingLease
{
    readonly Lock _order = new();
    TaskCompletionSource<LeaseTerm> _held = new(TaskCreationOptions.RunContinuationsAsynchronously);

    readonly Database _database;
    readonly NodeLife _life;
    readonly TimeProvider _time;

    public RoutingLease(Database database, NodeLife life, TimeProvider time)
    {
        (_database, _life, _time) = (database, life, time);
        if (database is SqliteDatabase)
        {
            Begin(LeaseTerm.ForGood);
        }
    }

    /// <summary>Whether this node leads.</summary>
    public bool IsHeld => Volatile.Read(ref _held).Task.IsCompleted;

    /// <summary>Under which this node leads; null where it does not.</summary>
    internal LeaseTerm? Term => Volatile.Read(ref _held).Task is { IsCompleted: true, Result: var term } ? term : null;

    /// <summary>Waits until this node leads.</summary>
    public Task<LeaseTerm> HeldAsync(CancellationToken ct)
    {
        var held = Volatile.Read(ref _held).Task;
        return held.IsCompleted ? held : held.WaitAsync(ct);
    }

    /// <summary>To be called by whoever has got the lock. Waits for whatever the leader before is writing under its own number.</summary>
    /// <returns>The number of this change of leader.</returns>
    internal Task<long> CountAsync(CancellationToken ct) => _database.WriteAsync(sql => sql.FirstAsync<long>(
        """
        insert into routing_lease (id, epoch, holder, since) values (1, 1, @me, @now)
        on conflict (id) do update set epoch = routing_lease.epoch + 1, holder = excluded.holder, since = excluded.since returning epoch
        """, new { me = _life.Name, now = _time.GetUtcNow() }), ct);

    internal void Begin(LeaseTerm term)
    {
        lock (_order)
        {
            _held.TrySetResult(term);
        }
    }

    internal void End(LeaseTerm term)
    {
        lock (_order)
        {
            if (_held.Task is { IsCompleted: true, Result: var current } && current == term)
            {
                Volatile.Write(ref _held, new TaskCompletionSource<LeaseTerm>(TaskCreationOptions.RunContinuationsAsynchronously));
            }
        }

        term.End();
    }
}

/// <summary>One time of leading, from its beginning to its end.</summary>
public sealed class LeaseTerm : IDisposable
{
    const long NoOthers = 0;

    readonly long _epoch;

    // Two may find out that it is over, one of them after it was put away.
    readonly Following _over = new(CancellationToken.None);

    /// <param name="epoch">Greater than that of everyone who led before.</param>
    internal LeaseTerm(long epoch)
    {
        _epoch = epoch;
        Over = _over.Token;
    }

    internal static LeaseTerm ForGood { get; } = new(NoOthers);

    /// <summary>Is cancelled when it is known to have ended, which may be a while after another node has begun.</summary>
    public CancellationToken Over { get; }

    /// <summary>
    /// To be asked first within each transaction in which a leader writes what a leader alone may write. Until the end of the transaction no other node
    /// begins to lead, so that it sees what was written here.
    /// </summary>
    /// <exception cref="LeaseLostException">Another node leads by now, without our having noticed.</exception>
    public async Task CheckAsync(Sql sql)
    {
        if (_epoch != NoOthers && await sql.FirstAsync<long?>("select epoch from routing_lease where id = 1 and epoch = @epoch for share", new { epoch = _epoch }) is null)
        {
            throw new LeaseLostException();
        }
    }

    internal long Epoch => _epoch;

    internal void End()
    {
        if (_epoch != NoOthers)
        {
            _over.End();
        }
    }

    public void Dispose() => _over.Dispose();
}

public sealed class LeaseLostException() : Exception("Another node leads now.");
