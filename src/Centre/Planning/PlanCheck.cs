namespace Kanal.Centre.Planning;

/// <summary>What a change may say.</summary>
static class PlanCheck
{
    const int MostPeople = 50;
    const int LongestTarget = 30 * 24 * 3600;

    public static void Check(PlanChange change)
    {
        var faults = new Faults();
        faults.AddIf(change.People is < -MostPeople or > MostPeople, "change.people", $"This is at most {MostPeople} people more or fewer.");
        faults.AddIf(change.TargetSeconds is < 1 or > LongestTarget, "change.targetSeconds", "A target is a time of a second to thirty days.");
        faults.AddIf(change.TargetShare is { } share && !(share is >= 0.01 and <= 0.99), "change.targetShare", "This is a share between 0.01 and 0.99.");
        faults.AddIf(change.AtOnce is < 1 or > 12, "change.atOnce", "This is 1 to 12.");
        faults.AddIf(change.Shrinkage is { } shrinkage && !(shrinkage is >= 0 and <= 0.8), "change.shrinkage", "This is a share between 0 and 0.8.");
        faults.AddIf(change.Contacts is { } contacts && !(contacts is >= 0.1 and <= 10), "change.contacts", "This is between 0.1 and 10 times what is forecast.");
        faults.ThrowIfAny();
    }
}
