using System.Diagnostics;
using System.Net;
using System.Text;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.WebChat;

public sealed class FileTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    static readonly byte[] _picture = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];

    [Fact]
    public async Task A_picture_goes_with_a_message_and_comes_back_byte_for_byte()
    {
        var visitor = await here.Organisation.NewConversationAsync();
        var file = (await visitor.UploadAsync(_picture, "skib.png", "image/png")).Expect(HttpStatusCode.Created);
        (await visitor.SayAsync("", files: file["id"]!)).Expect(HttpStatusCode.Created);
        Assert.Equal("skib.png", (await visitor.HistoryAsync()).Rows[1].Body.GetProperty("files")[0].GetProperty("name").GetString());
        using var answer = await DownloadAsync(visitor, file["id"]!);
        Assert.Equal(_picture, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("page.html", "<html><script>alert(1)</script></html>")]
    [InlineData("page.txt", "<!doctype html><script>alert(1)</script>")]
    [InlineData("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("picture.png", "<svg onload='alert(1)'/>")]
    [InlineData("program.exe", "MZ and so on")]
    [InlineData("script.sh", "#!/bin/sh")]
    [InlineData("archive.zip", "PK\u0003\u0004 and so on")]
    public async Task What_could_run_is_not_taken(string name, string content)
    {
        var visitor = await here.Organisation.NewConversationAsync();
        var before = await here.RowsAsync();
        Assert.Equal("file-type-refused", (await visitor.UploadAsync(Encoding.UTF8.GetBytes(content), name, "image/png")).Expect(HttpStatusCode.UnsupportedMediaType).Problem);
        Assert.Empty((await here.RowsAsync()).Except(before));
    }

    [Theory]
    [InlineData("../../../etc/passwd.png")]
    [InlineData("C:\\Windows\\evil.png")]
    [InlineData("invoice\u202egnp.exe")]
    [InlineData("con\u0001trol.png")]
    [InlineData(".png")]
    [InlineData("picture.png.html")]
    public async Task A_hostile_name_is_made_harmless(string name)
    {
        var visitor = await here.Organisation.NewConversationAsync();
        var shown = (await visitor.UploadAsync(_picture, name)).Expect(HttpStatusCode.Created)["name"]!;
        Assert.EndsWith(".png", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(shown, letter => letter is '/' or '\\' or '\u202e' || char.IsControl(letter));
        Assert.True(shown.Length > 4);
    }

    [Fact]
    public async Task Too_much_and_nothing_are_refused()
    {
        var visitor = await here.Organisation.NewConversationAsync();
        var before = await here.RowsAsync();
        Assert.Equal("file-too-large", (await visitor.UploadAsync([.. _picture, .. new byte[10 * 1024 * 1024]], "a.png")).Expect(HttpStatusCode.RequestEntityTooLarge).Problem);
        Assert.Equal("file-empty", (await visitor.UploadAsync([], "a.png")).Expect(HttpStatusCode.BadRequest).Problem);
        Assert.Empty((await here.RowsAsync()).Except(before));
    }

    [Theory]
    [InlineData(13, false)]
    [InlineData(60, false)]
    [InlineData(13, true)]
    [InlineData(60, true)]
    public async Task An_upload_over_the_limit_is_answered_when_it_has_been_sent(int megabytes, bool lengthUntold)
    {
        var visitor = await here.Organisation.NewConversationAsync();
        var before = await here.RowsAsync();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[megabytes * 1024 * 1024]), "file", "film.mp4" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/public/v1/conversations/{visitor.Conversation}/files")
        {
            Content = form,
            Headers = { { "Authorization", $"Bearer {visitor.Bearer}" }, { "Transfer-Encoding", lengthUntold ? ["chunked"] : Array.Empty<string>() } },
        };
        // One that sends everything before it looks for an answer, as browsers do.
        using var answer = await here.Organisation.Http.SendAsync(request);
        Assert.Equal("too-large", (await Reply.OfAsync(answer)).Expect(HttpStatusCode.RequestEntityTooLarge).Problem);
        Assert.Empty((await here.RowsAsync()).Except(before));
        (await visitor.UploadAsync(_picture, "skib.png", "image/png")).Expect(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-H Transfer-Encoding:chunked")]
    [InlineData("-H Expect:")]
    [InlineData("--limit-rate 20M")]
    public async Task Curl_sees_that_an_upload_is_too_large(string how)
    {
        var visitor = await here.Organisation.NewConversationAsync();
        var start = new ProcessStartInfo("bash", ["-c",
            $"head -c 40000000 /dev/zero | curl -s -S -w ' %{{http_code}}' {how} -F 'file=@-;filename=film.mp4' -H 'Authorization: Bearer {visitor.Bearer}' {here.Kanal.Address}public/v1/conversations/{visitor.Conversation}/files"])
        {
            RedirectStandardOutput = true,
        };
        using var curl = Process.Start(start)!;
        var said = await curl.StandardOutput.ReadToEndAsync();
        await curl.WaitForExitAsync();
        Assert.Contains("urn:kanal:problem:too-large", said, StringComparison.Ordinal);
        Assert.EndsWith(" 413", said, StringComparison.Ordinal);
        Assert.Equal(0, curl.ExitCode);
    }

    [Fact]
    public async Task A_file_opens_with_its_own_conversations_token_only()
    {
        var (mine, theirs) = (await here.Organisation.NewConversationAsync(), await here.Organisation.NewConversationAsync());
        var file = (await theirs.UploadAsync(_picture, "pas.png")).Expect(HttpStatusCode.Created)["id"]!;
        (await mine.GetAsync($"/conversations/{theirs.Conversation}/files/{file}")).Expect(HttpStatusCode.Forbidden);
        (await mine.GetAsync($"/conversations/{mine.Conversation}/files/{file}")).Expect(HttpStatusCode.NotFound);
        Assert.NotEmpty((await mine.SayAsync("Se her", files: file)).Expect(HttpStatusCode.BadRequest).Errors("files"));
        (await here.Organisation.Administrator.GetAsync($"/conversations/{mine.Conversation}/files/{file}")).Expect(HttpStatusCode.NotFound);
        (await here.Organisation.Administrator.GetAsync($"/conversations/{theirs.Conversation}/files/{file}")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Something_that_is_no_upload_is_a_bad_request()
    {
        var visitor = await here.Organisation.NewConversationAsync();
        var path = $"/conversations/{visitor.Conversation}/files";
        using var other = new MultipartFormDataContent { { new ByteArrayContent(_picture), "image", "a.png" } };
        (await visitor.SendAsync(HttpMethod.Post, path, other)).Expect(HttpStatusCode.BadRequest);
        (await visitor.PostAsync(path, new { file = "a.png" })).Expect(HttpStatusCode.UnsupportedMediaType);
    }

    async Task<HttpResponseMessage> DownloadAsync(VisitorClient visitor, string file)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/public/v1/conversations/{visitor.Conversation}/files/{file}") { Headers = { { "Authorization", $"Bearer {visitor.Bearer}" } } };
        return await here.Organisation.Http.SendAsync(request);
    }
}
