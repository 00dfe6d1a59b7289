using Kanal.Centre.Storage;
using Kanal.Centre.Texts;
using Kanal.Centre.Topics;

namespace Kanal.Centre.Queues;

/// <summary>Where a skill is asked for.</summary>
static class StepUse
{
    /// <returns>The first place, as the beginning of a sentence; null where nothing asks for it.</returns>
    public static async Task<Sentence?> OfSkillAsync(Sql sql, string skill)
    {
        if ((await QueueBook.RowsAsync(sql)).Find(queue => Asks(queue.Terms.Steps, skill)) is { } queue)
        {
            return $"The queue \"{queue.Name}\"";
        }

        return (await TopicList.ReadAsync(sql)).Find(topic => Asks(topic.Routing.Steps ?? [], skill)) is { } topic ? Sentence.Of($"The topic \"{topic.Name}\"") : null;
    }

    static bool Asks(IReadOnlyList<SkillWish> steps, string skill) => steps.Any(step => step.Needs.Any(need => need.Skill == skill));
}
