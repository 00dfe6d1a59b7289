using System.Net;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Routing;

public sealed class RoutingSettingsTests(Fjordrejser here) : IClassFixture<Fjordrejser>, IAsyncLifetime
{
    AgentClient Administrator => here.Organisation.Administrator;

    public async ValueTask InitializeAsync() => await here.Organisation.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_channel_that_is_left_out_is_as_usual_and_rings_as_all_do()
    {
        var set = (await Administrator.PutAsync("/routing", new { offerSeconds = 30, channels = new[] { new { channel = "email", weight = 10, maximum = 8 } } })).Expect(HttpStatusCode.OK);
        Assert.Contains("""{"channel":"chat","weight":33,"maximum":3,"interruptible":false,"idleMinutes":5,"targetSeconds":20,"offerSeconds":30,"autoAccept":false}""", set["channels"], StringComparison.Ordinal);
        Assert.Contains("""{"channel":"email","weight":10,"maximum":8,"interruptible":true,""", set["channels"], StringComparison.Ordinal);
        Assert.Equal(set["channels"], (await Administrator.GetAsync("/routing"))["channels"]);
        Assert.Equal("changed-meanwhile", (await Administrator.PutAsync("/routing", new { version = set.Number("version") - 1 })).Expect(HttpStatusCode.Conflict).Problem);
    }

    [Theory]
    [InlineData("channels[0].weight", """{"channels":[{"channel":"chat","weight":101}]}""")]
    [InlineData("channels[0].maximum", """{"channels":[{"channel":"chat","maximum":0}]}""")]
    [InlineData("channels[0].targetSeconds", """{"channels":[{"channel":"chat","targetSeconds":0}]}""")]
    [InlineData("channels[0].offerSeconds", """{"channels":[{"channel":"chat","offerSeconds":4}]}""")]
    [InlineData("channels[0].channel", """{"channels":[{"channel":"fax"}]}""")]
    [InlineData("offerSeconds", """{"offerSeconds":301}""")]
    public async Task What_is_wrong_is_named_by_its_place(string field, string body)
    {
        var refused = await Administrator.SendAsync(HttpMethod.Put, "/routing", new StringContent(body, null, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotEmpty(refused.Errors(field));
    }

    [Fact]
    public async Task An_agent_without_a_number_of_their_own_takes_as_many_chats_as_the_channel_says()
    {
        var agent = (await Administrator.PostAsync("/agents", new { name = "Bo", email = "bo@fjordrejser.example" })).Expect(HttpStatusCode.Created);
        Assert.Equal(("3", "100", "[]"), (agent["maxChats"], agent["capacity"], agent["channels"]));
        (await Administrator.PutAsync("/routing", new { channels = new[] { new { channel = "chat", maximum = 5 } } })).Expect(HttpStatusCode.OK);
        Assert.Equal("5", (await Administrator.GetAsync($"/agents/{agent["id"]}"))["maxChats"]);
    }

    [Fact]
    public async Task A_number_of_chats_is_the_maximum_of_their_channel()
    {
        var agent = (await Administrator.PostAsync("/agents", new { name = "Eva", email = "eva@fjordrejser.example", maxChats = 2, channels = new[] { new { channel = "email", allowed = false } } })).Expect(HttpStatusCode.Created);
        Assert.Equal("2", agent["maxChats"]);
        var more = (await Administrator.PutAsync($"/agents/{agent["id"]}", new { name = "Eva", email = "eva@fjordrejser.example", maxChats = 4, capacity = 120 })).Expect(HttpStatusCode.OK);
        Assert.Equal("""[{"channel":"chat","maximum":4,"allowed":true},{"channel":"email","allowed":false}]""", more["channels"]);
        var kept = (await Administrator.PutAsync($"/agents/{agent["id"]}", new { name = "Eva Holm", email = "eva@fjordrejser.example" })).Expect(HttpStatusCode.OK);
        Assert.Equal(("4", "120", more["channels"]), (kept["maxChats"], kept["capacity"], kept["channels"]));
        var none = (await Administrator.PutAsync($"/agents/{agent["id"]}", new { name = "Eva", email = "eva@fjordrejser.example", channels = new[] { new { channel = "chat", allowed = false } } })).Expect(HttpStatusCode.OK);
        Assert.Equal("0", none["maxChats"]);
    }

    [Theory]
    [InlineData("capacity", """{"name":"Bo","email":"bo2@fjordrejser.example","capacity":0}""")]
    [InlineData("channels[0].weight", """{"name":"Bo","email":"bo2@fjordrejser.example","channels":[{"channel":"chat","weight":0}]}""")]
    [InlineData("channels[0].channel", """{"name":"Bo","email":"bo2@fjordrejser.example","channels":[{"channel":"fax"}]}""")]
    [InlineData("skills", """{"name":"Bo","email":"bo2@fjordrejser.example","skills":[{"skill":"language:da","level":7}]}""")]
    [InlineData("teams", """{"name":"Bo","email":"bo2@fjordrejser.example","teams":["0000000000001"]}""")]
    public async Task What_is_wrong_about_an_agent_is_named_by_its_place(string field, string body)
    {
        var refused = await Administrator.SendAsync(HttpMethod.Post, "/agents", new StringContent(body, null, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotEmpty(refused.Errors(field));
    }

    [Fact]
    public async Task A_customer_has_a_group_and_a_value()
    {
        var visitor = await here.Organisation.NewConversationAsync();
        var customer = (await Administrator.SeeAsync(visitor.Conversation))["customer.id"];
        var changed = (await Administrator.PutAsync($"/customers/{customer}", new { group = "VIP", value = 8 })).Expect(HttpStatusCode.OK);
        Assert.Equal(("VIP", "8"), (changed["group"], changed["value"]));
        Assert.NotEmpty((await Administrator.PutAsync($"/customers/{customer}", new { value = 11 })).Expect(HttpStatusCode.BadRequest).Errors("value"));
        var cleared = (await Administrator.PutAsync($"/customers/{customer}", new { group = "", value = 0 })).Expect(HttpStatusCode.OK);
        Assert.Equal((null, null), (cleared["group"], cleared["value"]));
    }
}
