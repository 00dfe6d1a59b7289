using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;
using Kanal.Product.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kanal.Product.Tests.Storage;

/// <summary>The journal remembers conversations as its last batches left them; others write to them too.</summary>
public sealed class RememberedTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    const int Conversations = 12;

    [Fact]
    public async Task Whoever_writes_to_conversations_between_their_messages_no_message_is_lost_doubled_or_out_of_place()
    {
        await using var own = await Fjordrejser.FoundAsync();
        var journal = own.Kanal.Services.GetRequiredService<Journal>();
        var conversations = await ConversationsAsync(own);
        var next = conversations.ToDictionary(id => id, _ => 2L);
        for (var round = 0; round < 20; round++)
        {
            // In some rounds nobody, in some a few, once all: what is remembered is right for none, some or all of a batch.
            await ChangeAsync(own.Database, conversations.Where((_, i) => round % 5 == 4 || (round % 3 == 1 && i % 4 == round % 4)));
            var sent = conversations.SelectMany(id => Enumerable.Range(0, 1 + (round % 3)).Select(i => (id, Message(id, $"{round} {i}")))).ToList();
            var answers = await Task.WhenAll(sent.Select(one => journal.AppendAsync(one.Item2)));
            foreach (var ((id, _), answer) in sent.Zip(answers))
            {
                Assert.Equal((next[id]++, false), (answer!.Sequence, answer.Repeat));
            }
        }

        Assert.All(conversations, id => Assert.Equal(next[id] - 1, SequencesAsync(own.Database, id).Result.Count));
    }

    [Fact]
    public async Task What_others_changed_stays_as_they_left_it()
    {
        await using var own = await Fjordrejser.FoundAsync();
        var journal = own.Kanal.Services.GetRequiredService<Journal>();
        var conversations = await ConversationsAsync(own);
        await Task.WhenAll(conversations.Select(id => journal.AppendAsync(Message(id, "known"))));
        await own.Database.WriteAsync(sql => sql.ExecuteAsync("update conversations set read_by_agent = 1, state = 'wrapUp' where id <= @half", new { half = conversations[5] }), CancellationToken.None);
        var answers = await Task.WhenAll(conversations.Select(id => journal.AppendAsync(Message(id, "after"))));
        // A visitor's word takes up again what was wrapped up.
        Assert.All(answers.Take(6), answer => Assert.Equal((ConversationState.WrapUp, ConversationState.Assigned, 1), (answer!.Before.State, answer.After.State, answer.After.ReadByAgent)));
        Assert.All(answers.Skip(6), answer => Assert.Equal((ConversationState.Queued, ConversationState.Queued, 0), (answer!.Before.State, answer.After.State, answer.After.ReadByAgent)));
        Assert.Equal(6, await own.Database.ReadAsync(sql => sql.FirstAsync<long>("select count(*) from conversations where state = 'assigned' and read_by_agent = 1"), CancellationToken.None));
    }

    [Fact]
    public async Task Two_nodes_and_who_marks_what_was_read_leave_no_hole_and_no_double_and_tell_everything_in_order()
    {
        var conversations = await ConversationsAsync(here);
        await using var one = new Node(here);
        await using var other = new Node(here);
        using var over = new CancellationTokenSource();
        var marking = MarkAsync(conversations, over.Token);
        await Task.WhenAll(Enumerable.Range(0, 30).Select(async writer =>
        {
            for (var i = 0; i < 20; i++)
            {
                var conversation = conversations[(writer + i) % Conversations];
                Assert.False((await (writer % 2 == 0 ? one : other).Journal.AppendAsync(Message(conversation, $"{writer}/{i}")))!.Repeat);
            }
        }));
        await over.CancelAsync();
        await marking;
        foreach (var conversation in conversations)
        {
            var there = await SequencesAsync(here.Database, conversation);
            Assert.Equal(Enumerable.Range(1, there.Count).Select(number => (long)number), there);
            long[] told = [.. one.Told(conversation), .. other.Told(conversation)];
            Assert.Equal(there.Skip(1), told.Order());
            Assert.Equal(one.Told(conversation).Order(), one.Told(conversation));
            Assert.Equal(other.Told(conversation).Order(), other.Told(conversation));
        }
    }

    [OnPostgres]
    public async Task A_message_whose_commit_fails_is_not_acknowledged_and_the_next_has_its_place()
    {
        await using var own = await Fjordrejser.FoundAsync();
        var journal = own.Kanal.Services.GetRequiredService<Journal>();
        var conversation = (await ConversationsAsync(own))[0];
        await journal.AppendAsync(Message(conversation, "known"));
        await own.Kanal.Storage.SqlAsync("""
            create function refuse() returns trigger language plpgsql as $$ begin if new.client_id = 'refused' then raise 'not today'; end if; return null; end $$;
            create constraint trigger refuses after insert on messages deferrable initially deferred for each row execute function refuse();
            """);
        await Assert.ThrowsAnyAsync<Exception>(() => journal.AppendAsync(Message(conversation, "refused")));
        Assert.Equal(3, (await journal.AppendAsync(Message(conversation, "next")))!.Sequence);
        Assert.Equal([1, 2, 3], await SequencesAsync(own.Database, conversation));
    }

    async Task MarkAsync(Id[] conversations, CancellationToken ct)
    {
        for (var i = 0; !ct.IsCancellationRequested; i++)
        {
            await ChangeAsync(here.Database, [conversations[i % Conversations]]);
        }
    }

    static async Task<Id[]> ConversationsAsync(Fjordrejser on)
    {
        var visitors = await Task.WhenAll(Enumerable.Range(0, Conversations).Select(_ => on.Organisation.NewConversationAsync()));
        return [.. visitors.Select(visitor => Id.Parse(visitor.Conversation, null)).Order()];
    }

    static Task ChangeAsync(Database database, IEnumerable<Id> conversations) => database.WriteAsync(async sql =>
    {
        foreach (var conversation in conversations.Order())
        {
            await sql.ExecuteAsync("update conversations set rating = coalesce(rating, 0) + 1 where id = @conversation", new { conversation });
        }
    }, CancellationToken.None);

    static Task<List<long>> SequencesAsync(Database database, Id conversation) =>
        database.ReadAsync(sql => sql.QueryAsync<long>("select sequence from messages where conversation_id = @conversation order by sequence", new { conversation }), CancellationToken.None);

    static Append Message(Id conversation, string name) => new(conversation, Author.Visitor, null, null, name, "Hej", [], TimeProvider.System.GetUtcNow());

    /// <summary>A journal as another node has it: with connections of its own where the engine knows several nodes.</summary>
    sealed class Node : IAsyncDisposable
    {
        readonly Database? _own;
        readonly List<(Id Conversation, long Sequence)> _told = [];

        public Node(Fjordrejser here)
        {
            _own = here.Kanal.Storage.Database is { } address ? new PostgresDatabase(address) : null;
            Journal = new Journal(_own ?? here.Database, (message, added) => _told.Add((message.Conversation, added.Sequence)), TimeProvider.System, NullLogger<Journal>.Instance);
        }

        public Journal Journal { get; }

        public IEnumerable<long> Told(Id conversation) => _told.Where(one => one.Conversation == conversation).Select(one => one.Sequence);

        public async ValueTask DisposeAsync()
        {
            await Journal.DisposeAsync();
            await (_own?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }
}
