using Kanal.Centre.Storage;
using Kanal.Centre.Waits;
using Kanal.Decisions.Menus;

namespace Kanal.Centre.Menus;

/// <summary>
/// Recent menus by their id, so that whoever starts from one is held to its word, and we to ours. In memory only and for a short
/// while, and packed: every menu is kept and few are started from.
/// </summary>
public sealed class ShownMenus(WaitInbox inbox, TimeProvider time)
{
    const int UsualLength = 2048;

    static readonly TimeSpan _while = TimeSpan.FromMinutes(10);

    [ThreadStatic]
    static byte[]? _packing;

    readonly Lock _gate = new();
    MenuShelf _young = new();
    MenuShelf _old = new();
    long _turnedAt = time.GetTimestamp();

    public void Remember(ShownMenu menu)
    {
        var packed = _packing ?? new byte[UsualLength];
        var length = PackedQuestion.Pack(menu.Question, ref packed);
        _packing = packed;
        lock (_gate)
        {
            // Two generations: what is older than both has been forgotten by visitors as well.
            if (_young.IsFull || time.GetElapsedTime(_turnedAt) > _while)
            {
                (_old, _young, _turnedAt) = (_young, _old, time.GetTimestamp());
                _young.Clear();
            }

            _young.Add(menu, packed.AsSpan(0, length));
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
            return _young.Find(id) ?? _old.Find(id);
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
