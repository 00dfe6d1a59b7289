using System.Globalization;
using System.Net.Sockets;
using Kanal.Centre.Letters;
using Kanal.Channels.Email.Servers;

namespace Kanal.Channels.Email.Smtp;

/// <summary>A signed-in connection to a server that takes mail, for one message after the other. Every failure is a <see cref="MailFault"/>.</summary>
public sealed class SmtpConnection : IAsyncDisposable
{
    static readonly TimeSpan _forGoodbye = TimeSpan.FromSeconds(2);

    readonly MailServerSettings _settings;
    readonly MailWire _wire;
    readonly SmtpTalk _talk;

    SmtpConnection(MailServerSettings settings, MailWire wire) => (_settings, _wire, _talk) = (settings, wire, new SmtpTalk(wire, settings));

    public SmtpOffers Offers { get; private set; } = SmtpOffers.None;

    /// <summary>Whether another message may be sent; false once the connection failed.</summary>
    public bool IsOpen => _wire.IsOpen;

    public static async Task<SmtpConnection> OpenAsync(MailServerSettings settings, TimeProvider time, CancellationToken ct)
    {
        var connection = new SmtpConnection(settings, await MailWire.OpenAsync(settings, time, ct));
        try
        {
            await connection.BeginAsync(ct);
            return connection;
        }
        catch
        {
            await connection._wire.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends one message.</summary>
    /// <param name="from">Where reports go; empty for none, as for reports themselves.</param>
    /// <param name="recipients">Those it goes to, whatever its head says.</param>
    /// <param name="message">Can be sought in; sent from where it stands to its end.</param>
    /// <exception cref="MailFault">It was not sent to anybody. Where that is not known, the outcome says so instead.</exception>
    public async Task<SmtpOutcome> SendAsync(string from, IReadOnlyList<string> recipients, Stream message, CancellationToken ct)
    {
        var sender = SmtpAddress.Of(from, mayBeEmpty: true);
        var to = recipients.Select(recipient => SmtpAddress.Of(recipient)).ToList();
        var needs = await SmtpNeeds.OfAsync(message, ct);
        if (Offers.LargestMessage is { } largest && needs.Size > largest)
        {
            throw new MailFault(MailFaultKind.TooLarge, $"The message is too large for {_settings.Host}: it has {needs.Size} bytes of at most {largest}.");
        }

        if (((needs.Utf8 || !sender.All(char.IsAscii)) && !Offers.Utf8) || (needs.EightBit && !Offers.EightBit))
        {
            throw new MailFault(MailFaultKind.Refused, $"{_settings.Host} takes only messages in plain ASCII.");
        }

        var outcome = await new SmtpSending(_talk, _settings, Offers).SendAsync(sender, to, needs, message, ct);
        return outcome with { Recipients = [.. outcome.Recipients.Zip(recipients, (recipient, given) => recipient with { Address = given })] };
    }

    /// <summary>Says goodbye, unless the server is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_wire.IsOpen)
        {
            try
            {
                await _talk.AskAsync("QUIT", _forGoodbye, CancellationToken.None);
            }
            catch (MailFault)
            {
                // Everything that mattered has been answered before.
            }
        }

        await _wire.DisposeAsync();
    }

    async Task BeginAsync(CancellationToken ct)
    {
        Good(await _talk.GreetingAsync(ct));
        await HelloAsync(ct);
        if (_settings.Security == MailSecurity.StartTls)
        {
            if (!Offers.StartTls)
            {
                throw new MailFault(MailFaultKind.NoTls, $"{_settings.Host} offers no STARTTLS on port {_settings.PortText}: everybody on the way could read along.");
            }

            Good(await _talk.AskAsync("STARTTLS", ct));
            await _wire.SecureAsync(ct);
            // What was offered before may have been put there by anybody.
            await HelloAsync(ct);
        }

        await SmtpSignIn.SignInAsync(_talk, _settings, Offers, ct);
    }

    async Task HelloAsync(CancellationToken ct)
    {
        Offers = SmtpOffers.None;
        var reply = await _talk.AskAsync($"EHLO {OwnName()}", ct);
        if (reply.IsGood)
        {
            Offers = SmtpOffers.Read(reply);
        }
        else
        {
            Good(reply.Code is 500 or 502 or 504 ? await _talk.AskAsync($"HELO {OwnName()}", ct) : reply);
        }
    }

    string OwnName() => _settings.OwnName ?? (_wire.Local switch
    {
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } six => string.Create(CultureInfo.InvariantCulture, $"[IPv6:{six.ToString().Split('%')[0]}]"),
        { } four => $"[{four.MapToIPv4()}]",
        null => "localhost",
    });

    void Good(SmtpReply reply)
    {
        if (!reply.IsGood)
        {
            throw new MailFault(reply.IsTemporary ? MailFaultKind.Unavailable : MailFaultKind.Refused, $"{_settings.Host} refused: {reply}");
        }
    }
}
