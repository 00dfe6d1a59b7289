using Kanal.Centre.Storage;

namespace Kanal.Centre.Conversations;

/// <summary>
/// A clientId is the name of one message. What comes again under it is the same message, or a mistake that must not look like
/// an acknowledgement. Only repeats are looked at, so that a new message costs nothing more.
/// </summary>
public sealed class SameWords(Database database)
{
    /// <exception cref="RefusedException"><c>client-id-reused</c>: the message with this place says something else.</exception>
    public async Task CheckAsync(Id conversation, long sequence, string text, IReadOnlyList<FileReference> files, CancellationToken ct)
    {
        var there = await database.ReadAsync(sql => sql.FirstAsync<Row>("select text, files from messages where conversation_id = @conversation and sequence = @sequence", new { conversation, sequence }), ct);
        if (there is not null)
        {
            Check(there.Text == text && (Json.To<List<FileReference>>(there.Files) ?? []).Select(file => file.Id).SequenceEqual(files.Select(file => file.Id)));
        }
    }

    internal static void Check(bool same)
    {
        if (!same)
        {
            throw RefusedException.Conflict("client-id-reused", "This clientId was used already, for other words.");
        }
    }

    sealed record Row
    {
        public string Text { get; init; } = "";
        public string? Files { get; init; }
    }
}
