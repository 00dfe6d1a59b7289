using Kanal.Centre.Conversations;

namespace Kanal.Centre.Storage;

/// <summary>Heads of conversations as the last batches left them, while nobody else writes to the file.</summary>
sealed class KnownHeads
{
    const int Most = 5_000;

    readonly Dictionary<Id, ConversationHead> _heads = [];
    long _version;

    /// <param name="version">Of the file's contents, as another process's writes change it.</param>
    public void Meet(long version)
    {
        if (version != _version || _heads.Count > Most)
        {
            _heads.Clear();
            _version = version;
        }
    }

    public ConversationHead? Find(Id conversation) => _heads.GetValueOrDefault(conversation);

    public void Learn(ConversationHead head) => _heads[head.Id] = head;

    public void Clear() => _heads.Clear();
}
