using System.Threading.Channels;
using Kanal.Centre.Agents;
using Kanal.Centre.Live;
using Kanal.Centre.Queues;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Wallboards;

/// <summary>
/// Keeps the wallboard of this node true: it starts from the database, where need be again, follows what desks are told, writes demands down a moment later, and
/// tells those who watch.
/// </summary>
public sealed class WallboardLoop(LiveBoard board, BoardSource source, DemandBook book, Feed feed, TimeProvider time, ILogger<WallboardLoop> log) : BackgroundService
{
    static readonly TimeSpan _pace = TimeSpan.FromSeconds(1);
    static readonly Change _tick = new("tick", null);

    readonly Channel<Change> _news = Channel.CreateUnbounded<Change>(new UnboundedChannelOptions { SingleReader = true });
    readonly TaskCompletionSource _looked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Nobody is let in before the board has looked: without that it would call itself complete and show no queue.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await base.StartAsync(cancellationToken);
        await _looked.Task.WaitAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var following = feed.Subscribe(Topic.Desk, change => _news.Writer.TryWrite(change));
        using var besides = feed.Subscribe(Topic.Board, change => _news.Writer.TryWrite(change));
        using var alarm = new Alarm(time, () => _news.Writer.TryWrite(_tick));
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // What is counted and not written yet would not be found there.
                await WriteAsync();
                await source.BeginAsync(board, stoppingToken);
                _looked.TrySetResult();
                await FollowAsync(alarm, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                await WriteAsync();
            }
            catch (Exception trouble)
            {
                log.LogError(trouble, "The wallboard stopped; it starts again from the database");
                // The rest of the server does not wait for a board that can't look.
                _looked.TrySetResult();
                await Task.Delay(_pace, time, CancellationToken.None);
            }
        }
    }

    async Task FollowAsync(Alarm alarm, CancellationToken ct)
    {
        var told = DateTimeOffset.MinValue;
        do
        {
            while (_news.Reader.TryRead(out var change))
            {
                if (change.Name == RoutingNews.Anew)
                {
                    return;
                }

                if (change.Name == "settings")
                {
                    await source.RefreshAsync(board, ct);
                }
                else
                {
                    board.Take(change);
                }
            }

            var now = time.GetUtcNow();
            // A machine whose clock was set back does not wait until it is that late again.
            if (now - told >= _pace || now < told)
            {
                told = now;
                await WriteAsync();
                board.Publish();
            }

            // Whatever came in since then waits for its second, and so does what the clock has brought meanwhile; what it is still to bring for its time, if anybody looks.
            var next = board.HasChanged ? told : board.NextMoment(told);
            alarm.Set(next < told + _pace ? told + _pace : next);
        }
        while (await _news.Reader.WaitToReadAsync(ct));
    }

    async Task WriteAsync()
    {
        var unwritten = board.TakeUnwritten();
        try
        {
            if (unwritten.Count > 0)
            {
                await book.WriteAsync(unwritten, CancellationToken.None);
            }
        }
        catch (Exception trouble) when (StorageTrouble.In(trouble) is not null)
        {
            board.PutBack(unwritten);
            log.LogWarning("Demands could not be written and are kept: {Reason}", StorageTrouble.In(trouble));
        }
    }
}

/// <summary>Reads from the database how things stand.</summary>
public sealed class BoardSource(Database database, DemandBook book, AnswerTargets targets, AgentDirectory agents, QueueBoard queues, RoutingBoard routing)
{
    static readonly TimeSpan _hour = TimeSpan.FromHours(1);

    internal async Task BeginAsync(LiveBoard board, CancellationToken ct)
    {
        await RefreshAsync(board, ct);
        var demands = await book.ReadAsync(ct);
        var (open, endings) = await database.ReadAsync(async sql => (
            await sql.QueryAsync<Followed>("select id, site_id, queue_id, channel, state, agent_id, waiting_since, target_seconds from conversations where state <> 'closed'"),
            await sql.QueryAsync<DateTimeOffset>("select ended_at from conversations where state = 'closed' and last_at >= @from and ended_at >= @from", new { from = routing.Time.GetUtcNow() - _hour })), ct);
        board.Take(routing.Units);
        board.Begin(open, demands, endings, await agents.ListAsync(ct));
    }

    /// <summary>What is set, and may have been changed.</summary>
    internal async Task RefreshAsync(LiveBoard board, CancellationToken ct)
    {
        await targets.ReadAsync(ct);
        board.Take(await queues.ReadAsync(ct));
        board.Take(await database.ReadAsync(sql => HelpBook.NowAsync(sql, routing.Time.GetUtcNow()), ct));
    }
}
