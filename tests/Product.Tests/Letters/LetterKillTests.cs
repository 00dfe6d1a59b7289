using System.Net;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Letters;

public sealed class LetterKillTests
{
    const int Letters = 24;

    [Fact]
    public async Task Letters_are_taken_once_and_answers_sent_once_by_a_server_that_is_killed_among_them()
    {
        await using var sink = new SmtpSink();
        await using var server = await KanalProcess.StartAsync();
        using var organisation = await Organisation.OnAsync(server.Address);
        var agent = organisation.Administrator;
        var mailbox = await PostOffice.ConnectAsync(agent, sink.Port, PostOffice.Address);
        var letters = Enumerable.Range(0, Letters).Select(i => PostOffice.Letter($"Kunde {i} <kunde{i}@kunde.example>", $"Sag {i}", $"Spørgsmål {i}", messageId: $"sag{i}")).ToList();

        // Killed in the middle of taking them in: what was answered is there, and all are handed in again as a mail server does.
        await DieAfterAsync(server, 8, letters.Select(letter => (Func<Task<Reply>>)(() => PostOffice.PostAsync(agent, mailbox, letter))));
        var taken = await Task.WhenAll(letters.Select(letter => PostOffice.PostAsync(agent, mailbox, letter)));
        var conversations = taken.Select(answer => answer["conversation"]!).ToList();
        Assert.Equal(Letters, conversations.Distinct().Count());
        Assert.Equal(Letters, (await agent.GetAsync("/conversations?limit=200")).Rows.Length);

        // And in the middle of answering: nobody knows which answers were acknowledged, so all are said again.
        await DieAfterAsync(server, 8, conversations.Select(conversation => (Func<Task<Reply>>)(() => agent.SayAsync(conversation, "Svar", "answer"))));
        await using var desk = await agent.ListenAsync();
        Assert.All(await Task.WhenAll(conversations.Select(conversation => agent.SayAsync(conversation, "Svar", "answer"))), answer => Assert.True(answer.Status is HttpStatusCode.Created or HttpStatusCode.OK));
        foreach (var conversation in conversations)
        {
            var mine = await MineAsync(agent, conversation);
            while (mine["letter.state"] is not ("sent" or "uncertain"))
            {
                await desk.NextAsync("delivery");
                mine = await MineAsync(agent, conversation);
            }

            var sent = sink.All.Count(letter => letter["In-Reply-To"] == $"<sag{conversations.IndexOf(conversation)}@kunde.example>");
            Assert.True(mine["letter.state"] == "sent" ? sent == 1 : sent <= 1, $"It was sent {sent} times and is {mine["letter.state"]}.");
        }
    }

    static async Task<Reply> MineAsync(AgentClient agent, string conversation)
    {
        var entries = (await agent.GetAsync($"/conversations/{conversation}/timeline")).Expect(HttpStatusCode.OK).Rows;
        Assert.Equal(["visitor", "agent"], entries.Where(entry => entry["kind"] == "message").Select(entry => entry["from"]));
        return entries.Single(entry => entry["letter.mine"] == "true");
    }

    static async Task DieAfterAsync(KanalProcess server, int answers, IEnumerable<Func<Task<Reply>>> calls)
    {
        using var enough = new SemaphoreSlim(0);
        var all = Task.WhenAll(calls.Select(async call =>
        {
            try
            {
                await call();
                enough.Release();
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException)
            {
                // Killed before it could answer.
            }
        }));
        for (var i = 0; i < answers; i++)
        {
            await enough.WaitAsync();
        }

        await server.KillAsync();
        await all;
        await server.StartAgainAsync();
    }
}
