using System.Net;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Articles;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Shown;

/// <summary>A site with something to show, an agent, and a visitor in a conversation.</summary>
public sealed class ShowingSite(Fjordrejser here, AgentClient agent, VisitorClient visitor, string site)
{
    public AgentClient Agent => agent;

    public VisitorClient Visitor => visitor;

    public static async Task<ShowingSite> OnAsync(Fjordrejser here)
    {
        var agent = await here.Organisation.NewAgentAsync();
        var visitor = await here.Organisation.NewConversationAsync("Min kuffert er væk");
        (await agent.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        return new ShowingSite(here, agent, visitor, await new Editor(here.Organisation, here.Organisation.Administrator).SiteAsync());
    }

    public Task<string> NewGuideAsync() => PublishedAsync("guide", new
    {
        title = "Move your trip",
        steps = new object[] { new { title = "Open your booking" }, new { title = "Choose a date" }, new { title = "Pay" } },
    });

    public Task<string> NewFormAsync() => PublishedAsync("form", new
    {
        title = "Report lost luggage",
        fields = new object[]
        {
            new { key = "booking", kind = "text", label = "Booking number", required = true, pattern = "[A-Z]{2}[0-9]{6}", patternHint = "two letters and six digits" },
            new { key = "what", kind = "choice", label = "What happened?", required = true, choices = new object[] { new { key = "lost", label = "It never came" }, new { key = "torn", label = "It is damaged" } } },
            new { key = "picture", kind = "file", label = "A picture" },
        },
    });

    public async Task<string> PublishedAsync(string kind, object content, string audience = "everyone")
    {
        var administrator = here.Organisation.Administrator;
        var article = (await administrator.PostAsync("/articles", new { kind, site, audience, language = "en", content })).Expect(HttpStatusCode.Created)["id"]!;
        (await administrator.PostAsync($"/articles/{article}/publish", Editor.Nothing)).Expect(HttpStatusCode.OK);
        return article;
    }

    public Task<Reply> ShowAsync(string article, string? clientId = null) =>
        agent.PostAsync($"/conversations/{visitor.Conversation}/show", new { clientId = clientId ?? VisitorClient.NewClientId(), article });

    public Task<Reply> ShowPageAsync(string url, string? title = null) =>
        agent.PostAsync($"/conversations/{visitor.Conversation}/show", new { clientId = VisitorClient.NewClientId(), url, title });

    /// <summary>The id of what was shown last.</summary>
    public async Task<string> LastAsync() => (await ShownAsync())[^1]["shown"]!;

    public async Task<Reply[]> ShownAsync() => (await agent.GetAsync($"/conversations/{visitor.Conversation}/shown")).Expect(HttpStatusCode.OK).Rows;

    public Task<Reply> TellAsync(string shown, int? step = null, int? filled = null) => visitor.PostAsync($"/conversations/{visitor.Conversation}/shown/{shown}", new { step, filled });

    public Task<Reply> SendAsync(string shown, object fields, string? clientId = null) =>
        visitor.PostAsync($"/conversations/{visitor.Conversation}/shown/{shown}/form", new { clientId = clientId ?? VisitorClient.NewClientId(), fields });
}
