using System.Net;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Articles;

/// <summary>Somebody who writes the knowledge base of a site.</summary>
public sealed class Editor(Organisation organisation, AgentClient agent)
{
    public static readonly object Nothing = new();

    static readonly string[] _none = [];

    public AgentClient Agent => agent;

    public static Task<Editor> OfAsync(Fjordrejser here) => Task.FromResult(new Editor(here.Organisation, here.Organisation.Administrator));

    public async Task<string> SiteAsync() => (await agent.GetAsync("/sites")).Each("id")[0];

    public static object Content(string title, string body = "Text.", params string[] questions) => new { title, body, questions, keywords = _none };

    public async Task<Reply> DraftAsync(string title, string body = "Text.", string language = "en", string audience = "everyone", string kind = "article", string[]? questions = null) =>
        (await agent.PostAsync("/articles", new { kind, site = await SiteAsync(), audience, language, content = Content(title, body, questions ?? _none) })).Expect(HttpStatusCode.Created);

    public async Task<Reply> PublishedAsync(string title, string body = "Text.", string language = "en", string audience = "everyone")
    {
        var article = await DraftAsync(title, body, language, audience);
        await PublishAsync(article["id"]!, language);
        return article;
    }

    public Task<Reply> SaveAsync(string article, string language, string title, string? edition = null, int? translatedFrom = null, string body = "Text.") =>
        agent.PutAsync($"/articles/{article}/texts/{language}", new { content = Content(title, body), edition = edition is null ? (long?)null : long.Parse(edition, System.Globalization.CultureInfo.InvariantCulture), translatedFrom });

    public async Task<Reply> PublishAsync(string article, string language, object? how = null) =>
        (await agent.PostAsync($"/articles/{article}/texts/{language}/publish", how ?? Nothing)).Expect(HttpStatusCode.OK);

    public async Task<Reply> TextAsync(string article, string language) =>
        (await agent.GetAsync($"/articles/{article}")).Expect(HttpStatusCode.OK).Body.GetProperty("texts").EnumerateArray().Select(text => new Reply(HttpStatusCode.OK, text)).Single(text => text["language"] == language);

    /// <summary>The ids of what strangers find.</summary>
    public async Task<string[]> FindsAsync(string sought, string language = "en") =>
        (await ReadAsync($"/answers?language={language}&q={Uri.EscapeDataString(sought)}")).Expect(HttpStatusCode.OK).Each("id");

    /// <summary>What a stranger reads of the site.</summary>
    public async Task<Reply> ReadAsync(string path)
    {
        using var answer = await organisation.Http.GetAsync(new Uri($"/public/v1/sites/{Organisation.Site}{path}", UriKind.Relative));
        return await Reply.OfAsync(answer);
    }
}
