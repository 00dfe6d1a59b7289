using System.Net;
using Kanal.Centre.Conversations;
using Kanal.Product.Tests.Hosting;
using Npgsql;

namespace Kanal.Product.Tests.Cluster;

public sealed class MissedMessageTests(TwoNodes nodes) : IClassFixture<TwoNodes>
{
    [OnPostgres]
    public async Task What_desks_were_told_when_words_were_missed_is_not_told_again_by_a_reading_that_had_begun()
    {
        var agent = await nodes.AtA.NewAgentAsync();
        var visitor = await nodes.AtA.NewConversationAsync();
        (await agent.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        await using var desk = await agent.At(nodes.AtB.Http).ListenAsync();
        List<ToldMessage> told = [];
        using (nodes.BellB.Hear<ToldMessage>("message", told.Add))
        {
            (await visitor.SayAsync("To")).Expect(HttpStatusCode.Created);
            (await visitor.SayAsync("Tre")).Expect(HttpStatusCode.Created);
            await desk.NextAsync("message", next => next.Number("entry.sequence") == 3);
        }

        nodes.BellB.MissEverywhere();
        await desk.NextAsync("reset");
        await using (var database = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(nodes.A.Storage.Database) { Pooling = false }.ConnectionString))
        {
            await database.OpenAsync();
            await using var held = await database.BeginTransactionAsync();
            await DoAsync(database, "lock table messages in access exclusive mode");
            // The first one's word and the third one's: the second is waited for, and then read.
            nodes.BellA.Ring("message", told[0] with { Message = told[0].Message with { Sequence = 1 }, Entry = told[0].Entry with { Entry = told[0].Entry.Entry with { Sequence = 1 } } });
            nodes.BellA.Ring("message", told[1]);
            await desk.NextAsync("message", next => next.Number("entry.sequence") == 1);
            while (!await DoAsync(database, "select exists (select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')"))
            {
                await Task.Yield();
            }

            nodes.BellB.MissEverywhere();
            await desk.NextAsync("reset");
            Assert.Equal(3, (await desk.NextAsync("message")).Number("entry.sequence"));
        }

        await Asking.UntilAsync(() => nodes.AtB.Administrator.GetAsync($"/conversations/{visitor.Conversation}/messages"), messages => messages.Status == HttpStatusCode.OK);
        // The word of the second comes after all; the third has been told.
        nodes.BellA.Ring("message", told[0]);
        Assert.Equal(2, (await desk.NextAsync("message")).Number("entry.sequence"));
        (await visitor.SayAsync("Fire")).Expect(HttpStatusCode.Created);
        Assert.Equal(4, (await desk.NextAsync("message")).Number("entry.sequence"));
    }

    static async Task<bool> DoAsync(NpgsqlConnection database, string sql)
    {
        await using var command = new NpgsqlCommand(sql, database);
        return await command.ExecuteScalarAsync() is true;
    }
}
