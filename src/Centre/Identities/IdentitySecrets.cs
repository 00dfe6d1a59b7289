using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Kanal.Centre.Access;
using Kanal.Centre.Live;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Identities;

/// <summary>
/// What sites sign their visitors' identities with. A secret is shown once, when it is made; it is kept nowhere, but follows from the
/// installation's own key and a salt in the table. A change is seen at once, on other nodes a moment later.
/// </summary>
public sealed class IdentitySecrets(Database database, SignedTokens tokens, Audit audit, NodeBell bell, TimeProvider time)
{
    internal const string Outdated = "identities";

    static readonly TimeSpan _fresh = TimeSpan.FromSeconds(30);

    // Long enough to bring the new one to every server of the site.
    static readonly TimeSpan _both = TimeSpan.FromHours(24);

    readonly ConcurrentDictionary<Id, (long ReadAt, SecretRow? Row)> _known = new();
    readonly Lock _order = new();
    long _changes;

    internal void Drop(Id? site)
    {
        lock (_order)
        {
            _changes++;
            if (site is { } one)
            {
                _known.TryRemove(one, out _);
            }
            else
            {
                _known.Clear();
            }
        }
    }

    public async Task<IdentitySetting> ReadAsync(Id site, CancellationToken ct)
    {
        await RequireAsync(site, ct);
        return Shown(await FindAsync(site, ct));
    }

    /// <summary>A new secret. The one before holds for another day, unless it is to end at once.</summary>
    public async Task<NewIdentitySecret> MakeAsync(Id site, bool endEarlier, Caller caller, CancellationToken ct)
    {
        await RequireAsync(site, ct);
        var now = time.GetUtcNow();
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        await database.WriteAsync(async sql =>
        {
            await sql.ExecuteAsync("""
                insert into identity_secrets (site_id, salt, made_at) values (@site, @salt, @now)
                on conflict (site_id) do update set earlier_salt = identity_secrets.salt, earlier_until = @until, salt = excluded.salt, made_at = excluded.made_at
                """, new { site, salt, now, until = endEarlier ? now : now + _both });
            await audit.NoteAsync(sql, caller, "site.identitySecretMade", site.ToString());
        }, ct);
        Drop(site);
        bell.Ring(Outdated, site);
        return new NewIdentitySecret(Shown(await FindAsync(site, ct)), tokens.IdentitySecret(site, salt));
    }

    /// <summary>From now on the site takes no identities.</summary>
    public async Task RemoveAsync(Id site, Caller caller, CancellationToken ct)
    {
        await RequireAsync(site, ct);
        await database.WriteAsync(async sql =>
        {
            await sql.ExecuteAsync("delete from identity_secrets where site_id = @site", new { site });
            await audit.NoteAsync(sql, caller, "site.identitySecretRemoved", site.ToString());
        }, ct);
        Drop(site);
        bell.Ring(Outdated, site);
    }

    /// <summary>What an identity of this site may be signed with; empty where it takes none.</summary>
    internal async ValueTask<IReadOnlyList<byte[]>> KeysAsync(Id site, CancellationToken ct)
    {
        if (!_known.TryGetValue(site, out var known) || time.GetElapsedTime(known.ReadAt) > _fresh)
        {
            var changes = Interlocked.Read(ref _changes);
            known = (time.GetTimestamp(), await FindAsync(site, ct));
            Keep(site, known, changes);
        }

        return known.Row switch
        {
            null => [],
            { EarlierSalt: { } earlier, EarlierUntil: { } until } row when until > time.GetUtcNow() => [Key(site, row.Salt), Key(site, earlier)],
            { } row => [Key(site, row.Salt)],
        };
    }

    // A secret that was taken away while it was read holds for this once and no longer.
    void Keep(Id site, (long ReadAt, SecretRow? Row) read, long changes)
    {
        lock (_order)
        {
            if (_changes == changes)
            {
                _known[site] = read;
            }
        }
    }

    byte[] Key(Id site, string salt) => Encoding.UTF8.GetBytes(tokens.IdentitySecret(site, salt));

    Task<SecretRow?> FindAsync(Id site, CancellationToken ct) =>
        database.ReadAsync(sql => sql.FirstAsync<SecretRow>("select salt, made_at, earlier_salt, earlier_until from identity_secrets where site_id = @site", new { site }), ct);

    async Task RequireAsync(Id site, CancellationToken ct)
    {
        if (await database.ReadAsync(sql => sql.FirstAsync<long>("select count(*) from sites where id = @site", new { site }), ct) == 0)
        {
            throw RefusedException.NotFound("site");
        }
    }

    IdentitySetting Shown(SecretRow? row) => new(row is not null, row?.MadeAt, row?.EarlierUntil > time.GetUtcNow() ? row.EarlierUntil : null);

    sealed class SecretRow
    {
        public string Salt { get; init; } = "";
        public DateTimeOffset MadeAt { get; init; }
        public string? EarlierSalt { get; init; }
        public DateTimeOffset? EarlierUntil { get; init; }
    }
}

/// <summary>Whether a site's visitors can say who they are.</summary>
/// <param name="MadeAt">When the secret was made; null where there is none.</param>
/// <param name="EarlierUntil">Until when the secret before it holds as well.</param>
public sealed record IdentitySetting(bool On, DateTimeOffset? MadeAt, DateTimeOffset? EarlierUntil);

/// <param name="Secret">The site's server signs with it (HS256, the text itself is the key). It is shown this once.</param>
public sealed record NewIdentitySecret(IdentitySetting Setting, string Secret)
{
    public override string ToString() => "a new identity secret";
}
