using Kanal.Centre.Storage;
using Kanal.Decisions.Measures;

namespace Kanal.Centre.Knowledge;

/// <summary>What came after searches in vain, as rows.</summary>
static class VainSteps
{
    public static async Task WriteAsync(Sql sql, IReadOnlyList<Counted> counts)
    {
        var steps = counts.Where(counted => counted is { Step: not null, Words: not null }).Select(counted => (Counted: counted, Folded: Folding.Fold(counted.Words ?? ""))).ToList();
        foreach (var (key, times) in steps.CountBy(step => (step.Counted.Site, step.Counted.Language, step.Folded, step.Counted.Step, step.Counted.Channel)))
        {
            // What was forgotten meanwhile, because others were sought more, is not counted.
            await sql.ExecuteAsync("""
                insert into vain_steps (site_id, language, folded, step, channel, times) select site_id, language, folded, @step, @Channel, @times from searches_in_vain
                    where site_id = @Site and language = @Language and folded = @Folded
                on conflict (site_id, language, folded, step, channel) do update set times = vain_steps.times + excluded.times
                """, new { key.Site, key.Language, key.Folded, step = key.Step?.Text(), key.Channel, times });
        }

        foreach (var (counted, folded) in steps.Where(step => step.Counted.Conversation is not null))
        {
            await sql.ExecuteAsync("""
                insert into vain_contacts (site_id, language, folded, conversation_id) select s.site_id, s.language, s.folded, c.id from searches_in_vain s join conversations c on c.id = @Conversation
                    where s.site_id = @Site and s.language = @Language and s.folded = @folded
                on conflict (site_id, language, folded, conversation_id) do nothing
                """, new { counted.Site, counted.Language, folded, counted.Conversation });
        }
    }

    /// <summary>By language and folded words.</summary>
    /// <param name="language">All where it is null.</param>
    public static async Task<ILookup<(string Language, string Folded), StepCount>> ReadAsync(Sql sql, Id site, string? language) => (await sql.QueryAsync<StepCount>($"""
        select language, folded, step, channel, times from vain_steps where site_id = @site{(language is null ? "" : " and language = @language")} order by times desc, channel
        """, new { site, language })).ToLookup(row => (row.Language, row.Folded));
}

sealed record StepCount
{
    public string Language { get; init; } = "";
    public string Folded { get; init; } = "";
    public NextStep Step { get; init; }
    public string Channel { get; init; } = "";
    public long Times { get; init; }
}

/// <summary>What those did next who sought in vain, within half an hour: the one thing that says most.</summary>
/// <param name="Contacts">Began a conversation, by the channel they chose.</param>
/// <param name="Read">Opened an article and did not write.</param>
/// <param name="Found">Sought with other words and found something, and neither read nor wrote.</param>
/// <param name="Left">None of these.</param>
/// <param name="Unknown">Less than half an hour ago, or open when the server was stopped.</param>
public sealed record AfterVainSearch(IReadOnlyList<ChannelCount> Contacts, long Read, long Found, long Left, long Unknown)
{
    internal static AfterVainSearch Of(long times, IReadOnlyList<StepCount> steps)
    {
        long Count(NextStep step) => steps.Where(one => one.Step == step).Sum(one => one.Times);
        return new AfterVainSearch(
            [.. steps.Where(one => one.Step == NextStep.Contacted).Select(one => new ChannelCount(one.Channel, one.Times))],
            Count(NextStep.Read), Count(NextStep.Found), Count(NextStep.Left), Math.Max(0, times - steps.Sum(one => one.Times)));
    }
}

public sealed record ChannelCount(string Channel, long Count);
