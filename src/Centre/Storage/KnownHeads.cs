using Kanal.Centre.Conversations;

namespace Kanal.Centre.Storage;

/// <summary>Heads of conversations as the last batches left them.</summary>
sealed class KnownHeads
{
    const int Most = 5_000;

    readonly Dictionary<Id, ConversationHead> _heads = [];

    /// <summary>All of these, or null where one is not known.</summary>
    public List<ConversationHead>? All(Id[] conversations)
    {
        var heads = new List<ConversationHead>(conversations.Length);
        foreach (var conversation in conversations)
        {
            if (Find(conversation) is not { } head)
            {
                return null;
            }

            heads.Add(head);
        }

        return heads;
    }

    public void Learn(IEnumerable<ConversationHead> heads)
    {
        if (_heads.Count > Most)
        {
            Clear();
        }

        foreach (var head in heads)
        {
            _heads[head.Id] = head;
        }
    }

    public ConversationHead? Find(Id conversation) => _heads.GetValueOrDefault(conversation);

    public void Clear() => _heads.Clear();
}
