using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Letters;

/// <summary>An organisation with a mailbox whose letters are handed in over the API, and whose answers go to a server of the test's own.</summary>
public sealed class PostOffice : IAsyncLifetime
{
    readonly SmtpSink _sink = new();

    public Fjordrejser Here { get; } = new();

    public SmtpSink Sink => _sink;

    public AgentClient Agent => Here.Organisation.Administrator;

    public string Mailbox { get; private set; } = "";

    public const string Address = "rejser@fjordrejser.example";

    public async ValueTask InitializeAsync()
    {
        await Here.InitializeAsync();
        Mailbox = await ConnectAsync(Agent, _sink.Port, Address);
    }

    public async ValueTask DisposeAsync()
    {
        await Here.DisposeAsync();
        await _sink.DisposeAsync();
    }

    public static async Task<string> ConnectAsync(AgentClient agent, int port, string address, bool acknowledges = false)
    {
        var site = (await agent.GetAsync("/sites")).Rows[0]["id"];
        return (await agent.PostAsync("/mailboxes", new
        {
            site,
            address,
            name = "Fjordrejser",
            acknowledges,
            plusAddressing = true,
            outgoing = new { host = "127.0.0.1", port, security = "none" },
            signatures = new { da = "Venlig hilsen\nFjordrejser", en = "Kind regards\nFjordrejser" },
        })).Expect(HttpStatusCode.Created)["id"]!;
    }

    /// <summary>Hands a letter in, as a mail server does.</summary>
    public Task<Reply> PostAsync(string letter, string? mailbox = null) => PostAsync(Agent, mailbox ?? Mailbox, letter);

    public static async Task<Reply> PostAsync(AgentClient agent, string mailbox, string letter)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(letter.ReplaceLineEndings("\r\n"))) { Headers = { ContentType = new MediaTypeHeaderValue("message/rfc822") } };
        return await agent.SendAsync(HttpMethod.Post, $"/mailboxes/{mailbox}/letters", content);
    }

    /// <summary>A letter that opened a conversation.</summary>
    public async Task<string> ConversationAsync(string letter) => (await PostAsync(letter)).Expect(HttpStatusCode.Created)["conversation"]!;

    public async Task<Reply[]> EntriesAsync(string conversation) => (await Agent.GetAsync($"/conversations/{conversation}/timeline")).Expect(HttpStatusCode.OK).Rows;

    public async Task<string[]> EventsAsync(string conversation) => [.. (await EntriesAsync(conversation)).Where(entry => entry["kind"] == "event").Select(entry => entry["event.type"]!)];

    public async Task<string[]> MessagesAsync(string conversation) => [.. (await EntriesAsync(conversation)).Where(entry => entry["kind"] == "message").Select(entry => entry["text"]!)];

    /// <summary>A letter with what every letter has, and more in its head.</summary>
    public static string Letter(string from, string subject, string text, string? more = null, string? messageId = null, string to = Address) => $"""
        From: {from}
        To: {to}
        Subject: {subject}
        Date: Mon, 23 Nov 2026 10:00:00 +0100
        Message-ID: <{messageId ?? Guid.NewGuid().ToString("N")}@kunde.example>{(more is null ? "" : "\n" + more)}
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        {text}
        """;
}
