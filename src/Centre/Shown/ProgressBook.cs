using Kanal.Centre.Live;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Shown;

/// <summary>How far visitors get with what was shown, told to the desks as it happens.</summary>
public sealed class ProgressBook(Database database, DeskFeed desk, TimeProvider time)
{
    /// <summary>All that was shown in a conversation, oldest first.</summary>
    public Task<List<Progress>> OfAsync(Id conversation, CancellationToken ct) => database.ReadAsync(async sql =>
        (await sql.QueryAsync<ShownRow>("select * from shown where conversation_id = @conversation order by id", new { conversation })).ConvertAll(row => row.ToProgress()), ct);

    /// <summary>The visitor has opened it, is at a step, or has filled in so many fields.</summary>
    /// <param name="since">What was shown earlier is not for this visitor; null for everything.</param>
    public async Task TellAsync(Id conversation, Id shown, int? step, int? filled, DateTimeOffset? since, CancellationToken ct)
    {
        var after = await database.WriteAsync(async sql =>
        {
            var row = await ShownRow.FindAsync(sql, conversation, shown, since) ?? throw RefusedException.NotFound("card");
            var faults = new Faults();
            faults.AddIf(step is { } at && (at < 1 || at > row.Steps), "step", $"This guide has {row.Steps} steps.");
            faults.AddIf(filled is { } count && (count < 0 || count > row.Fields), "filled", $"This form has {row.Fields} fields.");
            faults.ThrowIfAny();
            var next = row with { OpenedAt = row.OpenedAt ?? time.GetUtcNow(), Step = step ?? row.Step, Filled = row.SentAt is null ? filled ?? row.Filled : row.Filled };
            await sql.ExecuteAsync("update shown set opened_at = @OpenedAt, step = @Step, filled = @Filled where id = @Id", new { next.Id, next.OpenedAt, next.Step, next.Filled });
            return next;
        }, ct);
        Tell(after);
    }

    internal void Tell(ShownRow row) => desk.Tell("shown", row.ToProgress());
}
