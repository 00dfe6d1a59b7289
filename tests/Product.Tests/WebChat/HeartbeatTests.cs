using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.WebChat;

public sealed class HeartbeatTests
{
    // The turns that streams take in saying that they live.
    const int Turns = 50;

    [Fact]
    public async Task Every_stream_on_which_nothing_happens_says_within_twenty_seconds_that_it_lives()
    {
        var clock = new TestClock();
        await using var here = await Fjordrejser.FoundAsync(clock);
        var visitor = await here.Organisation.NewConversationAsync();
        using var hall = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var streams = await Task.WhenAll(Enumerable.Range(0, Turns + 3).Select(_ => OpenAsync(here.Organisation.Http, visitor, hall.Token)));
        for (var turn = 0; turn < Turns; turn++)
        {
            clock.Advance(TimeSpan.FromSeconds(20) / Turns);
        }

        await Task.WhenAll(streams.Select(async stream =>
        {
            using var lines = new StreamReader(stream);
            while (await lines.ReadLineAsync(hall.Token) != ": ping")
            {
                // Its beginning.
            }
        }));
    }

    static async Task<Stream> OpenAsync(HttpClient http, VisitorClient visitor, CancellationToken ct)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/public/v1/conversations/{visitor.Conversation}/events") { Headers = { { "Authorization", $"Bearer {visitor.Bearer}" } } };
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(ct);
    }
}
