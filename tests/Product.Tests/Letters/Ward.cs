using System.Net;
using Kanal.Centre.Letters;
using Kanal.Channels.Email.Dns;
using Kanal.Channels.Email.Servers;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Email;
using Kanal.Product.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Product.Tests.Letters;

/// <summary>An organisation with a mailbox at Dovecot, which stumbles over letters about poison and asks a name server of the test's own.</summary>
public sealed class Ward : IAsyncLifetime
{
    public const string Address = "orders@example.test";
    public const string Poison = "Gift";

    readonly ScriptedResolver _names = new();

    public MailServers Servers { get; } = new();

    public MailServerSettings Inbox => Servers.Imap(Address, "secret6");

    public Fjordrejser Here { get; private set; } = null!;

    public AgentClient Agent => Here.Organisation.Administrator;

    public string Mailbox { get; private set; } = "";

    /// <summary>Whether what was wrong with us is mended.</summary>
    public bool IsMended { get; set; }

    public async ValueTask InitializeAsync()
    {
        await Servers.InitializeAsync();
        Here = await Fjordrejser.FoundAsync(parts: parts =>
        {
            var real = parts.Last(part => part.ServiceType == typeof(IReadLetters)).ImplementationType!;
            parts.AddSingleton<IReadLetters>(host => new Stumbling(this, (IReadLetters)ActivatorUtilities.CreateInstance(host, real)));
            parts.AddTransient(host => new DnsClient([_names.Address], TimeProvider.System, TimeSpan.FromSeconds(10)));
        });
        _names.Text("example.test", "v=spf1 a:old.example.test +all").Text("_dmarc.example.test", "v=DMARC1; p=reject");
        Mailbox = (await Agent.PostAsync("/mailboxes", new
        {
            site = (await Agent.GetAsync("/sites")).Rows[0]["id"],
            address = Address,
            acknowledges = false,
            incoming = new { host = Inbox.Host, port = Inbox.Port, security = "implicit", user = Inbox.User, secret = Inbox.Password, fingerprint = Inbox.TrustedFingerprint },
            outgoing = new { host = "smtp.office365.com", port = 587, security = "startTls" },
        })).Expect(HttpStatusCode.Created)["id"]!;
    }

    public Task<Reply> SeeAsync() => Agent.GetAsync($"/mailboxes/{Mailbox}");

    public async ValueTask DisposeAsync()
    {
        if (Here is not null)
        {
            await Here.DisposeAsync();
        }

        await Servers.DisposeAsync();
        _names.Dispose();
    }

    sealed class Stumbling(Ward ward, IReadLetters real) : IReadLetters
    {
        public InboundLetter Read(Stream raw) =>
            real.Read(raw) is var letter && (ward.IsMended || letter.Subject != Poison) ? letter : throw new InvalidOperationException("Nobody has thought of this.");

        public LetterHead Head(Stream raw) => real.Head(raw);
    }
}
