using Kanal.Centre.Storage;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Conversations;

/// <summary>Reads messages of which no word came, as they would have been told.</summary>
public sealed class MissingMessages(Messages messages, Timeline timeline, ILogger<MissingMessages> log)
{
    /// <param name="until">The first that is there again.</param>
    /// <returns>Nothing where they can't be read now.</returns>
    internal async Task<List<ToldMessage>> ReadAsync(Id conversation, long from, long until)
    {
        try
        {
            var count = (int)Math.Min(until - from, 500);
            var said = await messages.AfterAsync(conversation, until - count - 1, count, CancellationToken.None);
            var (entries, _) = await timeline.ReadAsync(conversation, until, count, CancellationToken.None);
            var shown = entries.Where(entry => entry.Kind == EntryKind.Message).ToDictionary(entry => entry.Sequence);
            return [.. said.Where(message => shown.ContainsKey(message.Sequence)).Select(message => new ToldMessage(message, new EntryAdded(conversation, shown[message.Sequence])))];
        }
        catch (Exception trouble)
        {
            log.LogWarning("Messages of {Conversation} that were missed could not be read: {Reason}", conversation, trouble.Message);
            return [];
        }
    }
}
