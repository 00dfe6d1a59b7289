using System.Net;
using Kanal.Centre.Storage;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Conversations;
using Kanal.Product.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Product.Tests.Customers;

public sealed class CustomerTests(KanalHost kanal) : IClassFixture<KanalHost>
{
    [Theory]
    [InlineData("Åse Sørensen", "sorensen aase")]
    [InlineData("Łukasz Żak", "lukasz zak")]
    public async Task A_customer_is_found_by_name_however_it_is_written(string name, string sought)
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var id = await MakeAsync(client);
        await client.PutAsync($"/customers/{id}", new { name });
        Assert.Contains(id, (await client.GetAsync($"/customers?q={Uri.EscapeDataString(sought)}")).Each("id"));
    }

    [Fact]
    public async Task A_customer_is_found_by_address()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var id = await MakeAsync(client);
        await client.PostAsync($"/customers/{id}/addresses", new { kind = "email", value = " Aase@Example.COM " });
        await client.PostAsync($"/customers/{id}/addresses", new { kind = "phone", value = "0045 12-34 56 78" });
        Assert.Equal([id], (await client.GetAsync("/customers?q=aase@example.com")).Each("id"));
        Assert.Equal([id], (await client.GetAsync("/customers?q=12345678")).Each("id"));
    }

    [Fact]
    public async Task An_address_is_one_customers_alone_within_a_site()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var (first, second) = (await MakeAsync(client), await MakeAsync(client));
        var address = new { kind = "email", value = "one@example.com" };
        await kanal.Services.GetRequiredService<Database>().WriteAsync(sql => sql.ExecuteAsync(
            "update customers set site_id = (select min(id) from sites) where id in (@first, @second)", new { first = Id.Parse(first, null), second = Id.Parse(second, null) }), CancellationToken.None);
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync($"/customers/{first}/addresses", address)).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync($"/customers/{first}/addresses", address)).Status);
        var taken = await client.PostAsync($"/customers/{second}/addresses", address);
        Assert.Equal((HttpStatusCode.Conflict, "address-taken"), (taken.Status, taken.Problem));
    }

    [Theory]
    [InlineData("email", "no address", "value")]
    [InlineData("email", "two@@example.com", "value")]
    [InlineData("email", "Bo <bo@example.com>", "value")]
    [InlineData("phone", "12 34 56 78", "value")]
    [InlineData("browser", "token", "kind")]
    public async Task What_is_no_address_is_refused(string kind, string value, string field)
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        Assert.Single((await client.PostAsync($"/customers/{await MakeAsync(client)}/addresses", new { kind, value })).Errors(field));
    }

    [Fact]
    public async Task Notes_are_written_without_touching_the_name()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var id = await MakeAsync(client);
        await client.PutAsync($"/customers/{id}", new { name = "Bo" });
        var noted = await client.PutAsync($"/customers/{id}", new { notes = "Likes ferries" });
        Assert.Equal(("Bo", "Likes ferries"), (noted["name"], noted["notes"]));
        Assert.Null((await client.PutAsync($"/customers/{id}", new { name = "" }))["name"]);
    }

    [Fact]
    public async Task A_customer_has_their_conversations()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var id = await MakeAsync(client);
        await client.PutAsync($"/customers/{id}", new { name = "Anna" });
        var conversation = Assert.Single((await client.GetAsync($"/customers/{id}")).Body.GetProperty("conversations").EnumerateArray());
        Assert.Equal("Anna", conversation.GetProperty("customer").GetProperty("name").GetString());
    }

    async Task<string> MakeAsync(ApiClient client)
    {
        var (_, conversation) = await NewConversation.MakeAsync(kanal, client);
        var customer = await kanal.Services.GetRequiredService<Database>().ReadAsync(
            sql => sql.FirstAsync<Id>("select customer_id from conversations where id = @conversation", new { conversation }), CancellationToken.None);
        return customer.ToString();
    }
}
