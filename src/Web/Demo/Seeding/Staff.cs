using Kanal.Centre.Access;
using Kanal.Centre.Storage;
using Kanal.Web.Demo.World;

namespace Kanal.Web.Demo.Seeding;

/// <summary>Finds the agency's people in the database, and gives keys to those who play along.</summary>
sealed class Staff(Database database, ApiKeys keys)
{
    const string KeyName = "demo";

    public Task<Member?> FindAsync(Employee employee, CancellationToken ct) => database.ReadAsync(sql => sql.FirstAsync<Member>(
        "select a.id, a.name, s.security_stamp as stamp from agents a join agent_secrets s on s.agent_id = a.id where a.email_folded = @Email and a.active = true", new { employee.Email }), ct);

    /// <summary>A key for this run; those of runs before hold no longer.</summary>
    public async Task<string> KeyAsync(Employee employee, CancellationToken ct)
    {
        var name = $"{KeyName}: {employee.Name}";
        await database.WriteAsync(sql => sql.ExecuteAsync("delete from keys where name = @name", new { name }), ct);
        var made = await keys.CreateAsync(new ApiKeyRequest(name, ["conversations:write", "agents:write", "settings:read"], employee.Email), null, ct);
        return made.Secret;
    }
}

/// <summary>Somebody of the agency as the database knows them.</summary>
sealed record Member
{
    public Id Id { get; init; }
    public string Name { get; init; } = "";
    public string Stamp { get; init; } = "";
}
