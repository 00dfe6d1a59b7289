using System.Net;
using System.Net.Http.Headers;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;
using Kanal.Product.Tests.Imports;

namespace Kanal.Product.Tests.HelpCentre;

public sealed class LogoTests(Fjordrejser here) : IClassFixture<Fjordrejser>, IDisposable
{
    readonly Reader _reader = new(here.Kanal);

    [Fact]
    public async Task A_logo_stands_in_the_help_centre_for_everybody_until_it_is_taken_away()
    {
        var site = await SiteAsync();
        var logo = (await SetAsync(site, Zipped.Picture, "fjord.png")).Expect(HttpStatusCode.OK)["look.logo"]!;
        (await _reader.HelpAsync("/en")).Expect(HttpStatusCode.OK).Says($"<img src=\"{logo}\" alt=\"Fjordrejser\"");
        var picture = (await _reader.ReadAsync(logo)).Expect(HttpStatusCode.OK);
        Assert.Equal((Zipped.Picture.Length, "image/png", "nosniff"), (picture.Bytes, picture["Content-Type"], picture["X-Content-Type-Options"]));

        // Whoever changes the look otherwise does not lose it, and can't lead it elsewhere.
        var changed = await here.Organisation.Administrator.PutAsync($"/sites/{site}", new { look = new { accent = "#123456", logo = "https://elsewhere.example/x.png" } });
        Assert.Equal((logo, "#123456"), (changed.Expect(HttpStatusCode.OK)["look.logo"], changed["look.accent"]));

        var other = (await SetAsync(site, Zipped.Picture, "fjord.png")).Expect(HttpStatusCode.OK)["look.logo"]!;
        Assert.NotEqual(logo, other);
        (await _reader.ReadAsync(logo)).Expect(HttpStatusCode.NotFound);
        Assert.Null((await here.Organisation.Administrator.DeleteAsync($"/sites/{site}/logo")).Expect(HttpStatusCode.OK)["look.logo"]);
        (await _reader.HelpAsync("/en")).Says("<strong>Fjordrejser</strong>").DoesNotSay(other);
        (await _reader.ReadAsync(other)).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_no_small_picture_is_refused_and_changes_nothing()
    {
        var site = await SiteAsync();
        Assert.Equal("logo-too-large", (await SetAsync(site, [.. Zipped.Picture, .. new byte[30 * 1024]], "large.png")).Expect(HttpStatusCode.RequestEntityTooLarge).Problem);
        Assert.Equal("logo-type-refused", (await SetAsync(site, "Logo"u8.ToArray(), "logo.txt")).Expect(HttpStatusCode.UnsupportedMediaType).Problem);
        Assert.Equal("file-type-refused", (await SetAsync(site, "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "logo.svg")).Expect(HttpStatusCode.UnsupportedMediaType).Problem);
        (await SetAsync("0000000000001", Zipped.Picture, "fjord.png")).Expect(HttpStatusCode.NotFound);
        (await _reader.ReadAsync("/files/logos/..%2f..%2fkanal.db")).Expect(HttpStatusCode.NotFound);
        var agent = await here.Organisation.NewAgentAsync();
        (await SetAsync(site, Zipped.Picture, "fjord.png", agent)).Expect(HttpStatusCode.Forbidden);
    }

    public void Dispose() => _reader.Dispose();

    async Task<string> SiteAsync() => (await here.Organisation.Administrator.GetAsync("/sites")).Rows[0]["id"]!;

    async Task<Reply> SetAsync(string site, byte[] content, string name, AgentClient? by = null)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } }, "file", name } };
        return await (by ?? here.Organisation.Administrator).SendAsync(HttpMethod.Put, $"/sites/{site}/logo", form);
    }
}
