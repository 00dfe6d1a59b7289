using System.Net;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Trouble;

public sealed class BusyTests
{
    // The two seconds that a message may wait are a tenth of one here.
    const int Times = 20;

    [Fact]
    public async Task Where_more_comes_than_can_be_written_it_is_said_early_and_what_was_taken_is_kept()
    {
        await using var here = await Fjordrejser.FoundAsync(new HastyClock(Times));
        var visitor = await here.Organisation.NewConversationAsync();
        var last = 1;
        for (var round = 0; round < 2; round++)
        {
            var (held, release) = (new TaskCompletionSource(), new TaskCompletionSource());
            var slow = here.Database.WriteAsync(async sql =>
            {
                if (here.Database.Engine == "PostgreSQL")
                {
                    await sql.ExecuteAsync("lock table messages in exclusive mode");
                }

                held.SetResult();
                await release.Task;
            }, CancellationToken.None);
            List<Task<Reply>> sent = [];
            try
            {
                await held.Task.WaitAsync(TimeSpan.FromSeconds(10));
                while (!sent.Exists(message => message.IsCompleted))
                {
                    Assert.True(sent.Count < 1000, "Nobody was told.");
                    sent.Add(visitor.SayAsync($"{round}/{sent.Count}"));
                    await Task.WhenAny(sent[^1], Task.Delay(10));
                }

                var refused = (await await Task.WhenAny(sent)).Expect(HttpStatusCode.ServiceUnavailable);
                Assert.Equal(("busy", TimeSpan.FromSeconds(2)), (refused.Problem, refused.Headers!.RetryAfter!.Delta));
                Assert.Equal("busy", (await here.Organisation.NewVisitor().StartAsync("Hej")).Expect(HttpStatusCode.ServiceUnavailable).Problem);

                var health = await here.Kanal.Client.GetStringAsync("/health");
                Assert.Contains("messages wait to be written.", health, StringComparison.Ordinal);
                Assert.Contains("\"good\":false", health, StringComparison.Ordinal);
            }
            finally
            {
                release.SetResult();
            }

            await slow;
            var kept = (await Task.WhenAll(sent)).Where(answer => answer.Status != HttpStatusCode.ServiceUnavailable).Select(answer => answer.Expect(HttpStatusCode.Created).Number("sequence")).ToList();
            last += kept.Count + 1;
            Assert.Equal(last, (await Asking.UntilAsync(() => visitor.SayAsync("Og nu?"), answer => answer.Status == HttpStatusCode.Created)).Number("sequence"));
            Assert.Equal(Enumerable.Range(1, last).Select(place => (long)place), (await visitor.HistoryAsync()).Rows.Select(message => message.Number("sequence")));
        }
    }
}
