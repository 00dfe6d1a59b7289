using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>Who takes part in conversations by letter.</summary>
public sealed class Participants(Database database)
{
    const string Columns = "address, name, role";

    public Task<List<Participant>> OfAsync(Id conversation, CancellationToken ct) => database.ReadAsync(sql => OfAsync(sql, conversation), ct);

    /// <summary>Takes somebody out: what they answer from now on is a conversation of its own.</summary>
    public async Task RemoveAsync(Id conversation, string address, CancellationToken ct)
    {
        if (!await database.WriteAsync(sql => sql.ChangesOneAsync("delete from participants where conversation_id = @conversation and address = @address", new { conversation, address }), ct))
        {
            throw RefusedException.NotFound("participant");
        }
    }

    internal static Task<List<Participant>> OfAsync(Sql sql, Id conversation) =>
        sql.QueryAsync<Participant>($"select {Columns} from participants where conversation_id = @conversation order by added_at, address", new { conversation });

    internal static Task<Participant?> FindAsync(Sql sql, Id conversation, string address) =>
        sql.FirstAsync<Participant>($"select {Columns} from participants where conversation_id = @conversation and address = @address", new { conversation, address });

    /// <summary>Whoever is there already stays what they are.</summary>
    internal static async Task AddAsync(Sql sql, Id conversation, IEnumerable<LetterAddress> addresses, ParticipantRole role, DateTimeOffset now)
    {
        foreach (var one in addresses)
        {
            await sql.ExecuteAsync("""
                insert into participants (conversation_id, address, name, role, added_at) values (@conversation, @Address, @Name, @role, @now)
                on conflict (conversation_id, address) do update set name = coalesce(participants.name, excluded.name)
                """, new { conversation, one.Address, one.Name, role = role.Text(), now });
        }
    }

    /// <summary>Those of these that are no mailboxes of ours.</summary>
    internal static async Task<List<LetterAddress>> OutsideAsync(Sql sql, IEnumerable<LetterAddress> addresses)
    {
        var ours = (await sql.QueryAsync<string>("select address from mailboxes")).ToHashSet();
        return [.. addresses.Where(one => !ours.Contains(Plain(one.Address))).DistinctBy(one => one.Address)];
    }

    // What follows a plus sign is ours to choose where the mailbox is ours.
    static string Plain(string address)
    {
        var (plus, at) = (address.IndexOf('+', StringComparison.Ordinal), address.LastIndexOf('@'));
        return plus > 0 && plus < at ? address[..plus] + address[at..] : address;
    }
}

public sealed record Participant
{
    public required string Address { get; init; }
    public string? Name { get; init; }
    public required ParticipantRole Role { get; init; }
}

public enum ParticipantRole
{
    /// <summary>Whose matter it is.</summary>
    Customer,

    /// <summary>Whoever stands in a letter besides.</summary>
    Copied,

    /// <summary>Whom an agent has asked by forwarding a letter; the customer does not see what they answer.</summary>
    Forwarded,
}
