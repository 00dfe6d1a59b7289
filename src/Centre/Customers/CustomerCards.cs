using Dapper;
using Kanal.Centre.Conversations;
using Kanal.Centre.Live;
using Kanal.Centre.Orders;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Customers;

/// <summary>What the desk sees of customers, and what it writes down about them.</summary>
public sealed class CustomerCards(Database database, CustomerDirectory directory, ConversationList conversations, DeskFeed desks, TimeProvider time)
{
    const int LongestName = 100;
    const int LongestNotes = 10_000;
    const int LongestGroup = 40;
    const int ShownOfBrowser = 8;
    const int ShownConversations = 50;

    const string Columns = """
        c.id, c.site_id as site, c.name, c.language, c.grp as "group", c.value, c.notes, c.first_seen_at as first_seen,
            (select min(a.value) from addresses a where a.customer_id = c.id and a.kind in ('email', 'phone')) as address
        """;

    /// <summary>The newest first; with words, those whose name and addresses hold them all.</summary>
    /// <param name="before">Only those older than this one.</param>
    public Task<List<CustomerSummary>> FindAsync(string? sought, Id? site, Id? before, int limit, CancellationToken ct)
    {
        var with = new DynamicParameters(new { limit });
        List<string> conditions = ["1 = 1"];
        foreach (var (i, word) in Folding.Words(sought).Index())
        {
            conditions.Add($"c.folded like @word{i} escape '!'");
            with.Add($"word{i}", Folding.Anywhere(word));
        }

        if (site is { } only)
        {
            conditions.Add("c.site_id = @site");
            with.Add("site", only.Value);
        }

        if (before is { } last)
        {
            conditions.Add("c.id < @before");
            with.Add("before", last.Value);
        }

        return database.ReadAsync(sql => sql.QueryAsync<CustomerSummary>($"select {Columns} from customers c where {string.Join(" and ", conditions)} order by c.id desc limit @limit", with), ct);
    }

    /// <exception cref="RefusedException">There is no such customer.</exception>
    public async Task<Customer> ReadAsync(Id id, CancellationToken ct) =>
        await database.ReadAsync(sql => ReadAsync(sql, id), ct) with
        {
            Conversations = await conversations.ReadAsync(new ConversationQuery(ListKind.All, null, ShownConversations).OfCustomer(id), ct),
        };

    public async Task<Customer> ChangeAsync(Id id, CustomerRequest request, CancellationToken ct)
    {
        var faults = new Faults();
        var name = faults.OptionalLine("name", request.Name, LongestName);
        var notes = faults.Text("notes", request.Notes, LongestNotes);
        faults.AddIf(request.Language is { Length: > 0 } tag && !LanguageTag.IsWellFormed(tag), "language", "This should be a language tag such as \"da\".");
        var group = faults.OptionalLine("group", request.Group, LongestGroup);
        faults.AddIf(request.Value is < 0 or > 10, "value", "A value is 1 (ordinary) to 10; 0 takes it away.");
        faults.ThrowIfAny();
        await database.WriteAsync(async sql =>
        {
            var before = await ReadAsync(sql, id);
            await sql.ExecuteAsync("update customers set name = @name, notes = @notes, language = @language, grp = @group, value = @value where id = @id", new
            {
                id,
                name = request.Name is null ? before.Name : name,
                notes = request.Notes is null ? before.Notes : notes,
                language = request.Language is null ? before.Language : request.Language is { Length: > 0 } ? request.Language : null,
                group = request.Group is null ? before.Group : group,
                value = request.Value is null ? before.Value : request.Value is > 0 ? request.Value : null,
            });
            await CustomerDirectory.FoldAsync(sql, id);
        }, ct);
        return await AnnounceAsync(id, ct);
    }

    /// <summary>Adds an address that an agent was told; it counts as unverified.</summary>
    public async Task<Customer> AddAddressAsync(Id id, AddressRequest request, CancellationToken ct)
    {
        var value = request.Kind switch
        {
            AddressKind.Email => AddressText.Email(request.Value) ?? throw RefusedException.Invalid("value", "This should be an email address."),
            AddressKind.Phone => AddressText.Phone(request.Value) ?? throw RefusedException.Invalid("value", "This should be a phone number with its country code, such as +45 12 34 56 78."),
            _ => throw RefusedException.Invalid("kind", "An email address or a phone number can be added."),
        };
        await database.WriteAsync(async sql =>
        {
            var customer = await ReadAsync(sql, id);
            if (!await directory.AddAsync(sql, customer.Site, id, request.Kind, value, verified: false, time.GetUtcNow())
                && await CustomerDirectory.FindAsync(sql, customer.Site, request.Kind, value) != id)
            {
                throw RefusedException.Conflict("address-taken", "Another customer has this address.");
            }

            await CustomerDirectory.FoldAsync(sql, id);
        }, ct);
        return await ReadAsync(id, ct);
    }

    // A name stands in the desks' lists of conversations, too.
    async Task<Customer> AnnounceAsync(Id id, CancellationToken ct)
    {
        var customer = await ReadAsync(id, ct);
        foreach (var conversation in customer.Conversations.Where(conversation => conversation.State != ConversationState.Closed))
        {
            desks.Tell("conversation", conversation);
        }

        return customer;
    }

    static async Task<Customer> ReadAsync(Sql sql, Id id)
    {
        var customer = await sql.FirstAsync<Customer>($"select {Columns} from customers c where c.id = @id", new { id }) ?? throw RefusedException.NotFound("customer");
        var addresses = await sql.QueryAsync<AddressRow>("select kind, value, verified from addresses where customer_id = @id order by id", new { id });
        return customer with
        {
            Addresses = addresses.ConvertAll(row => new CustomerAddress(row.Kind, row.Kind == AddressKind.Browser ? row.Value[..Math.Min(ShownOfBrowser, row.Value.Length)] : row.Value, row.Verified)),
            Orders = await OrderList.OfCustomerAsync(sql, id),
        };
    }

    sealed record AddressRow
    {
        public AddressKind Kind { get; init; }
        public string Value { get; init; } = "";
        public bool Verified { get; init; }
    }
}
