using Kanal.Channels.Email.Imap;
using Kanal.Channels.Email.Servers;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Email;

/// <summary>A mail server that dies: servers of its own for each test.</summary>
[OnOneEngine]
public sealed class MailDeathTests
{
    static readonly CancellationToken _ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_killed_in_the_middle_of_a_letter_is_said_and_the_letter_is_read_again()
    {
        await using var servers = new MailServers();
        await servers.InitializeAsync();
        await MailServers.PutInOrderAsync(servers.Imap(), "Subject: small\n\nHej\n", $"Subject: large\n\n{string.Concat(Enumerable.Repeat(new string('x', 70) + "\n", 500_000))}");

        uint first, second;
        await using (var mailbox = await OpenAsync(servers))
        {
            await mailbox.SelectAsync("INBOX", readOnly: true, _ct);
            var uids = await mailbox.UidsAfterAsync(0, _ct);
            (first, second) = (uids[0], uids[1]);
            var half = new KillingStream(servers);
            var fault = await Assert.ThrowsAsync<MailFault>(() => mailbox.FetchToAsync(second, half, _ct));
            Assert.Equal(MailFaultKind.Closed, fault.Kind);
            Assert.True(fault.Passing);
            Assert.False(mailbox.IsOpen);
            Assert.InRange(half.Written, 1, 34_000_000);
        }

        await servers.StartAgainAsync();
        await using var again = await OpenAsync(servers);
        await again.SelectAsync("INBOX", readOnly: true, _ct);
        Assert.Equal([second], await again.UidsAfterAsync(first, _ct));
        Assert.True(await again.FetchToAsync(second, Stream.Null, _ct) > 35_000_000);
    }

    [Fact]
    public async Task Who_waits_for_news_hears_that_the_server_is_gone()
    {
        await using var servers = new MailServers();
        await servers.InitializeAsync();
        await using var mailbox = await OpenAsync(servers);
        await mailbox.SelectAsync("INBOX", readOnly: true, _ct);
        var waiting = mailbox.IdleAsync(_ct);
        servers.KillDovecot();
        var fault = await Assert.ThrowsAsync<MailFault>(() => waiting);
        Assert.Equal(MailFaultKind.Closed, fault.Kind);

        var nobody = await Assert.ThrowsAsync<MailFault>(() => OpenAsync(servers));
        Assert.Equal(MailFaultKind.CannotConnect, nobody.Kind);
        Assert.StartsWith("Nothing listens at localhost on port", nobody.Message, StringComparison.Ordinal);
    }

    static Task<ImapConnection> OpenAsync(MailServers servers) => ImapConnection.OpenAsync(servers.Imap(), TimeProvider.System, _ct);

    /// <summary>Kills the server after the first of it.</summary>
    sealed class KillingStream(MailServers servers) : MemoryStream
    {
        public long Written { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Written == 0)
            {
                servers.KillDovecot();
            }

            Written += buffer.Length;
            return ValueTask.CompletedTask;
        }
    }
}
