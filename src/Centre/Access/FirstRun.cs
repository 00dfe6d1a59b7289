using Kanal.Centre.Agents;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Access;

/// <summary>Sets a new installation up, once: organisation, administrator, site, queue, entry points and topics.</summary>
public sealed class FirstRun(Database database, AgentRows agents, SiteSettings sites, Audit audit, IdSource ids)
{
    const string Organisation = "organisation";
    const int LongestName = 100;

    public async Task<bool> NeededAsync(CancellationToken ct) => await database.ReadAsync(IsNeededAsync, ct);

    /// <returns>The administrator.</returns>
    /// <exception cref="RefusedException">Somebody was quicker, or something can't be taken.</exception>
    public async Task<Id> SetUpAsync(SetupRequest request, CancellationToken ct)
    {
        var faults = new Faults();
        var organisation = faults.Line(Organisation, request.Organisation, LongestName);
        var language = faults.Line("language", request.Language, 10);
        var administrator = AgentCheck.Read(faults, new()
        {
            Name = request.Name,
            Email = request.Email,
            Role = Role.Administrator,
            Password = request.Password,
        });
        faults.ThrowIfAny();
        var words = FirstWords.In(language);
        var id = await database.WriteAsync(async sql =>
        {
            // The row is also the gate: of two at once, the second waits here and then finds it taken.
            if (!await IsNeededAsync(sql)
                || !await sql.ChangesOneAsync("insert into settings (name, value) values (@name, @value) on conflict (name) do nothing", new { name = Organisation, value = Json.From(organisation) }))
            {
                throw Done();
            }

            var agent = await agents.InsertAsync(sql, administrator, new Preferences { Language = language });
            await CreateSiteAsync(sql, request, words);
            await sql.ExecuteAsync("insert into topics (id, name, position) values (@id, @name, @position)",
                words.Topics.Select((name, place) => new { id = ids.Next(), name, position = place + 1 }));
            await sql.ExecuteAsync("delete from settings where name = @name", new { name = SetupCode.Setting });
            await audit.NoteAsync(sql, new Caller(agent, administrator.Name, Role.Administrator, null), "installation.set-up", organisation);
            return agent;
        }, ct);
        sites.Announce();
        return id;
    }

    public static RefusedException Done() => RefusedException.Conflict("set-up-already", "This installation is set up already. Sign in instead.");

    async Task CreateSiteAsync(Sql sql, SetupRequest request, FirstWords words)
    {
        var site = request.Site;
        try
        {
            await sites.CreateAsync(sql, new SiteRequest
            {
                Key = site.Key,
                Name = site.Name,
                TimeZone = site.TimeZone,
                Languages = site.Languages,
                AllowedOrigins = site.Origins,
                Look = site.Accent is { } accent ? new SiteLook { Accent = accent } : null,
                Hours = request.Hours,
            }, words.Queue);
        }
        catch (RefusedException refused) when (refused.Errors.Count > 0)
        {
            throw new RefusedException(refused.Kind, refused.Slug, refused.Sentence) { Errors = refused.Errors.ToDictionary(error => Place(error.Key), error => error.Value) };
        }
    }

    // The field of the site by its place in the request.
    static string Place(string field) => field switch
    {
        "hours" => field,
        "look.accent" => "site.accent",
        "allowedOrigins" => "site.origins",
        _ => $"site.{field}",
    };

    static async Task<bool> IsNeededAsync(Sql sql) => await sql.FirstAsync<long>("select count(*) from agents") == 0;
}
