using System.Net;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Conversations;
using Kanal.Product.Tests.Hosting;
using Kanal.Centre.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Product.Tests.Topics;

public sealed class TopicTests
{
    [Fact]
    public async Task Topics_keep_the_order_they_are_given()
    {
        await using var kanal = await KanalHost.StartAsync();
        using var client = await ApiClient.AdministratorAsync(kanal);
        foreach (var name in (string[])["Booking", "Payment", "Change"])
        {
            await client.PostAsync("/topics", new { name });
        }

        await client.PostAsync("/topics", new { name = "First", position = 0 });
        Assert.Equal(["First", "Booking", "Payment", "Change"], (await client.GetAsync("/topics")).Each("name"));

        var change = (await client.GetAsync("/topics")).Each("id")[3];
        await client.PutAsync($"/topics/{change}", new { name = "Changes", position = 1 });
        var after = await client.GetAsync("/topics");
        Assert.Equal(["First", "Changes", "Booking", "Payment"], after.Each("name"));
        Assert.Equal(["0", "1", "2", "3"], after.Each("position"));

        await client.DeleteAsync($"/topics/{after.Each("id")[0]}");
        Assert.Equal(["0", "1", "2"], (await client.GetAsync("/topics")).Each("position"));
    }

    [Fact]
    public async Task A_name_is_one_topics_alone()
    {
        await using var kanal = await KanalHost.StartAsync();
        using var client = await ApiClient.AdministratorAsync(kanal);
        await client.PostAsync("/topics", new { name = "Ændring" });
        var again = await client.PostAsync("/topics", new { name = " ændring" });
        Assert.Equal((HttpStatusCode.Conflict, "name-taken"), (again.Status, again.Problem));
    }

    [Fact]
    public async Task A_topic_that_conversations_have_stays()
    {
        await using var kanal = await KanalHost.StartAsync();
        using var client = await ApiClient.AdministratorAsync(kanal);
        var topic = await client.PostAsync("/topics", new { name = "Booking" });
        var (_, conversation) = await NewConversation.MakeAsync(kanal, client);
        await kanal.Services.GetRequiredService<Database>().WriteAsync(sql => sql.ExecuteAsync(
            "update conversations set topic_id = @topic where id = @conversation", new { topic = topic.Id, conversation }), CancellationToken.None);
        var refused = await client.DeleteAsync($"/topics/{topic["id"]}");
        Assert.Equal((HttpStatusCode.Conflict, "in-use"), (refused.Status, refused.Problem));
        Assert.Equal(["Booking"], (await client.GetAsync("/topics")).Each("name"));
    }
}
