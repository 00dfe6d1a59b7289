using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;

namespace Kanal.Web.Demo.Simulation;

/// <summary>Listens to a conversation's event stream on the visitor's side.</summary>
sealed class VisitorEar(KanalClient kanal, string conversation, Pace pace)
{
    const double PauseBetweenMessages = 2.5;

    readonly Mailbox<Heard> _heard = new();

    public async Task ListenAsync(CancellationToken ct)
    {
        try
        {
            await foreach (var (name, data) in kanal.EventsAsync($"{conversation}/events", ct))
            {
                Hear(name, data);
            }
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException or OperationCanceledException)
        {
            // The connection is gone, and with it the visitor.
        }

        _heard.Put(new Heard(null, true));
    }

    /// <summary>What an agent says before falling silent; empty when nobody says anything within <paramref name="patience"/>, null when it is over.</summary>
    public async Task<IReadOnlyList<Message>?> AgentAsync(TimeSpan patience, CancellationToken ct)
    {
        var said = new List<Message>();
        while (await _heard.NextAsync(said.Count == 0 ? patience : pace.Of(PauseBetweenMessages), ct) is { } heard)
        {
            if (heard.Over)
            {
                return said.Count > 0 ? said : null;
            }

            if (heard.Message is { } message)
            {
                said.Add(message);
            }
        }

        return said;
    }

    void Hear(string name, string data)
    {
        if (name == "message" && Json.To<Message>(data) is { From: Author.Agent } message)
        {
            _heard.Put(new Heard(message, false));
        }
        else if (name == "typing")
        {
            _heard.Put(new Heard(null, false));
        }
        else if (name == "closed")
        {
            _heard.Put(new Heard(null, true));
        }
    }

    /// <param name="Message">Null where somebody only types.</param>
    sealed record Heard(Message? Message, bool Over);
}
