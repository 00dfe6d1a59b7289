using System.Diagnostics;

namespace Kanal.Bench;

/// <summary>Messages accepted a second over HTTP, each on disk before its answer, against an endpoint that only echoes.</summary>
static class Accepting
{
    const int Connections = 64;
    const int Conversations = 1000;
    const string Text = "Jeg har bestilt turen til Geirangerfjorden, men jeg kan ikke se hvornår færgen sejler hjem igen.";

    public static async Task<AcceptingResult> MeasureAsync(ServerProcess server, Storage storage, Shop shop, Effort effort)
    {
        var conversations = await shop.StartAsync(Conversations);
        await RoundAsync(server, storage, shop, conversations, effort.WarmUp, echo: true);
        await RoundAsync(server, storage, shop, conversations, effort.WarmUp, echo: false);
        // Echo before and after, so that a machine that gets slower or faster meanwhile does not flatter either.
        var before = await RoundAsync(server, storage, shop, conversations, effort.Round / 2, echo: true);
        var accepted = await RoundAsync(server, storage, shop, conversations, effort.Round, echo: false);
        var after = await RoundAsync(server, storage, shop, conversations, effort.Round / 2, echo: true);
        return new(accepted, new((before.PerSecond + after.PerSecond) / 2, (before.Microseconds + after.Microseconds) / 2, 0));
    }

    static async Task<Round> RoundAsync(ServerProcess server, Storage storage, Shop shop, Conversation[] conversations, TimeSpan length, bool echo)
    {
        var used = server.ProcessorTime;
        var usedBeside = storage.ProcessorTime;
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(lane => Task.Run(async () =>
        {
            using var connection = await HttpConnection.OpenAsync(shop.Server);
            var answered = 0;
            for (var turn = lane; clock.Elapsed < length; turn += Connections)
            {
                var conversation = conversations[turn % conversations.Length];
                // As the widget names messages: the time, then chance.
                var id = Guid.CreateVersion7().ToString("N");
                var status = await connection.SendAsync(echo ? conversation.Echo(id, Text) : conversation.Message(id, Text));
                if (status is not (200 or 201))
                {
                    throw new InvalidOperationException($"{(echo ? "The echo" : "A message")} was answered with {status}.");
                }

                answered++;
            }

            return answered;
        })));
        var took = clock.Elapsed;
        return new(counts.Sum() / took.TotalSeconds, (server.ProcessorTime - used).TotalMicroseconds / counts.Sum(), (storage.ProcessorTime - usedBeside).TotalMicroseconds / counts.Sum());
    }
}

/// <param name="Microseconds">Of the server's processor time for each request.</param>
/// <param name="Beside">Microseconds of the database's own processes for each request.</param>
sealed record Round(double PerSecond, double Microseconds, double Beside);

sealed record AcceptingResult(Round Accepted, Round Echoed)
{
    public double Ratio => Accepted.PerSecond / Echoed.PerSecond;
}
