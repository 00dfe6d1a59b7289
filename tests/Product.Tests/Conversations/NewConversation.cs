using Kanal.Centre.Storage;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;
using Kanal.Product.Tests.Sites;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Product.Tests.Conversations;

static class NewConversation
{
    /// <summary>A site and an empty conversation on it, for tests of what hangs on conversations and not of conversations.</summary>
    public static async Task<(Id Site, Id Conversation)> MakeAsync(KanalHost kanal, ApiClient client)
    {
        var site = (await NewSite.MakeAsync(client)).Id;
        var ids = kanal.Services.GetRequiredService<IdSource>();
        var (customer, conversation) = (ids.Next(), ids.Next());
        await kanal.Services.GetRequiredService<Database>().WriteAsync(async sql =>
        {
            await sql.ExecuteAsync("insert into customers (id, site_id, folded, notes, first_seen_at) values (@customer, @site, '', '', 0)", new { customer, site });
            await sql.ExecuteAsync("""
                insert into conversations (id, site_id, queue_id, customer_id, state, channel, language, menu_kept, facts, opened_at, last_sequence, last_at, read_by_agent, read_by_visitor)
                select @conversation, @site, min(id), @customer, 'queued', 'chat', 'da', true, '{}', 0, 0, 0, 0, 0 from queues
                """, new { conversation, site, customer });
        }, CancellationToken.None);
        return (site, conversation);
    }
}
