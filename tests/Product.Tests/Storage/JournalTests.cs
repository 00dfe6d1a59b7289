using System.Net;
using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;
using Kanal.Product.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Product.Tests.Storage;

public sealed class JournalTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    [Fact]
    public async Task Two_hundred_writers_on_twenty_conversations_leave_no_hole_and_no_double()
    {
        // On a clock that stands still nothing has waited for too long, however slow the machine is.
        await using var still = await Fjordrejser.FoundAsync(new TestClock());
        var visitors = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => still.Organisation.NewConversationAsync()));
        var sent = await Task.WhenAll(visitors.SelectMany(visitor => Enumerable.Range(0, 10).Select(async writer =>
        {
            var sequences = new List<long>();
            for (var i = 0; i < 5; i++)
            {
                sequences.Add((await visitor.SayAsync($"{writer}/{i}")).Expect(HttpStatusCode.Created).Number("sequence"));
            }

            return (visitor.Conversation, sequences);
        })));
        Assert.All(sent, writer => Assert.Equal(writer.sequences.Order(), writer.sequences));
        Assert.All(sent.ToLookup(writer => writer.Conversation), one => Assert.Equal(Count(2, 51), one.SelectMany(writer => writer.sequences).Order()));
        foreach (var visitor in visitors)
        {
            Assert.Equal(Count(1, 51), (await visitor.HistoryAsync()).Rows.Select(message => message.Number("sequence")));
        }
    }

    [Fact]
    public async Task What_is_sent_twenty_times_at_once_is_there_once()
    {
        var visitor = await here.Organisation.NewConversationAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => visitor.SayAsync("Er der nogen?", "the-same")));
        Assert.All(answers, answer => Assert.Equal(2, answer.Number("sequence")));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.Equal(19, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.Equal(2, (await visitor.HistoryAsync()).Rows.Length);
    }

    [Fact]
    public async Task The_visitor_and_the_agent_may_choose_the_same_client_id()
    {
        var visitor = await here.Organisation.NewConversationAsync();
        Assert.Equal(2, (await visitor.SayAsync("Hej igen", "1")).Expect(HttpStatusCode.Created).Number("sequence"));
        Assert.Equal(3, (await here.Organisation.Administrator.SayAsync(visitor.Conversation, "Hej", "1")).Expect(HttpStatusCode.Created).Number("sequence"));
    }

    [Fact]
    public async Task A_message_that_the_database_refuses_takes_none_of_its_neighbours_with_it()
    {
        var journal = here.Kanal.Services.GetRequiredService<Journal>();
        var visitor = await here.Organisation.NewConversationAsync();
        var answers = Enumerable.Range(0, 100).Select(i => Append(visitor, i % 10 == 5 ? null! : $"{i}")).Select(journal.AppendAsync).ToArray();
        await Task.WhenAll(answers).ContinueWith(_ => { }, TaskScheduler.Default);
        Assert.Equal(10, answers.Count(answer => answer.IsFaulted));
        Assert.Equal(Count(2, 91), answers.Where(answer => answer.IsCompletedSuccessfully).Select(answer => answer.Result!.Sequence).Order());
        Assert.Equal(91, (await visitor.HistoryAsync()).Rows.Length);
    }

    [Fact]
    public async Task Who_sends_again_among_others_is_told_the_first_place_and_the_others_theirs()
    {
        var journal = here.Kanal.Services.GetRequiredService<Journal>();
        var visitor = await here.Organisation.NewConversationAsync();
        for (var (round, next) = (0, 2L); round < 3; round++, next += 31)
        {
            Assert.Equal(next, (await journal.AppendAsync(Append(visitor, $"{round} first")))!.Sequence);
            var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => journal.AppendAsync(Append(visitor, i % 2 == 0 ? $"{round} first" : $"{round} {i}"))));
            Assert.All(answers.Where((_, i) => i % 2 == 0), again => Assert.Equal((next, true), (again!.Sequence, again.Repeat)));
            Assert.Equal(Count(next + 1, next + 30), answers.Where((_, i) => i % 2 == 1).Select(answer => answer!.Sequence).Order());
        }
    }

    [Fact]
    public async Task What_another_process_writes_is_seen_by_the_next_message()
    {
        var visitor = await here.Organisation.NewConversationAsync();
        Assert.Equal(2, (await visitor.SayAsync("Hej")).Number("sequence"));
        await here.Kanal.Storage.SqlAsync($"update conversations set last_sequence = 41 where id = {Id.Parse(visitor.Conversation, null).Value}");
        Assert.Equal(42, (await visitor.SayAsync("Er der nogen?")).Number("sequence"));
    }

    [Fact]
    public async Task A_message_to_a_conversation_that_is_not_there_goes_nowhere()
    {
        var journal = here.Kanal.Services.GetRequiredService<Journal>();
        var nowhere = new VisitorClient(here.Organisation.Http, Organisation.Site) { Conversation = new Id(1).ToString() };
        Assert.Null(await journal.AppendAsync(Append(nowhere, "Hej")));
    }

    [Fact]
    public async Task Every_listener_hears_messages_in_their_order_whoever_sends_them()
    {
        var visitor = await here.Organisation.NewConversationAsync();
        await using var stream = await visitor.ListenAsync();
        await using var desk = await here.Organisation.Administrator.ListenAsync();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? visitor.SayAsync($"{i}") : here.Organisation.Administrator.SayAsync(visitor.Conversation, $"{i}")));
        Assert.Equal(Count(1, 41), await stream.SequencesUpToAsync(41));
        for (var sequence = 2; sequence <= 41; sequence++)
        {
            Assert.Equal(sequence, (await desk.NextAsync("message", told => told["conversation"] == visitor.Conversation)).Number("entry.sequence"));
        }
    }

    [Fact]
    public async Task Somebody_who_reads_for_long_keeps_nobody_from_writing()
    {
        var visitor = await here.Organisation.NewConversationAsync();
        var (reading, written) = (new TaskCompletionSource(), new TaskCompletionSource());
        var reader = here.Database.ReadAsync(async sql =>
        {
            await using var command = sql.Connection.CreateCommand();
            command.CommandText = $"select sequence from messages where conversation_id = {Id.Parse(visitor.Conversation, null).Value}";
            await using var rows = await command.ExecuteReaderAsync();
            Assert.True(await rows.ReadAsync());
            reading.SetResult();
            await written.Task.WaitAsync(TimeSpan.FromSeconds(10));
            return await rows.ReadAsync();
        }, CancellationToken.None);
        await reading.Task.WaitAsync(TimeSpan.FromSeconds(10));
        (await visitor.SayAsync("Imens")).Expect(HttpStatusCode.Created);
        written.SetResult();
        Assert.False(await reader);
    }

    [Fact]
    public void Ids_grow_with_time_and_are_never_made_twice()
    {
        var ids = here.Kanal.Services.GetRequiredService<IdSource>();
        var one = Enumerable.Range(0, 10_000).Select(_ => ids.Next()).ToList();
        Assert.Equal(one.Order(), one);
        var crowd = Enumerable.Range(0, 20_000).AsParallel().Select(_ => ids.Next()).ToList();
        Assert.Equal(crowd.Count, crowd.Distinct().Count());
        Assert.True(one[^1] < crowd.Min());
        Assert.True(string.CompareOrdinal(one[0].ToString(), one[^1].ToString()) < 0);
    }

    static IEnumerable<long> Count(long from, long to) => Enumerable.Range((int)from, (int)(to - from + 1)).Select(number => (long)number);

    static Append Append(VisitorClient visitor, string clientId) =>
        new(Id.Parse(visitor.Conversation, null), Author.Visitor, null, null, clientId, "Hej", [], TimeProvider.System.GetUtcNow());
}
