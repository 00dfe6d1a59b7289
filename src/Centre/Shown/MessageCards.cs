using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Shown;

/// <summary>The cards of messages as rows.</summary>
static class MessageCards
{
    public static async Task<MessageCard?> FindAsync(Sql sql, Id conversation, Author author, string clientId) => Json.To<MessageCard>(await sql.FirstAsync<string>(
        "select card from message_cards where conversation_id = @conversation and author = @author and client_id = @clientId", new { conversation, author = author.Text(), clientId }));

    public static Task AddAsync(Sql sql, Id conversation, Author author, string clientId, MessageCard card) => sql.ExecuteAsync(
        "insert into message_cards (conversation_id, author, client_id, card) values (@conversation, @author, @clientId, @card)",
        new { conversation, author = author.Text(), clientId, card = Json.From(card) });
}
