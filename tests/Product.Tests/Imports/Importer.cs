using System.Net;
using System.Text;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Articles;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Imports;

/// <summary>Somebody who brings articles in and takes them out.</summary>
public sealed class Importer(Fjordrejser here)
{
    public AgentClient Agent => here.Organisation.Administrator;

    public Task<Reply> UploadAsync(string name, string text, string mode = "drafts", string language = "en") => UploadAsync(name, Encoding.UTF8.GetBytes(text), mode, language);

    public async Task<Reply> UploadAsync(string name, byte[] content, string mode = "drafts", string language = "en")
    {
        var site = await (await Editor.OfAsync(here)).SiteAsync();
        return await Agent.SendAsync(HttpMethod.Post, $"/imports?site={site}&name={Uri.EscapeDataString(name)}&mode={mode}&language={language}", new ByteArrayContent(content));
    }

    /// <summary>Uploads and carries out.</summary>
    public async Task<Reply> TakeAsync(string name, byte[] content, string mode = "drafts", string language = "en")
    {
        var planned = (await UploadAsync(name, content, mode, language)).Expect(HttpStatusCode.Created);
        return await CarriedOutAsync(planned["id"]!);
    }

    public Task<Reply> TakeAsync(string name, string text, string mode = "drafts", string language = "en") => TakeAsync(name, Encoding.UTF8.GetBytes(text), mode, language);

    public async Task<Reply> CarriedOutAsync(string import)
    {
        (await Agent.PostAsync($"/imports/{import}/start", new { })).Expect(HttpStatusCode.Accepted);
        return await Asking.UntilAsync(async () => (await Agent.GetAsync($"/imports/{import}")).Expect(HttpStatusCode.OK), now => now["state"] != "running");
    }

    public async Task<Reply[]> ItemsAsync(Reply import, string condition = "") => (await Agent.GetAsync($"/imports/{import["id"]}/items?limit=200{condition}")).Expect(HttpStatusCode.OK).Rows;

    /// <summary>The sentences about what was refused, each with its file and line.</summary>
    public async Task<string[]> RefusalsAsync(Reply import) => Sentences(await ItemsAsync(import, "&outcome=refused"), "faults");

    public async Task<string[]> NotesAsync(Reply import) => Sentences(await ItemsAsync(import, "&noted=true"), "notes");

    public async Task<byte[]> ExportAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/articles/export") { Headers = { Authorization = new("Bearer", Agent.Bearer) } };
        using var answer = await here.Organisation.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    static string[] Sentences(Reply[] items, string member) =>
        [.. items.SelectMany(item => item.Body.GetProperty(member).EnumerateArray()).Select(fault => $"{fault.GetProperty("file")}{(fault.TryGetProperty("line", out var line) ? $":{line}" : "")} {fault.GetProperty("sentence")}")];
}
