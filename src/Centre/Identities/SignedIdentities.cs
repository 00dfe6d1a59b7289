using Kanal.Centre.Customers;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Identities;

/// <summary>Who a visitor is, by an identity that the site's own server has signed.</summary>
public sealed class SignedIdentities(Database database, IdentitySecrets secrets, TimeProvider time)
{
    /// <summary>Reads an identity with what is known of its customer.</summary>
    /// <returns>Without an identity where it is none that we believe; the sentence says why.</returns>
    public async ValueTask<Identified> ReadAsync(Site site, string token, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var keys = await secrets.KeysAsync(site.Id, ct);
        if (keys.Count == 0)
        {
            return new Identified(null, "This site takes no identities: no identity secret has been made for it.");
        }

        return IdentityToken.Read(token, keys, now, out var fault) is { } claims
            ? new Identified(await database.ReadAsync(sql => KnownAsync(sql, site.Id, claims, now), ct), null)
            : new Identified(null, fault);
    }

    static async Task<VisitorIdentity> KnownAsync(Sql sql, Id site, IdentityClaims claims, DateTimeOffset now)
    {
        var person = new SignedPerson(claims.Subject, claims.EmailVerified ? claims.Email : null, claims.Name);
        var customer = await CustomerDirectory.FindAsync(sql, site, person);
        return new VisitorIdentity(claims, customer) { Now = now, Past = customer is { } id ? await PastAsync(sql, id) : new() };
    }

    static async Task<CustomerPast> PastAsync(Sql sql, Id customer)
    {
        var past = await sql.FirstAsync<CustomerPast>("""
            select u.grp as "group",
                (select count(*) from orders o where o.customer_id = u.id) as orders,
                (select count(*) from conversations c where c.customer_id = u.id) as contacts,
                (select count(*) from conversations c where c.customer_id = u.id and c.state <> 'closed') as open_conversations,
                (select max(c.last_at) from conversations c where c.customer_id = u.id) as last_at,
                (select c.outcome from conversations c where c.customer_id = u.id and c.outcome is not null order by c.id desc limit 1) as last_outcome
            from customers u where u.id = @customer
            """, new { customer }) ?? new();
        var channels = await sql.QueryAsync<string>("select distinct l.channel from conversations c join legs l on l.conversation_id = c.id where c.customer_id = @customer order by l.channel", new { customer });
        return past with { Channels = channels };
    }
}

/// <param name="Identity">Null where it is not believed.</param>
/// <param name="Refused">Why it is not.</param>
public sealed record Identified(VisitorIdentity? Identity, string? Refused);
