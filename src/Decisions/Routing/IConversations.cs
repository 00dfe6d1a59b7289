using System.Collections;

namespace Kanal.Decisions.Routing;

/// <summary>All that wait or are an agent's. Whoever drives the router and has them at hand by id anyway may be the one who finds them.</summary>
interface IConversations : IEnumerable<Conversation>
{
    int Count { get; }

    Conversation? Find(long id);

    /// <summary>For one of whose id there is none yet.</summary>
    void Add(Conversation conversation);

    /// <summary>For one that is there.</summary>
    void Remove(Conversation conversation);
}

/// <summary>In a table of its own.</summary>
sealed class ConversationTable : IConversations
{
    readonly ById<Conversation> _byId = [];

    public int Count => _byId.Count;

    public Conversation? Find(long id) => _byId.Find(id);

    public void Add(Conversation conversation) => _byId.Add(conversation.Id, conversation);

    public void Remove(Conversation conversation) => _byId.Remove(conversation.Id);

    public IEnumerator<Conversation> GetEnumerator() => _byId.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
