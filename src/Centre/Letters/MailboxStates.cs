using System.Collections.Concurrent;
using Kanal.Centre.Live;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;
using Kanal.Centre.Texts;

namespace Kanal.Centre.Letters;

/// <summary>How the mailboxes fare, as far as this node knows; desks are told of each change.</summary>
public sealed class MailboxStates(DeskFeed desk, TimeProvider time)
{
    static readonly MailboxState _unknown = new() { Incoming = Receiving.Off, Outgoing = Sending.Off, SetAside = 0 };

    readonly ConcurrentDictionary<Id, MailboxState> _states = new();
    readonly Lock _order = new();

    public MailboxState Of(Id mailbox) => _states.GetValueOrDefault(mailbox, _unknown);

    public void Incoming(Id mailbox, Receiving receiving, Sentence? trouble = null) =>
        Set(mailbox, state => state with { Incoming = receiving, Trouble = trouble, Since = time.GetUtcNow() }, state => state.Incoming == receiving && Same(state.Trouble, trouble));

    public void Outgoing(Id mailbox, Sending sending, Sentence? trouble = null) =>
        Set(mailbox, state => state with { Outgoing = sending, OutgoingTrouble = trouble }, state => state.Outgoing == sending && Same(state.OutgoingTrouble, trouble));

    public void Forget(Id mailbox) => _states.TryRemove(mailbox, out _);

    void Set(Id mailbox, Func<MailboxState, MailboxState> change, Func<MailboxState, bool> isSo)
    {
        // What watches a mailbox and what sends from it each change their half of it.
        lock (_order)
        {
            if (isSo(Of(mailbox)))
            {
                return;
            }

            _states[mailbox] = change(Of(mailbox));
        }

        desk.Tell("settings", new SettingsChanged("mailboxes"));
    }

    static bool Same(Sentence? one, Sentence? other) => one?.ToString() == other?.ToString();
}
