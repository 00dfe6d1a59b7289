using Kanal.Centre.Access;
using Kanal.Centre.Skills;
using Kanal.Centre.Storage;
using Kanal.Centre.Teams;
using Kanal.Decisions.Routing;

namespace Kanal.Centre.Agents;

/// <summary>Writes agents with what they sign in with.</summary>
public sealed class AgentRows(Passwords passwords, IdSource ids, TimeProvider time)
{
    /// <param name="checkedRequest">As <see cref="AgentCheck"/> returned it.</param>
    internal async Task<Id> InsertAsync(Sql sql, AgentRequest checkedRequest, Preferences preferences)
    {
        var now = time.GetUtcNow();
        var id = ids.Next(now);
        var inserted = await sql.ChangesOneAsync("""
            insert into agents (id, name, email, email_folded, role, languages, capacity, channels, active, presence, presence_since, preferences, created_at)
            values (@id, @Name, @Email, @Email, @role, @languages, @capacity, @channels, @active, @presence, @now, @preferences, @now)
            on conflict (email_folded) do nothing
            """, new
        {
            id,
            checkedRequest.Name,
            checkedRequest.Email,
            role = (checkedRequest.Role ?? Role.Agent).Text(),
            languages = Json.From(checkedRequest.Languages ?? []),
            capacity = checkedRequest.Capacity ?? AgentCheck.UsualCapacity,
            channels = Json.From(checkedRequest.Channels ?? []),
            active = checkedRequest.Active ?? true,
            presence = Presence.Offline.Text(),
            now,
            preferences = Json.From(preferences),
        });
        if (!inserted)
        {
            throw EmailTaken();
        }

        await sql.ExecuteAsync("""
            insert into agent_secrets (agent_id, password_hash, security_stamp, failed_attempts, two_factor, recovery_codes, used_codes, version)
            values (@id, @hash, @stamp, 0, false, '[]', '[]', 1)
            """, new { id, hash = checkedRequest.Password is { } password ? passwords.Hash(password) : null, stamp = NewStamp() });
        await BelongAsync(sql, id, checkedRequest);
        return id;
    }

    /// <param name="checkedRequest">Whole, as <see cref="AgentCheck.Onto"/> returned it.</param>
    internal static async Task UpdateAsync(Sql sql, Id id, AgentRequest checkedRequest)
    {
        if (await sql.FirstAsync<long>("select count(*) from agents where email_folded = @Email and id <> @id", new { id, checkedRequest.Email }) > 0)
        {
            throw EmailTaken();
        }

        await sql.ExecuteAsync("""
            update agents set name = @Name, email = @Email, email_folded = @Email, role = @role, languages = @languages, capacity = coalesce(@Capacity, capacity), channels = coalesce(@channels, channels), active = @active
            where id = @id
            """, new
        {
            id,
            checkedRequest.Name,
            checkedRequest.Email,
            role = (checkedRequest.Role ?? Role.Agent).Text(),
            languages = Json.From(checkedRequest.Languages ?? []),
            checkedRequest.Capacity,
            channels = checkedRequest.Channels is { } own ? Json.From(own) : null,
            active = checkedRequest.Active ?? true,
        });
        await BelongAsync(sql, id, checkedRequest);
    }

    // What the agent can do and where: rows of their own.
    static async Task BelongAsync(Sql sql, Id id, AgentRequest request)
    {
        if (request.Skills is { } skills)
        {
            var faults = new Faults();
            AgentSkills.Check(faults, skills, await SkillBook.ListAsync(sql));
            faults.ThrowIfAny();
            await AgentSkills.ReplaceAsync(sql, id, skills);
        }

        if (request.Teams is { } teams)
        {
            var known = (await sql.QueryAsync<Id>("select id from teams")).ToHashSet();
            if (teams.Any(team => !known.Contains(team)))
            {
                throw RefusedException.Invalid("teams", "There is no such team.");
            }

            await TeamBook.TouchAsync(sql, await sql.QueryAsync<Id>("select team_id from team_members where agent_id = @id", new { id }), teams.ToHashSet());
            await sql.ExecuteAsync("delete from team_members where agent_id = @id", new { id });
            await sql.ExecuteAsync("insert into team_members (team_id, agent_id) values (@team, @id)", teams.Distinct().Select(team => new { team, id }));
        }
    }

    /// <summary>Gives a new password and unlocks; every session ends.</summary>
    internal Task ResetPasswordAsync(Sql sql, Id id, string password) => sql.ExecuteAsync("""
        update agent_secrets set password_hash = @hash, security_stamp = @stamp, failed_attempts = 0, locked_until = null, version = version + 1 where agent_id = @id
        """, new { id, hash = passwords.Hash(password), stamp = NewStamp() });

    /// <summary>Takes the agent's phone off, for one who has lost it.</summary>
    internal static Task RemoveAuthenticatorAsync(Sql sql, Id id) => sql.ExecuteAsync("""
        update agent_secrets set two_factor = false, authenticator_key = null, recovery_codes = '[]', security_stamp = @stamp, version = version + 1 where agent_id = @id
        """, new { id, stamp = NewStamp() });

    /// <summary>Ends every session and goes off duty.</summary>
    internal async Task LeaveAsync(Sql sql, Id id)
    {
        var now = time.GetUtcNow();
        await sql.ExecuteAsync("update agents set active = false, presence = @presence, presence_since = @now where id = @id", new { id, presence = Presence.Offline.Text(), now });
        await sql.ExecuteAsync("update agent_secrets set security_stamp = @stamp, version = version + 1 where agent_id = @id", new { id, stamp = NewStamp() });
    }

    static string NewStamp() => Guid.NewGuid().ToString("N");

    static RefusedException EmailTaken() =>
        new(Refusal.Conflict, "email-taken", "Another agent has this email address.") { Errors = new() { ["email"] = ["Another agent has this email address."] } };
}
