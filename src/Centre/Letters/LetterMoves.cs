using Kanal.Centre.Access;
using Kanal.Centre.Agents;
using Kanal.Centre.Callbacks;
using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>
/// Splits a conversation, merges two, and takes either back. A message keeps its place where it was, so that no sequence gets a hole; what stands
/// in the other conversation is a copy with a place of its own.
/// </summary>
public sealed class LetterMoves(Database database, MessageCopies copies, Lines lines, ConversationNews news, Supervision supervision, TimeProvider time)
{
    const int Most = 500;

    /// <summary>Gives messages a conversation of their own, in the same hands.</summary>
    public async Task<MoveMade> SplitAsync(Id conversation, IReadOnlyList<long> sequences, long? from, Mover by, CancellationToken ct)
    {
        var agent = by.Agent;
        var (made, written, head) = await database.WriteAsync(async sql =>
        {
            await Ownership.HoldAsync(sql, conversation, by.Owner);
            var source = await MovingRow.FindAsync(sql, conversation) ?? throw RefusedException.NotFound("conversation");
            var (wanted, all) = await WantedAsync(sql, conversation, sequences, from);
            if (wanted.Count == 0 || wanted.Count == all)
            {
                throw RefusedException.Invalid("sequences", "Say which messages go; at least one stays, and at least one goes.");
            }

            var to = await copies.OpenAsync(sql, source);
            var move = await copies.MoveAsync(sql, MoveKind.Split, source, to, wanted, agent);
            List<Line> said =
            [
                await lines.AddAsync(sql, conversation, Line.Of(new ConversationEvent(EventType.SplitOff) { Conversation = to, Move = move }, agent.Id, agent.Name)),
                await lines.AddAsync(sql, to, Line.Of(new ConversationEvent(EventType.SplitFrom) { Conversation = conversation, Move = move }, agent.Id, agent.Name)),
            ];
            return (new MoveMade(move, to), said, await MovingRow.HeadAsync(sql, to));
        }, ct);
        await TellAsync(conversation, written);
        await OpenedAsync(head);
        return made;
    }

    /// <summary>Lets a conversation go on in another one of the same site.</summary>
    public async Task<MoveMade> MergeAsync(Id conversation, Id into, Mover by, CancellationToken ct)
    {
        var agent = by.Agent;
        var (made, written, before) = await database.WriteAsync(async sql =>
        {
            await Ownership.HoldInOrderAsync(sql, conversation, into);
            await Ownership.HoldAsync(sql, conversation, by.Owner);
            var source = await MovingRow.FindAsync(sql, conversation) ?? throw RefusedException.NotFound("conversation");
            if (into == conversation || await MovingRow.FindAsync(sql, into) is not { } target || target.SiteId != source.SiteId)
            {
                throw RefusedException.Invalid("into", "This should be another conversation of the same site.");
            }

            var move = await MergeAsync(sql, source, target, agent);
            List<Line> said =
            [
                await lines.AddAsync(sql, conversation, Line.Of(new ConversationEvent(EventType.MergedInto) { Conversation = into, Move = move }, agent.Id, agent.Name)),
                await lines.AddAsync(sql, into, Line.Of(new ConversationEvent(EventType.MergedFrom) { Conversation = conversation, Move = move }, agent.Id, agent.Name)),
            ];
            return (new MoveMade(move, into), said, target);
        }, ct);
        await TellAsync(into, written);
        await news.EndedAsync(conversation, Author.Agent, stillOwned: false, CancellationToken.None);
        await ChangedHandsAsync(before, into);
        return made;
    }

    /// <summary>Everything is as it was before. What has come since into what was split off comes along.</summary>
    /// <exception cref="RefusedException">There is no such move, or it was undone.</exception>
    public async Task UndoAsync(Id conversation, Id move, Caller caller, CancellationToken ct)
    {
        var row = await database.ReadAsync(sql => sql.FirstAsync<MoveRow>("select * from moves where id = @move and (from_id = @conversation or to_id = @conversation)", new { move, conversation }), ct) ?? throw RefusedException.NotFound("move");
        // One of the two is closed with it, or goes on with less in it.
        var (agent, from) = await supervision.MoverAsync(row.FromId, caller, "conversation.moveUndone", ct);
        var to = await supervision.MayMoveAsync(row.ToId, caller, "conversation.moveUndone", ct);
        var (written, before) = await database.WriteAsync(async sql =>
        {
            await Ownership.HoldInOrderAsync(sql, row.FromId, row.ToId);
            await Ownership.HoldAsync(sql, row.FromId, from);
            await Ownership.HoldAsync(sql, row.ToId, to);
            if (!await sql.ChangesOneAsync("update moves set undone_at = @now where id = @move and undone_at is null", new { move, now = time.GetUtcNow() }))
            {
                throw RefusedException.Conflict("already-undone", "This is as it was already.");
            }

            await MessageCopies.ReturnLettersAsync(sql, row.Id, row.FromId);
            var source = await MovingRow.FindAsync(sql, row.FromId) ?? throw RefusedException.NotFound("conversation");
            if (row.Kind == MoveKind.Split && await MovingRow.FindAsync(sql, row.ToId) is { } split)
            {
                await MergeAsync(sql, split, source, agent);
            }
            else
            {
                await MessageCopies.RestoreAsync(sql, row);
            }

            List<Line> said =
            [
                await lines.AddAsync(sql, row.FromId, Line.Of(new ConversationEvent(EventType.MoveUndone) { Conversation = row.ToId, Move = move }, agent.Id, agent.Name)),
                await lines.AddAsync(sql, row.ToId, Line.Of(new ConversationEvent(EventType.MoveUndone) { Conversation = row.FromId, Move = move }, agent.Id, agent.Name)),
            ];
            return (said, source);
        }, ct);
        await TellAsync(row.FromId, written);
        if (row.Kind == MoveKind.Split)
        {
            await news.EndedAsync(row.ToId, Author.Agent, stillOwned: false, CancellationToken.None);
        }
        else
        {
            await news.SummaryAsync(row.ToId, CancellationToken.None);
        }

        await ChangedHandsAsync(before, row.FromId);
    }

    /// <summary>Which messages of a part of a conversation stand in another one now, by their places.</summary>
    internal static async Task<Dictionary<long, Moved>> OfAsync(Sql sql, Id conversation, long start, long end) => (await sql.QueryAsync<MovedRow>("""
        select mm.from_sequence as sequence, m.to_id as conversation, m.id as move from moves m join moved_messages mm on mm.move_id = m.id
        where m.from_id = @conversation and m.undone_at is null and mm.from_sequence >= @start and mm.from_sequence < @end
        union all
        select mm.to_sequence as sequence, m.from_id as conversation, m.id as move from moves m join moved_messages mm on mm.move_id = m.id
        where m.to_id = @conversation and m.undone_at is not null and mm.to_sequence >= @start and mm.to_sequence < @end
        """, new { conversation, start, end })).DistinctBy(row => row.Sequence).ToDictionary(row => row.Sequence, row => new Moved(row.Conversation, row.Move));

    async Task<Id> MergeAsync(Sql sql, MovingRow source, MovingRow target, Person agent)
    {
        if (await CallbackRow.FindAsync(sql, source.Id) is { IsOpen: true })
        {
            throw RefusedException.Conflict("call-open", "The customer is to be called in this conversation. Make the call or take it back first; then it can go on in another one.");
        }

        var (wanted, _) = await WantedAsync(sql, source.Id, [], 0);
        var move = await copies.MoveAsync(sql, MoveKind.Merge, source, target.Id, wanted, agent);
        await copies.CloseAsync(sql, source);
        if (target.State == ConversationState.Closed && source.State != ConversationState.Closed)
        {
            await MessageCopies.TakeOverAsync(sql, source, target.Id);
        }
        else if (target.State == ConversationState.WrapUp && source is { State: ConversationState.Queued or ConversationState.Assigned, WaitingSince: { } since })
        {
            await MessageCopies.WakeAsync(sql, target.Id, since);
        }

        return move;
    }

    // Those that have moved already stand elsewhere.
    static async Task<(List<long> Wanted, int All)> WantedAsync(Sql sql, Id conversation, IReadOnlyList<long> sequences, long? from)
    {
        var gone = await OfAsync(sql, conversation, 0, long.MaxValue);
        var here = (await sql.QueryAsync<long>("select sequence from messages where conversation_id = @conversation order by sequence", new { conversation })).Where(sequence => !gone.ContainsKey(sequence)).ToList();
        var wanted = here.Where(sequence => from is { } first ? sequence >= first : sequences.Contains(sequence)).ToList();
        return wanted.Count <= Most ? (wanted, here.Count) : throw RefusedException.Invalid("sequences", $"At most {Most} messages are moved at once.");
    }

    async Task TellAsync(Id conversation, List<Line> written)
    {
        written.ForEach(lines.Tell);
        await news.SummaryAsync(conversation, CancellationToken.None);
    }

    async Task OpenedAsync(ConversationHead? head)
    {
        if (head is { State: ConversationState.Queued })
        {
            await news.QueuedAsync(head, null, CancellationToken.None);
        }
        else if (head is { AgentId: { } owner, State: ConversationState.Assigned })
        {
            var name = await database.ReadAsync(sql => sql.FirstAsync<string>("select name from agents where id = @owner", new { owner }), CancellationToken.None);
            await news.AssignedAsync(head.Id, new Person(owner, name), CancellationToken.None);
        }
        else if (head is not null)
        {
            await news.SummaryAsync(head.Id, CancellationToken.None);
        }
    }

    async Task ChangedHandsAsync(MovingRow before, Id into)
    {
        var now = await database.ReadAsync(sql => MovingRow.HeadAsync(sql, into), CancellationToken.None);
        if (now is not null && now.State != before.State)
        {
            await OpenedAsync(now);
        }
    }

    sealed record MovedRow
    {
        public long Sequence { get; init; }
        public Id Conversation { get; init; }
        public Id Move { get; init; }
    }
}

/// <param name="Conversation">Where the messages stand now.</param>
public sealed record MoveMade(Id Move, Id Conversation);
