using Kanal.Centre.Conversations;

namespace Kanal.Centre.Storage;

/// <summary>Gives a batch of messages their places and writes them, in one transaction.</summary>
/// <param name="repeatsMayBe">Looks first for those that are there already; otherwise the write fails with them.</param>
sealed class JournalBatch(IJournalStore store, Sql sql, bool repeatsMayBe = false)
{
    public async Task<JournalPlaces> PlaceAsync(List<Append> messages)
    {
        var ct = CancellationToken.None;
        Id[] conversations = [.. messages.Select(message => message.Conversation).Distinct().Order()];
        var remembered = repeatsMayBe ? null : store.Remembered(sql, conversations);
        var heads = (remembered ?? await store.HoldAsync(sql, conversations, ct)).ToDictionary(head => head.Id);
        var known = new Dictionary<(Id, string, string), long>();
        foreach (var row in repeatsMayBe ? await store.RepeatsAsync(sql, messages, ct) : [])
        {
            known[(row.ConversationId, row.Author, row.ClientId)] = row.Sequence;
        }

        var placed = new List<JournalRow>(messages.Count);
        var results = messages.ConvertAll(message => Place(message, heads, known, placed));
        IReadOnlyCollection<Id> leftOut = [];
        if (placed.Count > 0)
        {
            var touched = placed.Select(row => row.ConversationId).ToHashSet();
            var reopened = results.Where(added => added is not null && added.After.State != added.Before.State).Select(added => added!.After.Id).ToHashSet();
            leftOut = await store.WriteAsync(sql, new(placed, [.. touched.Order().Select(id => heads[id])], [.. reopened.Select(id => heads[id])], AreHeld: remembered is null), ct);
        }

        return new([.. results], leftOut);
    }

    static Appended? Place(Append message, Dictionary<Id, ConversationHead> heads, Dictionary<(Id, string, string), long> known, List<JournalRow> placed)
    {
        if (!heads.TryGetValue(message.Conversation, out var before))
        {
            return null;
        }

        var name = (message.Conversation, message.Author.Text(), message.ClientId);
        if (known.TryGetValue(name, out var sequence))
        {
            return new Appended(sequence, true, before, before);
        }

        var after = before.After(message);
        heads[message.Conversation] = after;
        known[name] = after.LastSequence;
        placed.Add(JournalRow.For(message, after));
        return new Appended(after.LastSequence, false, before, after);
    }
}
