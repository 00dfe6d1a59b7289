using Kanal.Centre.Sites;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Customers;

/// <summary>Who is writing: finds a customer by address, or makes one. Runs inside the transaction of what they wrote.</summary>
public sealed class CustomerDirectory(IdSource ids)
{
    const int LongestName = 100;

    /// <summary>
    /// The visitor whom this browser was seen with, else a new one. An email that a visitor only claims never leads to somebody
    /// else's customer, nor does the answer tell whether there is one: it is added to their own, unverified, if it is free.
    /// </summary>
    /// <param name="browser">The digest of the browser's token; null for a visitor who keeps none.</param>
    /// <param name="email">As it was written; left out where it is none.</param>
    /// <param name="person">Who it is for certain; null for most.</param>
    public async Task<Id> RecogniseAsync(Sql sql, Site site, string? browser, string? email, string? name, string? language, DateTimeOffset now, SignedPerson? person = null)
    {
        var customer = person is not null ? await OfPersonAsync(sql, site.Id, person, browser, now) : browser is null ? await CreateAsync(sql, site.Id, now) : await OfBrowserAsync(sql, site.Id, browser, now);
        var added = AddressText.Email(email) is { } claimed && await AddAsync(sql, site.Id, customer, AddressKind.Email, claimed, verified: false, now);
        var called = Name(name);
        if (called is not null || language is not null)
        {
            await sql.ExecuteAsync("update customers set name = coalesce(name, @called), language = coalesce(language, @language) where id = @customer", new { customer, called, language });
        }

        if (added || called is not null)
        {
            await FoldAsync(sql, customer);
        }

        return customer;
    }

    /// <summary>Whoever has this address, else a new customer. What we answer goes to that address, and so tells nobody else anything.</summary>
    /// <param name="email">In the form that is kept.</param>
    public async Task<Id> OfSenderAsync(Sql sql, Id site, string email, string? name, string? language, DateTimeOffset now)
    {
        var customer = await FindAsync(sql, site, AddressKind.Email, email) ?? await CreateAsync(sql, site, now);
        await AddAsync(sql, site, customer, AddressKind.Email, email, verified: false, now);
        await sql.ExecuteAsync("update customers set name = coalesce(name, @called), language = coalesce(language, @language) where id = @customer", new { customer, called = Name(name), language });
        await FoldAsync(sql, customer);
        return customer;
    }

    /// <summary>The customer of a signed identity: by their account, else by an address that is theirs for certain.</summary>
    public static async Task<Id?> FindAsync(Sql sql, Id site, SignedPerson person) =>
        await FindAsync(sql, site, AddressKind.Account, person.Account)
        ?? (person.Email is { } email ? await sql.FirstAsync<Id?>("""
            select a.customer_id from addresses a where a.site_id = @site and a.kind = 'email' and a.value = @email and a.verified = true
                and not exists (select 1 from addresses o where o.customer_id = a.customer_id and o.kind = 'account')
            """, new { site, email }) : null);

    /// <summary>The customer who has this address, given in the form that is kept.</summary>
    public static Task<Id?> FindAsync(Sql sql, Id site, AddressKind kind, string value) =>
        sql.FirstAsync<Id?>("select customer_id from addresses where site_id = @site and kind = @kind and value = @value", new { site, kind = kind.Text(), value });

    /// <summary>False where the address is somebody's already.</summary>
    public async Task<bool> AddAsync(Sql sql, Id site, Id customer, AddressKind kind, string value, bool verified, DateTimeOffset now) =>
        await sql.ChangesOneAsync("""
            insert into addresses (id, site_id, customer_id, kind, value, verified, created_at)
            values (@id, @site, @customer, @kind, @value, @verified, @now) on conflict (site_id, kind, value) do nothing
            """, new { id = ids.Next(now), site, customer, kind = kind.Text(), value, verified, now });

    /// <summary>Brings what searches look at up to date, after a change of name or addresses.</summary>
    public static async Task FoldAsync(Sql sql, Id customer)
    {
        var name = await sql.FirstAsync<string?>("select name from customers where id = @customer", new { customer });
        var addresses = await sql.QueryAsync<string>("select value from addresses where customer_id = @customer and kind <> 'browser' order by id", new { customer });
        await sql.ExecuteAsync("update customers set folded = @folded where id = @customer", new { customer, folded = Folding.Fold(string.Join(' ', [name ?? "", .. addresses])) });
    }

    // Who was not known before is whoever wrote from this browser so far, unless that is somebody else for certain.
    async Task<Id> OfPersonAsync(Sql sql, Id site, SignedPerson person, string? browser, DateTimeOffset now)
    {
        var customer = await FindAsync(sql, site, person) ?? (browser is null ? null : await UnsignedAsync(sql, site, browser)) ?? await CreateAsync(sql, site, now);
        if (await AddAsync(sql, site, customer, AddressKind.Account, person.Account, verified: true, now))
        {
            await sql.ExecuteAsync("update customers set name = coalesce(@name, name) where id = @customer", new { customer, name = Name(person.Name) });
        }

        if (person.Email is { } email)
        {
            await ProveAsync(sql, site, customer, email, now);
        }

        if (browser is not null)
        {
            await AddAsync(sql, site, customer, AddressKind.Browser, browser, verified: true, now);
        }

        await FoldAsync(sql, customer);
        return customer;
    }

    static Task<Id?> UnsignedAsync(Sql sql, Id site, string browser) => sql.FirstAsync<Id?>("""
        select a.customer_id from addresses a where a.site_id = @site and a.kind = 'browser' and a.value = @browser
            and not exists (select 1 from addresses o where o.customer_id = a.customer_id and o.kind = 'account')
        """, new { site, browser });

    // Whoever only claimed this address loses it to whom it belongs.
    async Task ProveAsync(Sql sql, Id site, Id customer, string email, DateTimeOffset now)
    {
        var claimant = await FindAsync(sql, site, AddressKind.Email, email);
        if (claimant is null)
        {
            await AddAsync(sql, site, customer, AddressKind.Email, email, verified: true, now);
        }
        else if (await sql.ChangesOneAsync("""
            update addresses set customer_id = @customer, verified = true
            where site_id = @site and kind = 'email' and value = @email and (verified = false or customer_id = @customer)
            """, new { site, customer, email }) && claimant != customer)
        {
            await FoldAsync(sql, claimant.Value);
        }
    }

    async Task<Id> OfBrowserAsync(Sql sql, Id site, string browser, DateTimeOffset now)
    {
        if (await FindAsync(sql, site, AddressKind.Browser, browser) is { } known)
        {
            return known;
        }

        var customer = await CreateAsync(sql, site, now);
        if (await AddAsync(sql, site, customer, AddressKind.Browser, browser, verified: true, now))
        {
            return customer;
        }

        // The same browser came twice at once, and the other one was quicker.
        await sql.ExecuteAsync("delete from customers where id = @customer", new { customer });
        return await FindAsync(sql, site, AddressKind.Browser, browser) ?? throw new InvalidOperationException("An address was taken and is not there.");
    }

    async Task<Id> CreateAsync(Sql sql, Id site, DateTimeOffset now)
    {
        var id = ids.Next(now);
        await sql.ExecuteAsync("""
            insert into customers (id, site_id, name, folded, language, notes, first_seen_at)
            values (@id, @site, null, '', null, '', @now)
            """, new { id, site, now });
        return id;
    }

    static string? Name(string? name)
    {
        var shown = string.Concat((name ?? "").Where(letter => !char.IsControl(letter))).Trim();
        return shown.Length is 0 or > LongestName ? null : shown;
    }
}
