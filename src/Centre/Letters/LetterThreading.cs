using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>
/// Which conversation a letter belongs to, by what can be trusted: first what we signed ourselves; then a letter that is known to us, and
/// answered by somebody who takes part already. The subject alone never decides, for anybody can write one.
/// </summary>
public sealed class LetterThreading(ReplyAddresses addresses)
{
    const int MostReferences = 50;

    internal bool IsOurs(string messageId) => addresses.LetterOf(messageId) is not null;

    internal async Task<Thread?> FindAsync(Sql sql, Id site, InboundLetter letter)
    {
        // The newest reference stands last.
        var named = letter.InReplyTo.Concat(letter.References.Reverse()).Distinct().Take(MostReferences).ToList();
        foreach (var letterOfOurs in named.Select(addresses.LetterOf).OfType<Id>())
        {
            if (await sql.FirstAsync<Id?>("select conversation_id from letters where id = @letterOfOurs and site_id = @site", new { letterOfOurs, site }) is { } conversation)
            {
                return await ReadAsync(sql, site, conversation);
            }
        }

        foreach (var conversation in letter.To.Concat(letter.Cc).Select(to => to.Address).Concat(letter.DeliveredTo).Distinct().Select(addresses.ConversationOf).OfType<Id>())
        {
            if (await ReadAsync(sql, site, conversation) is { } thread)
            {
                return thread;
            }
        }

        return letter.From is { } sender ? await ByReferencesAsync(sql, site, named, sender.Address) : null;
    }

    static async Task<Thread?> ByReferencesAsync(Sql sql, Id site, List<string> named, string sender)
    {
        foreach (var messageId in named)
        {
            // Two letters may bear one Message-ID; only a conversation in which the sender takes part counts.
            var conversation = await sql.FirstAsync<Id?>("""
                select l.conversation_id from letters l where l.site_id = @site and l.message_id = @messageId and l.conversation_id is not null and (
                    exists (select 1 from participants p where p.conversation_id = l.conversation_id and p.address = @sender)
                    or exists (select 1 from conversations c join addresses a on a.customer_id = c.customer_id where c.id = l.conversation_id and a.kind = 'email' and a.value = @sender))
                order by l.id desc limit 1
                """, new { site, messageId, sender });
            if (conversation is { } known && await ReadAsync(sql, site, known) is { } thread)
            {
                return thread;
            }
        }

        return null;
    }

    // What was merged goes on in the other conversation.
    static async Task<Thread?> ReadAsync(Sql sql, Id site, Id conversation)
    {
        for (var hops = 0; hops < 10 && await sql.FirstAsync<Id?>("select to_id from moves where from_id = @conversation and kind = 'merge' and undone_at is null order by id desc limit 1", new { conversation }) is { } next; hops++)
        {
            conversation = next;
        }

        return await sql.FirstAsync<Thread>("""
            select id, channel, language, state from conversations where id = @conversation and site_id = @site
            """, new { conversation, site });
    }

    /// <summary>A conversation as a letter finds it.</summary>
    internal sealed record Thread
    {
        public Id Id { get; init; }
        public string Channel { get; init; } = "";
        public string Language { get; init; } = "";
        public Conversations.ConversationState State { get; init; }
    }
}
