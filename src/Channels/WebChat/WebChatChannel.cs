using Kanal.Centre.Delivery;

namespace Kanal.Channels.WebChat;

/// <summary>Chat on the site's own pages: messages come in over HTTP and go out on the visitor's event stream.</summary>
public sealed class WebChatChannel : IChannel
{
    public string Kind => "chat";
}
