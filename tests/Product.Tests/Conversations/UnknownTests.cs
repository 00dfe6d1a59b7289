using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Kanal.Product.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Product.Tests.Conversations;

public sealed partial class UnknownTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    const string Root = "/api/v1/conversations/{id}";
    const string Nobody = "06fxqm2t8k7c1";

    // What each call takes; the others take nothing.
    static readonly Dictionary<string, object> _bodies = new()
    {
        ["POST /messages"] = new { clientId = "one", text = "Hej" },
        ["POST /notes"] = new { clientId = "one", text = "Husk billetten" },
        ["POST /typing"] = new { typing = true },
        ["POST /read"] = new { sequence = 1 },
        ["PUT /draft"] = new { text = "" },
        ["POST /transfer"] = new { queue = "0000000000001" },
        ["POST /callback"] = new { number = "+4532123456" },
        ["POST /callback/outcome"] = new { outcome = "reached" },
        ["POST /show"] = new { clientId = "one", url = "https://fjordrejser.example/terms" },
        ["POST /phone-code"] = new { code = "123456" },
        ["POST /wrap-up"] = new { outcome = "solved" },
        ["POST /forward"] = new { clientId = "one", text = "Kan du svare?", to = new[] { "en@anden.example" }, sequence = 1 },
        ["POST /split"] = new { from = 2 },
        ["POST /merge"] = new { into = "0000000000001" },
        ["POST /spam"] = new { },
    };

    public static TheoryData<string> Calls { get; } =
    [
        "GET ", "GET /assignments", "GET /timeline", "GET /messages", "GET /files/{file}", "POST /messages", "POST /notes", "POST /typing", "POST /read", "PUT /draft",
        "POST /take", "POST /transfer", "POST /wrap-up", "POST /reopen", "POST /files",
        "GET /callback", "POST /callback", "DELETE /callback", "GET /callback/slots", "POST /callback/call", "POST /callback/outcome",
        "POST /show", "GET /shown", "POST /phone-code", "POST /article", "GET /articles", "GET /decision",
        "GET /reply", "POST /forward", "GET /participants", "DELETE /participants/{address}", "GET /letters/{letter}", "GET /letters/{letter}/original",
        "GET /letters/{letter}/attempts", "POST /letters/{letter}/retry", "POST /split", "POST /merge", "POST /moves/{move}/undo", "POST /spam", "DELETE /spam",
    ];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_conversation_that_is_not_there_is_not_found(string call)
    {
        var (method, path) = (call.Split(' ')[0], call.Split(' ')[1]);
        var before = await here.RowsAsync();
        using HttpContent? content = path == "/files" ? Upload() : _bodies.TryGetValue(call, out var body) ? JsonContent.Create(body) : null;
        var answer = await here.Organisation.Administrator.SendAsync(new HttpMethod(method), $"/conversations/{Nobody}{Parameter().Replace(path, Nobody)}", content);
        Assert.Equal("not-found", answer.Expect(HttpStatusCode.NotFound).Problem);
        Assert.Empty((await here.RowsAsync()).Except(before));
    }

    [Fact]
    public void Every_call_about_a_conversation_is_tried_above()
    {
        var there = here.Kanal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith(Root, StringComparison.Ordinal))
            .Select(endpoint => $"{endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods[0]} {endpoint.RoutePattern.RawText![Root.Length..].TrimEnd('/')}");
        Assert.Equal(there.Order(), Calls.Select(row => row.Data).Order());
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Parameter();

    static MultipartFormDataContent Upload() => new() { { new ByteArrayContent("Hej"u8.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("text/plain") } }, "file", "hej.txt" } };
}
