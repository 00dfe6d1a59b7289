using Kanal.Centre.Storage;
using Kanal.Decisions.Waits;

namespace Kanal.Centre.Waits;

/// <summary>
/// What recent menus said of the wait, by the menu's id, so that whoever starts from one is held to it. In memory only and for
/// a short while; nothing in it is about a person.
/// </summary>
public sealed class ShownMenus(WaitInbox inbox, TimeProvider time)
{
    const int MostInOne = 50_000;

    static readonly TimeSpan _while = TimeSpan.FromMinutes(10);

    readonly Lock _gate = new();
    Dictionary<string, ShownWait> _young = [];
    Dictionary<string, ShownWait> _old = [];
    long _turnedAt = time.GetTimestamp();

    public void Remember(string menu, ShownWait wait)
    {
        lock (_gate)
        {
            // Two generations: what is older than both has been forgotten by visitors as well.
            if (_young.Count >= MostInOne || time.GetElapsedTime(_turnedAt) > _while)
            {
                (_old, _young, _turnedAt) = (_young, [], time.GetTimestamp());
            }

            _young[menu] = wait;
        }
    }

    /// <summary>A conversation was started from a menu: what that said of the wait is what we are held to.</summary>
    public void Followed(string menu, Id conversation)
    {
        if (Find(menu) is { Promises: true } wait)
        {
            inbox.Post(conversation, wait);
        }
    }

    ShownWait? Find(string menu)
    {
        lock (_gate)
        {
            return _young.GetValueOrDefault(menu) ?? _old.GetValueOrDefault(menu);
        }
    }
}
