using Kanal.Decisions.Routing;

namespace Kanal.Centre.Routing;

/// <summary>Somebody wants to know what the router holds, after all that has happened so far; it changes nothing.</summary>
sealed record RouterLook : RoutingEvent
{
    readonly TaskCompletionSource<RouterHolds?> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Null where the router starts anew and can't say.</summary>
    public Task<RouterHolds?> Answer => _answer.Task;

    public void Tell(RoutingState state)
    {
        var snapshot = state.Snapshot();
        _answer.TrySetResult(new RouterHolds([.. snapshot.Waiting.Select(waiting => waiting.Conversation)], [.. snapshot.Assigned.Select(held => held.Conversation)]));
    }

    public void GiveUp() => _answer.TrySetResult(null);
}

/// <summary>The conversations that the router knows.</summary>
sealed record RouterHolds(HashSet<long> Waiting, HashSet<long> Held);
