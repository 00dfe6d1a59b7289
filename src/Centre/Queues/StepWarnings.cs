using Kanal.Centre.Skills;

namespace Kanal.Centre.Queues;

/// <summary>Finds steps that nobody can meet: allowed, since people come and learn, but worth a word.</summary>
static class StepWarnings
{
    public static List<StepWarning> Of(IReadOnlyList<SkillWish> steps, IReadOnlyList<OnDuty> served, IReadOnlyList<Skill> skills) =>
        [.. steps.Index()
            .Where(step => !served.Any(agent => step.Item.Needs.All(agent.Meets)))
            .Select(step => new StepWarning(step.Index, step.Item.Needs, $"Nobody who serves this queue has {Words(step.Item.Needs, skills)}."))];

    static string Words(IReadOnlyList<SkillNeeded> needs, IReadOnlyList<Skill> skills) =>
        needs.Count == 0 ? "a place here" : string.Join(" and ", needs.Select(need => $"{Name(need.Skill, skills)} {need.Level}"));

    static string Name(string skill, IReadOnlyList<Skill> skills) => skill == SkillName.Language ? "any language at level"
        : skills.FirstOrDefault(one => one.Id.ToString() == skill)?.Name ?? skill;
}
