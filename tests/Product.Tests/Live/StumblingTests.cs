using System.Net;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Live;

/// <summary>What is done again and again goes on after it has stumbled once.</summary>
public sealed class StumblingTests
{
    readonly TestClock _clock = new();

    [Fact]
    public async Task A_stream_ends_with_the_role_it_was_opened_with_though_that_could_not_be_looked_up_before()
    {
        await using var here = await Fjordrejser.FoundAsync(_clock);
        var agent = await here.Organisation.NewAgentAsync();
        var email = (await agent.GetAsync($"/agents/{agent.Id}"))["email"];
        await using var stream = await agent.ListenAsync();
        await StumbleAsync(here, "keys", TimeSpan.FromSeconds(31));
        (await here.Organisation.Administrator.PutAsync($"/agents/{agent.Id}", new { name = agent.Name, email, role = "supervisor" })).Expect(HttpStatusCode.OK);
        await Asking.UntilAsync(() => Task.FromResult(stream.Ended.IsCompleted), () => _clock.Advance(TimeSpan.FromSeconds(31)));
    }

    [Fact]
    public async Task Answers_that_could_not_be_thrown_away_at_first_are_thrown_away_later()
    {
        await using var here = await Fjordrejser.FoundAsync(_clock);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/agents")
        {
            Content = System.Net.Http.Json.JsonContent.Create(new { name = "Bo", email = "bo@fjordrejser.example", role = "agent" }),
            Headers = { { "Idempotency-Key", "once" }, { "Authorization", $"Bearer {here.Organisation.Administrator.Bearer}" } },
        };
        using var answer = await here.Organisation.Http.SendAsync(request);
        Assert.Equal(1, (await here.RowsAsync())["kept_answers"]);
        await StumbleAsync(here, "kept_answers", TimeSpan.FromHours(1));
        await Asking.UntilAsync(async () => (await here.RowsAsync())["kept_answers"] == 0, () => _clock.Advance(TimeSpan.FromHours(1)));
    }

    async Task StumbleAsync(Fjordrejser here, string table, TimeSpan after)
    {
        await here.Kanal.Storage.SqlAsync($"alter table {table} rename to mislaid");
        _clock.Advance(after);
        for (var i = 0; i < 20; i++)
        {
            (await here.Organisation.NewVisitor().MenuAsync()).Expect(HttpStatusCode.OK);
        }

        await here.Kanal.Storage.SqlAsync($"alter table mislaid rename to {table}");
    }
}
