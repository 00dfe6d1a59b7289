using Kanal.Centre.Skills;

namespace Kanal.Centre.Queues;

/// <summary>Skill steps on their way in.</summary>
static class StepsCheck
{
    const int MostSteps = 10;
    const int MostNeeds = 5;
    const int LongestStep = 7 * 24 * 3600;

    public static void Read(Faults faults, string field, IReadOnlyList<SkillWish> steps, IReadOnlyList<Skill> known)
    {
        faults.AddIf(steps.Count > MostSteps, field, $"There should be at most {MostSteps} steps.");
        foreach (var (place, step) in steps.Take(MostSteps).Index())
        {
            Read(faults, $"{field}[{place}]", step, place == steps.Count - 1, known);
        }
    }

    static void Read(Faults faults, string place, SkillWish? step, bool isLast, IReadOnlyList<Skill> known)
    {
        if (step?.Needs is null)
        {
            faults.Add(place, "A step says what it needs; an empty list means anyone.");
            return;
        }

        faults.AddIf(isLast && step.Seconds is not null, $"{place}.seconds", "The last step holds until the conversation is answered, so it has no time. Add a step after it, or leave the time out.");
        faults.AddIf(!isLast && step.Seconds is not (>= 1 and <= LongestStep), $"{place}.seconds", "This step needs a time after which the next one holds, of a second to a week.");
        faults.AddIf(step.Needs.Count > MostNeeds, $"{place}.needs", $"There should be at most {MostNeeds} skills in a step.");
        faults.AddIf(step.Needs.GroupBy(need => need?.Skill).Any(same => same.Count() > 1), $"{place}.needs", "A skill is named twice.");
        foreach (var (at, need) in step.Needs.Take(MostNeeds).Index())
        {
            faults.AddIf(need?.Skill != SkillName.Language && !SkillName.Exists(need?.Skill, known), $"{place}.needs[{at}].skill", $"There is no skill \"{need?.Skill}\".");
            faults.AddIf(need?.Level is not (>= 1 and <= SkillName.MostLevels), $"{place}.needs[{at}].level", $"A level is 1 to {SkillName.MostLevels}.");
        }
    }
}
