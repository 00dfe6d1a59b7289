using Kanal.Centre.Storage;
using Kanal.Centre.Waits;

namespace Kanal.Centre.Menus;

/// <summary>
/// Recent menus by their id, so that whoever starts from one is held to its word, and we to ours. In memory only and for a short
/// while.
/// </summary>
public sealed class ShownMenus(WaitInbox inbox, TimeProvider time)
{
    const int MostInOne = 20_000;

    static readonly TimeSpan _while = TimeSpan.FromMinutes(10);

    readonly Lock _gate = new();
    Dictionary<Id, ShownMenu> _young = [];
    Dictionary<Id, ShownMenu> _old = [];
    long _turnedAt = time.GetTimestamp();

    public void Remember(ShownMenu menu)
    {
        lock (_gate)
        {
            // Two generations: what is older than both has been forgotten by visitors as well.
            if (_young.Count >= MostInOne || time.GetElapsedTime(_turnedAt) > _while)
            {
                (_old, _young, _turnedAt) = (_young, [], time.GetTimestamp());
            }

            _young[menu.Id] = menu;
        }
    }

    /// <summary>Null where it was none of this node's, or too long ago.</summary>
    public ShownMenu? Find(string? menu)
    {
        if (!Id.TryParse(menu, null, out var id))
        {
            return null;
        }

        lock (_gate)
        {
            return _young.GetValueOrDefault(id) ?? _old.GetValueOrDefault(id);
        }
    }

    /// <summary>A conversation was started from a menu: what that said of the wait is what we are held to.</summary>
    public void Followed(ShownMenu menu, string channel, Id conversation)
    {
        if (channel == "chat" && menu.Now.Status.Open && menu.Now.Chat is { Promises: true } wait)
        {
            inbox.Post(conversation, wait);
        }
    }
}
