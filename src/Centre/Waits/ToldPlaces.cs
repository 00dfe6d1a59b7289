namespace Kanal.Centre.Waits;

/// <summary>What those who wait and listen have been told of their place, so that nobody is told the same twice.</summary>
sealed class ToldPlaces
{
    readonly Lock _order = new();
    readonly Dictionary<long, Told> _told = [];

    /// <summary>A stream begins with this place. Where another one of the conversation was told something else, all are told the next time.</summary>
    public void Begin(Waiter waiter, PlaceInQueue place)
    {
        lock (_order)
        {
            var begins = new Told(waiter, place);
            if (!_told.TryAdd(waiter.Conversation.Value, begins) && _told[waiter.Conversation.Value] != begins)
            {
                _told[waiter.Conversation.Value] = new Told(waiter, null);
            }
        }
    }

    /// <summary>Tells those who listen, if it is news. Who waits a second time is told again, even if it is the same.</summary>
    /// <param name="tell">A stream that has begun by then does not get what it began with; one that begins later has it before its beginning.</param>
    public void Tell(Waiter waiter, PlaceInQueue place, Action tell)
    {
        lock (_order)
        {
            var now = new Told(waiter, place);
            if (_told.GetValueOrDefault(waiter.Conversation.Value) != now)
            {
                _told[waiter.Conversation.Value] = now;
                tell();
            }
        }
    }

    public void Forget(Func<long, bool> isGone)
    {
        lock (_order)
        {
            foreach (var (conversation, _) in _told)
            {
                if (isGone(conversation))
                {
                    _told.Remove(conversation);
                }
            }
        }
    }

    sealed record Told(Waiter Waiter, PlaceInQueue? Place);
}
