using System.Net.ServerSentEvents;
using System.Text.Json;
using Kanal.Web.Demo;

namespace Kanal.Product.Tests.Web.Demo;

public sealed class PlayTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Seen at a desk, as anybody would see it who watches the demo.</summary>
    [Fact]
    public async Task A_visitor_comes_gets_an_answer_and_is_wrapped_up()
    {
        await using var demo = await DemoHost.StartAsync(new DemoOptions { Speed = 40 });
        using var desk = await StageTests.SignedInAsync(demo.Client.BaseAddress!, "supervisor");
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        end.CancelAfter(Patience);
        await using var stream = await desk.GetStreamAsync("/api/v1/events", end.Token);
        var opened = new HashSet<string>();
        var answered = new HashSet<string>();
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(end.Token))
        {
            var data = JsonDocument.Parse(item.Data).RootElement;
            if (item.EventType == "message")
            {
                var (conversation, entry) = (data.GetProperty("conversation").GetString()!, data.GetProperty("entry"));
                var from = entry.GetProperty("from").GetString();
                _ = from == "visitor" && entry.GetProperty("sequence").GetInt64() == 1 ? opened.Add(conversation) : from == "agent" && opened.Contains(conversation) && answered.Add(conversation);
            }

            if (item.EventType == "conversation" && data.GetProperty("state").GetString() == "closed" && answered.Contains(data.GetProperty("id").GetString()!))
            {
                Assert.Equal(JsonValueKind.String, data.GetProperty("outcome").ValueKind);
                return;
            }
        }

        Assert.Fail("The stream ended before a visitor who had come live was answered and wrapped up.");
    }
}
