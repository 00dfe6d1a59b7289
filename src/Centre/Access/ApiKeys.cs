using Kanal.Centre.Customers;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Access;

/// <summary>Keys for programs.</summary>
public sealed class ApiKeys(Database database, Audit audit, IdSource ids, TimeProvider time)
{
    const int LongestName = 100;
    const string Select = "select k.id, k.name, k.scopes, k.agent_id, a.name as agent_name, k.created_at, k.last_used_at from keys k left join agents a on a.id = k.agent_id";

    public async Task<List<ApiKey>> ListAsync(CancellationToken ct) =>
        (await database.ReadAsync(sql => sql.QueryAsync<ApiKeyRow>($"{Select} order by k.id"), ct)).ConvertAll(row => row.Read());

    /// <param name="caller">Null for the command line, which may give everything.</param>
    /// <returns>The key, and its secret, which is not kept and not seen again.</returns>
    public Task<NewApiKey> CreateAsync(ApiKeyRequest request, Caller? caller, CancellationToken ct)
    {
        var faults = new Faults();
        var name = faults.Line("name", request.Name, LongestName);
        var scopes = Scopes(faults, request.Scopes ?? [], caller);
        var email = request.Agent is null ? null : AddressText.Email(request.Agent);
        faults.AddIf(request.Agent is not null && email is null, "agent", "This is not an email address.");
        faults.ThrowIfAny();
        return database.WriteAsync(async sql =>
        {
            Id? agent = email is null ? null : await sql.FirstAsync<Id?>("select id from agents where email_folded = @email and active = true", new { email })
                ?? throw RefusedException.Invalid("agent", "There is no active agent with this address.");
            var (id, secret, now) = (ids.Next(), KeySecret.New(), time.GetUtcNow());
            await sql.ExecuteAsync("insert into keys (id, name, scopes, secret_hash, agent_id, created_at) values (@id, @name, @scopes, @hash, @agent, @now)",
                new { id, name, scopes = Json.From(scopes), hash = KeySecret.Hash(secret), agent, now });
            await audit.NoteAsync(sql, caller ?? Caller.CommandLine, "key.added", name);
            var row = await sql.FirstAsync<ApiKeyRow>($"{Select} where k.id = @id", new { id }) ?? throw RefusedException.NotFound("key");
            return new NewApiKey(row.Read(), secret);
        }, ct);
    }

    public Task DeleteAsync(Id id, Caller caller, CancellationToken ct) => database.WriteAsync(async sql =>
    {
        var name = await sql.FirstAsync<string>("select name from keys where id = @id", new { id }) ?? throw RefusedException.NotFound("key");
        await sql.ExecuteAsync("delete from keys where id = @id", new { id });
        await audit.NoteAsync(sql, caller, "key.removed", name);
    }, ct);

    static string[] Scopes(Faults faults, IReadOnlyList<string> wanted, Caller? caller)
    {
        faults.AddIf(wanted.Count == 0, "scopes", "A key needs at least one scope.");
        foreach (var scope in wanted.Distinct())
        {
            if (!Access.Scopes.All.Contains(scope))
            {
                faults.Add("scopes", $"There is no scope \"{scope}\"; there are {string.Join(", ", Access.Scopes.All)}.");
            }
            else if (caller?.Has(scope) is false)
            {
                faults.Add("scopes", $"The key that asks lacks {scope} itself.");
            }
        }

        return [.. wanted.Distinct()];
    }
}
