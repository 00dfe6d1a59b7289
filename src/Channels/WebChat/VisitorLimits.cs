using System.Net;
using Kanal.Centre;
using Kanal.Centre.Access;
using Kanal.Centre.Storage;
using Microsoft.AspNetCore.Http;

namespace Kanal.Channels.WebChat;

/// <summary>Holds back floods from one visitor, so that nobody else waits for them.</summary>
sealed class VisitorLimits(TimeProvider time)
{
    // A person types a message a second at most; a paste of many lines or a program gets this far before it has to wait.
    readonly Floodgate<Id> _messages = new(perSecond: 20, burst: 100, time);
    readonly Floodgate<Id> _signals = new(perSecond: 20, burst: 200, time);
    readonly Floodgate<Id> _files = new(perSecond: 1, burst: 20, time);

    // An office or a mobile network may stand behind one address, so this is wide.
    readonly Floodgate<IPAddress> _starts = new(perSecond: 50, burst: 500, time);
    readonly Floodgate<string> _visitorStarts = new(perSecond: 0.5, burst: 20, time);

    public void Message(Id conversation) => Hold(_messages.Refuses(conversation));

    public void Signal(Id conversation) => Hold(_signals.Refuses(conversation));

    public void File(Id conversation) => Hold(_files.Refuses(conversation));

    public void Start(HttpContext context, string? visitor)
    {
        Hold(_starts.Refuses(context.Connection.RemoteIpAddress ?? IPAddress.None));
        if (visitor is not null)
        {
            Hold(_visitorStarts.Refuses(visitor));
        }
    }

    static void Hold(TimeSpan? wait)
    {
        if (wait is { } pause)
        {
            throw new RefusedException(Refusal.TooMany, "too-many", "That was too much at once. Wait a moment and try again.") { RetryAfter = pause };
        }
    }
}
