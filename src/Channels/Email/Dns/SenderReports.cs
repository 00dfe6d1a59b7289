using Kanal.Centre.Delivery;
using Kanal.Centre.Letters;

namespace Kanal.Channels.Email.Dns;

/// <summary>What others find of a mailbox's domain, with what to enter where something is missing.</summary>
sealed class SenderReports(SenderLook look) : ILookAtSenders
{
    public async Task<SenderReport> LookAsync(MailAccess mailbox, string? selector, CancellationToken ct)
    {
        var domain = mailbox.Address[(mailbox.Address.LastIndexOf('@') + 1)..];
        var under = selector ?? SenderAdvice.SelectorAt(mailbox.Outgoing?.Host);
        var advice = new SenderAdvice(domain, under, mailbox.Outgoing?.Host);
        var findings = await look.AtAsync(domain, under, ct);
        return new SenderReport(domain, under, [.. findings.Select(finding => finding with { Enter = advice.For(finding) })]);
    }
}
