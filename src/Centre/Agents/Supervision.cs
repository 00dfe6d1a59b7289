using Kanal.Centre.Access;
using Kanal.Centre.Conversations;
using Kanal.Centre.Live;
using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;

namespace Kanal.Centre.Agents;

/// <summary>What a supervisor does for or instead of others. Every such act is in the audit.</summary>
public sealed class Supervision(Database database, Audit audit, PresenceBook presences, AgentDirectory agents, Ownership conversations, DeskFeed desk)
{
    /// <summary>Asks somebody who is on a break or away whether they can come back.</summary>
    public async Task AskBackAsync(Id agent, Caller caller, DateTimeOffset at, CancellationToken ct)
    {
        var asked = await agents.GetAsync(agent, ct);
        if (!asked.Active || asked.Presence is Presence.Offline)
        {
            throw RefusedException.Conflict("not-here", $"{asked.Name} is not at the desk and would not see it.");
        }

        if (asked.Presence is Presence.Available)
        {
            throw RefusedException.Conflict("is-available", $"{asked.Name} is available already.");
        }

        await NoteAsync(caller, "agent.asked-back", agent.ToString(), ct);
        desk.Tell("askedBack", new AskedBack(new Person(caller.RequireAgent(), caller.Name), at), agent);
    }

    public async Task<Agent> SetPresenceAsync(Id agent, Presence presence, Caller caller, CancellationToken ct)
    {
        if (caller.AgentId == agent)
        {
            return await presences.SetAsync(agent, presence, ct);
        }

        if (caller.Role < Role.Supervisor)
        {
            throw new RefusedException(Refusal.Forbidden, "not-yours", "Only a supervisor sets another agent's presence.");
        }

        if (await agents.GetAsync(agent, ct) is { Active: false } left)
        {
            throw RefusedException.Invalid("agent", $"{left.Name} works here no more.");
        }

        await NoteAsync(caller, "agent.presence-set", $"{agent}: {presence.Text()}", ct);
        return await presences.SetAsync(agent, presence, ct);
    }

    /// <summary>Takes a conversation out of the queue, or, as a supervisor, out of another's hands.</summary>
    public async Task TakeAsync(Id conversation, Caller caller, CancellationToken ct)
    {
        var me = new Person(caller.RequireAgent(), caller.Name);
        if (caller.Role >= Role.Supervisor && await OwnerAsync(conversation, ct) is { } owner && owner != me.Id)
        {
            await NoteAsync(caller, "conversation.taken", conversation.ToString(), ct);
            await conversations.HandToAsync(conversation, me, owner, me, null, ct);
            return;
        }

        await conversations.TakeAsync(conversation, me, ct);
    }

    /// <summary>Whether the caller may move or close this conversation: their own, one that is nobody's, or, as a supervisor, any.</summary>
    /// <returns>Whose it is now; what is done with it then should be done only if it still is.</returns>
    /// <exception cref="RefusedException"><c>not-yours</c>.</exception>
    public async Task<Id?> MayMoveAsync(Id conversation, Caller caller, string act, CancellationToken ct)
    {
        var owner = await OwnerAsync(conversation, ct);
        if (owner is null || owner == caller.AgentId)
        {
            return owner;
        }

        if (caller.Role < Role.Supervisor)
        {
            throw new RefusedException(Refusal.Forbidden, "not-yours", "A colleague has this conversation. Only they or a supervisor can do that.");
        }

        await NoteAsync(caller, act, conversation.ToString(), ct);
        return owner;
    }

    /// <summary>The same for an act that names the agent.</summary>
    public async Task<Mover> MoverAsync(Id conversation, Caller caller, string act, CancellationToken ct) =>
        new(new Person(caller.RequireAgent(), caller.Name), await MayMoveAsync(conversation, caller, act, ct));

    /// <summary>Hands on all that one who had to leave has in hand: to a colleague, or back to the queues.</summary>
    /// <returns>How many.</returns>
    public async Task<int> HandOverAsync(Id agent, Id? to, string? note, Caller caller, CancellationToken ct)
    {
        var from = new Person(caller.RequireAgent(), caller.Name);
        var leaves = await agents.GetAsync(agent, ct);
        var colleague = to is { } one ? await agents.GetAsync(one, ct) : null;
        if (colleague is { Active: false } || colleague?.Id == leaves.Id)
        {
            throw RefusedException.Invalid("to", "Say a colleague who works here.");
        }

        await NoteAsync(caller, "agent.handed-over", agent.ToString(), ct);
        var moved = 0;
        foreach (var conversation in await database.ReadAsync(sql => sql.QueryAsync<Id>("select id from conversations where agent_id = @agent and state = 'assigned' order by id", new { agent }), ct))
        {
            try
            {
                await (colleague is null ? conversations.HandBackAsync(conversation, from, agent, null, note, ct) : conversations.HandToAsync(conversation, from, agent, new Person(colleague.Id, colleague.Name), note, ct));
                moved++;
            }
            catch (RefusedException)
            {
                // It ended or was handed on at this moment, which is as good.
            }
        }

        return moved;
    }

    Task<Id?> OwnerAsync(Id conversation, CancellationToken ct) => database.ReadAsync(sql =>
        sql.FirstAsync<Id?>("select agent_id from conversations where id = @conversation and state in ('assigned', 'wrapUp')", new { conversation }), ct);

    Task NoteAsync(Caller caller, string what, string target, CancellationToken ct) => database.WriteAsync(sql => audit.NoteAsync(sql, caller, what, target), ct);
}

/// <summary>Somebody asks whether the agent can come back.</summary>
public sealed record AskedBack(Person By, DateTimeOffset At);
