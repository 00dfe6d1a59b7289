using Kanal.Centre.Letters;
using Kanal.Centre.Shown;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Conversations;

/// <summary>What agents write: messages that the customer sees and notes that only the desk sees.</summary>
public sealed class Reply(Journal journal, Database database, Lines lines, SameWords same, TimeProvider time)
{
    public Task<Appended> SendAsync(Id conversation, Person agent, string clientId, string text, IReadOnlyList<FileReference> files, CancellationToken ct) =>
        SendAsync(conversation, agent, clientId, text, files, null, null, null, ct);

    /// <summary>A message that goes as a letter, which is on disk already.</summary>
    /// <param name="channel">Null for the conversation's own.</param>
    internal Task<Appended> SendAsync(Id conversation, Person agent, string clientId, string text, IReadOnlyList<FileReference> files, Letter letter, string? channel, CancellationToken ct) =>
        SendAsync(conversation, agent, clientId, text, files, null, letter, channel, ct);

    /// <summary>A message that carries something.</summary>
    /// <param name="card">On disk already, under the same name.</param>
    public Task<Appended> SendAsync(Id conversation, Person agent, string clientId, string text, MessageCard card, CancellationToken ct) =>
        SendAsync(conversation, agent, clientId, text, [], card, null, null, ct);

    async Task<Appended> SendAsync(Id conversation, Person agent, string clientId, string text, IReadOnlyList<FileReference> files, MessageCard? card, Letter? letter, string? channel, CancellationToken ct)
    {
        var state = await StateAsync(conversation, ct) ?? throw RefusedException.NotFound("conversation");
        if (state is ConversationState.Closed)
        {
            throw RefusedException.Conflict("conversation-closed", "This conversation is closed. Reopen it to write.");
        }

        var added = await journal.AppendAsync(new Append(conversation, Author.Agent, agent.Id, agent.Name, OwnName.Of(agent.Id, clientId), text, files, time.GetUtcNow()) { Card = card, Letter = letter, Channel = channel })
            ?? throw RefusedException.NotFound("conversation");
        if (added.Repeat)
        {
            await same.CheckAsync(conversation, added.Sequence, text, files, ct);
        }

        return added;
    }

    /// <summary>Adds a note; the same clientId again gives the same note.</summary>
    public async Task<(Entry Note, bool Repeat)> NoteAsync(Id conversation, Person agent, string clientId, string text, CancellationToken ct)
    {
        _ = await StateAsync(conversation, ct) ?? throw RefusedException.NotFound("conversation");
        var name = OwnName.Of(agent.Id, clientId);
        var (line, repeat) = await database.WriteAsync(async sql =>
        {
            var known = await sql.FirstAsync<Line>(
                "select l.*, a.name as agent_name from lines l left join agents a on a.id = l.agent_id where l.conversation_id = @conversation and l.client_id = @name",
                new { conversation, name });
            return known is null ? (await lines.AddAsync(sql, conversation, Line.Note(agent.Id, agent.Name, name, text)), false) : (known, true);
        }, ct);
        SameWords.Check(line.Text == text);
        if (!repeat)
        {
            lines.Tell(line);
        }

        return (line.ToEntry(), repeat);
    }

    Task<ConversationState?> StateAsync(Id conversation, CancellationToken ct) => database.ReadAsync(async sql =>
        await sql.FirstAsync<string>("select state from conversations where id = @conversation", new { conversation }) is { } state
            ? Enum.Parse<ConversationState>(state, ignoreCase: true)
            : (ConversationState?)null, ct);
}
