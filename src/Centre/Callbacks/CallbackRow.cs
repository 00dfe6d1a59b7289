using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;
using Kanal.Decisions.Phones;

namespace Kanal.Centre.Callbacks;

/// <summary>A callback as its row has it. Where it stands follows from its conversation, so it is kept once.</summary>
sealed record CallbackRow
{
    public const string Open = "open";

    public const string Select = """
        select cb.*, c.state as standing, c.agent_id, c.queue_id, c.customer_id,
            exists (select 1 from offers o where o.conversation_id = c.id and o.state = 'pending') as offered
        from callbacks cb join conversations c on c.id = cb.conversation_id
        """;

    public Id ConversationId { get; init; }
    public Id SiteId { get; init; }
    public string Number { get; init; } = "";
    public CallbackKind Kind { get; init; }
    public string State { get; init; } = "";
    public DateTimeOffset? SlotAt { get; init; }
    public DateTimeOffset NotBefore { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public int Attempts { get; init; }
    public DateTimeOffset AskedAt { get; init; }
    public DateTimeOffset? RemindedAt { get; init; }
    public ConversationState Standing { get; init; }
    public Id? AgentId { get; init; }
    public Id QueueId { get; init; }
    public Id CustomerId { get; init; }
    public bool Offered { get; init; }

    public bool IsOpen => State == Open;

    public bool IsHeld => Standing is ConversationState.Assigned or ConversationState.WrapUp;

    public static Task<CallbackRow?> FindAsync(Sql sql, Id conversation) => sql.FirstAsync<CallbackRow>($"{Select} where cb.conversation_id = @conversation", new { conversation });

    /// <summary>Ends an open callback, if there is one; a slot that it held is free again.</summary>
    public static async Task<bool> EndAsync(Sql sql, Id conversation, CallbackState how)
    {
        if (await FindAsync(sql, conversation) is not { IsOpen: true } row
            || !await sql.ChangesOneAsync("update callbacks set state = @how where conversation_id = @conversation and state = 'open'", new { conversation, how = how.Text() }))
        {
            return false;
        }

        if (how == CallbackState.Cancelled && row.SlotAt is { } slot)
        {
            await CallbackSlots.ReleaseAsync(sql, row.SiteId, slot);
        }

        return true;
    }

    public Callback ToCallback()
    {
        var state = StateNow();
        return new()
        {
            Number = Number,
            NumberText = PhoneNumber.Shown(Number),
            Kind = Kind,
            State = state,
            Slot = SlotAt is { } slot ? CallbackSlot.From(slot) : null,
            NotBefore = state == CallbackState.Planned ? NotBefore : null,
            Attempts = Attempts,
        };
    }

    CallbackState StateNow() => IsOpen
        ? Standing switch
        {
            ConversationState.Planned => CallbackState.Planned,
            ConversationState.Queued => Offered ? CallbackState.Offered : CallbackState.Waiting,
            _ => CallbackState.Calling,
        }
        : Enum.Parse<CallbackState>(State, ignoreCase: true);
}
