using System.Net;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Deflections;

/// <summary>A visitor who looks for an answer before writing.</summary>
public sealed class Reader(VisitorClient visitor)
{
    public VisitorClient Visitor => visitor;

    public static async Task<Reader> NewAsync(Fjordrejser here)
    {
        var visitor = here.Organisation.NewVisitor();
        (await visitor.MenuAsync()).Expect(HttpStatusCode.OK);
        return new Reader(visitor);
    }

    public async Task IsShownAsync(params string[] shown) => (await TellAsync(new { visitor = visitor.Visitor, language = "en", shown })).Expect(HttpStatusCode.NoContent);

    public async Task ReadsAsync(string article, bool? helped = null) =>
        (await TellAsync(new { visitor = visitor.Visitor, language = "en", read = article, helped })).Expect(HttpStatusCode.NoContent);

    public Task<Reply> TellAsync(object visit) => visitor.PostAsync($"/sites/{Organisation.Site}/visits", visit);
}
