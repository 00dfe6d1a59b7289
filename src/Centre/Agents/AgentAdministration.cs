using Kanal.Centre.Access;
using Kanal.Centre.Conversations;
using Kanal.Centre.Live;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Agents;

/// <summary>Takes people in, changes what they may do, and lets them go.</summary>
public sealed class AgentAdministration(Database database, AgentRows rows, Audit audit, PresenceBook presences, Ownership conversations, DeskFeed desks)
{
    public async Task<Agent> CreateAsync(AgentRequest request, Caller caller, CancellationToken ct)
    {
        var agent = Checked(request);
        RefuseIfAbove(caller, agent.Role ?? Role.Agent);
        var created = await database.WriteAsync(async sql =>
        {
            var id = await rows.InsertAsync(sql, agent, new());
            await audit.NoteAsync(sql, caller, "agent.added", id.ToString());
            return await AgentDirectory.ReadAsync(sql, id);
        }, ct);
        return Told(created);
    }

    public async Task<Agent> ChangeAsync(Id id, AgentRequest request, Caller caller, CancellationToken ct)
    {
        var given = Checked(request);
        var changed = await database.WriteAsync(async sql =>
        {
            var before = await ReadLockedAsync(sql, id);
            var agent = AgentCheck.Onto(before, request, given);
            RefuseIfAbove(caller, agent.Role > before.Role ? agent.Role.Value : before.Role);
            await AgentRows.UpdateAsync(sql, id, agent);
            if (agent.Password is { } password)
            {
                await rows.ResetPasswordAsync(sql, id, password);
                await audit.NoteAsync(sql, caller, "agent.password-reset", id.ToString());
            }

            if (before.Active && agent.Active is false)
            {
                await rows.LeaveAsync(sql, id);
            }

            await RefuseIfNobodyIsLeftAsync(sql);
            await audit.NoteAsync(sql, caller, agent.Active == before.Active ? "agent.changed" : agent.Active is true ? "agent.activated" : "agent.deactivated", id.ToString());
            return await AgentDirectory.ReadAsync(sql, id);
        }, ct);
        return await HandBackAsync(Told(changed), ct);
    }

    /// <summary>The agent stays in the history, and can't sign in any more; conversations in hand go back to the queue.</summary>
    public async Task DeactivateAsync(Id id, Caller caller, CancellationToken ct)
    {
        var left = await database.WriteAsync(async sql =>
        {
            RefuseIfAbove(caller, (await ReadLockedAsync(sql, id)).Role);
            await rows.LeaveAsync(sql, id);
            await RefuseIfNobodyIsLeftAsync(sql);
            await audit.NoteAsync(sql, caller, "agent.deactivated", id.ToString());
            return await AgentDirectory.ReadAsync(sql, id);
        }, ct);
        await HandBackAsync(Told(left), ct);
    }

    /// <summary>For one who has lost the phone.</summary>
    public async Task<Agent> RemoveAuthenticatorAsync(Id id, Caller caller, CancellationToken ct)
    {
        var changed = await database.WriteAsync(async sql =>
        {
            RefuseIfAbove(caller, (await ReadLockedAsync(sql, id)).Role);
            await AgentRows.RemoveAuthenticatorAsync(sql, id);
            await audit.NoteAsync(sql, caller, "agent.authenticator-removed", id.ToString());
            return await AgentDirectory.ReadAsync(sql, id);
        }, ct);
        return Told(changed);
    }

    static AgentRequest Checked(AgentRequest request)
    {
        var faults = new Faults();
        var agent = AgentCheck.Read(faults, request);
        faults.ThrowIfAny();
        return agent;
    }

    // One at a time: two administrators who deactivate each other in the same moment would leave nobody.
    static async Task<Agent> ReadLockedAsync(Sql sql, Id id)
    {
        await sql.ExecuteAsync("update settings set value = value where name = 'organisation'");
        return await AgentDirectory.ReadAsync(sql, id);
    }

    static async Task RefuseIfNobodyIsLeftAsync(Sql sql)
    {
        if (await sql.FirstAsync<long>("select count(*) from agents where role = 'administrator' and active = true") == 0)
        {
            throw RefusedException.Conflict("last-administrator", "This is the last administrator. Make somebody else one first.");
        }
    }

    // A key for agents alone could otherwise make itself an administrator.
    static void RefuseIfAbove(Caller caller, Role role)
    {
        if (role == Role.Administrator && !caller.Unscoped)
        {
            throw new RefusedException(Refusal.Forbidden, "not-allowed", "A key makes and changes administrators only with the scope for everything.");
        }
    }

    // What one who has left had in hand goes to the others.
    async Task<Agent> HandBackAsync(Agent agent, CancellationToken ct)
    {
        if (agent.Active || agent.InHand == 0)
        {
            return agent;
        }

        foreach (var conversation in await database.ReadAsync(sql => sql.QueryAsync<Id>("select id from conversations where agent_id = @Id and state = 'assigned'", new { agent.Id }), ct))
        {
            try
            {
                await conversations.HandBackAsync(conversation, new Person(agent.Id, agent.Name), agent.Id, null, null, ct);
            }
            catch (RefusedException)
            {
                // It ended or was handed on at this moment, which is as good.
            }
        }

        return await database.ReadAsync(sql => AgentDirectory.ReadAsync(sql, agent.Id), ct);
    }

    Agent Told(Agent agent)
    {
        presences.Tell(agent);
        desks.Tell("settings", new SettingsChanged("agents"));
        desks.Tell("settings", new SettingsChanged("teams"));
        return agent;
    }
}
