using Kanal.Centre.Skills;
using Kanal.Centre.Texts;

namespace Kanal.Centre.Queues;

/// <summary>Finds steps that nobody can meet: allowed, since people come and learn, but worth a word.</summary>
static class StepWarnings
{
    public static List<StepWarning> Of(IReadOnlyList<SkillWish> steps, IReadOnlyList<OnDuty> served, IReadOnlyList<Skill> skills) =>
        [.. steps.Index()
            .Where(step => !served.Any(agent => step.Item.Needs.All(agent.Meets)))
            .Select(step => new StepWarning(step.Index, step.Item.Needs, Nobody(step.Item.Needs, skills)))];

    static Sentence Nobody(IReadOnlyList<SkillNeeded> needs, IReadOnlyList<Skill> skills) =>
        needs.Count == 0 ? Sentence.Of("Nobody serves this queue.")
        : $"Nobody who serves this queue has {needs.Select(need => Words(need, skills)).Aggregate((some, last) => $"{some} and {last}")}.";

    static Sentence Words(SkillNeeded need, IReadOnlyList<Skill> skills) => need.Skill == SkillName.Language
        ? Sentence.Of($"any language at level {need.Level}")
        : $"{skills.FirstOrDefault(one => one.Id.ToString() == need.Skill)?.Name ?? need.Skill} {need.Level}";
}
