using System.Globalization;
using System.Net;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Planning;

public sealed class HistoryKillTests
{
    const int Answered = 6;
    const int Left = 4;
    const int Kills = 2;

    [Fact]
    public async Task A_server_killed_while_it_counts_has_counted_everybody_once_afterwards()
    {
        await using var server = await KanalProcess.StartAsync();
        using var organisation = await Organisation.OnAsync(server.Address);
        var agent = await organisation.NewAvailableAgentAsync();
        for (var visitor = 0; visitor < Answered; visitor++)
        {
            var comes = await organisation.NewConversationAsync();
            (await agent.TakeAsync(comes.Conversation)).Expect(HttpStatusCode.OK);
            (await agent.SayAsync(comes.Conversation, "Ja")).Expect(HttpStatusCode.Created);
            (await agent.WrapUpAsync(comes.Conversation)).Expect(HttpStatusCode.OK);
        }

        await agent.PresenceAsync("offline");
        for (var visitor = 0; visitor < Left; visitor++)
        {
            (await (await organisation.NewConversationAsync()).EndAsync()).Expect(HttpStatusCode.NoContent);
        }

        var line = (await organisation.Administrator.GetAsync("/entry-points")).Rows.First(entry => entry["channel"] == "chat");
        var path = $"/planning/history?site={line["site"]}&queue={line["queue"]}&channel=chat&from={Planner.Text(Planner.Today.AddDays(-1))}&to={Planner.Text(Planner.Today)}";
        for (var kill = 0; kill < Kills; kill++)
        {
            // Each of them counts the day anew, so that whenever it is killed it is in the middle of one.
            var counting = Enumerable.Range(0, 4).Select(_ => CountAgainAndAgainAsync(organisation.Administrator, path)).ToList();
            await Asking.UntilAsync(() => organisation.Administrator.GetAsync(path), history => history.Status == HttpStatusCode.OK);
            await server.KillAsync();
            await Task.WhenAll(counting);
            await server.StartAgainAsync();
        }

        var counted = (0, 0, 0, 0);
        await Asking.UntilAsync(() => organisation.Administrator.GetAsync(path), history => (counted = Figures(history)) == (Answered + Left, Answered, Left, Answered));
        Assert.Equal(counted, Figures(await organisation.Administrator.GetAsync(path)));
    }

    static async Task CountAgainAndAgainAsync(AgentClient who, string path)
    {
        try
        {
            while (true)
            {
                await who.GetAsync(path);
            }
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            // It was killed.
        }
    }

    static (int Offered, int Answered, int Left, int Handled) Figures(Reply history) =>
        (Sum(history, "offered"), Sum(history, "answered"), Sum(history, "abandoned"), Sum(history, "handled"));

    static int Sum(Reply history, string member) => history.Rows.Sum(row => int.Parse(row[member]!, CultureInfo.InvariantCulture));
}
