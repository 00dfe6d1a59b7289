using Kanal.Centre.Delivery;
using Kanal.Centre.Letters;

namespace Kanal.Web.Demo.Simulation;

/// <summary>Takes every letter and sends none: the demo writes to nobody outside. What is for <c>nobody@…</c> is refused, so that one can see how that looks.</summary>
sealed class PretendedPost(TimeProvider time) : ISend
{
    static readonly TimeSpan _aMoment = TimeSpan.FromSeconds(2);

    public async Task<SendOutcome> SendAsync(MailAccess mailbox, OutboundLetter letter, IReadOnlyList<string> recipients, Func<Task> handing, CancellationToken ct)
    {
        await Task.Delay(_aMoment, time, ct);
        await handing();
        return new SendOutcome([.. recipients.Select(Answer)]);
    }

    static RecipientOutcome Answer(string address) => address.StartsWith("nobody@", StringComparison.Ordinal)
        ? new RecipientOutcome(address, SendResult.Permanent, "550 5.1.1 No such user here")
        : new RecipientOutcome(address, SendResult.Accepted, "250 2.0.0 Taken (the demo sends nothing)");
}
