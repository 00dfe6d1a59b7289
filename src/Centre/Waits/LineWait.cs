using Kanal.Decisions.Waits;

namespace Kanal.Centre.Waits;

/// <summary>A line's wait for whoever joins it now, and how good such predictions have been.</summary>
/// <param name="PredictedWaitSeconds">0 where somebody is free; null where nothing can be promised.</param>
/// <param name="PredictedWaitLowSeconds">The lower end, where a range is said; with no upper end, what it is more than.</param>
/// <param name="HitRate">Of the last outcomes, the share answered within the predicted time; null where there are none.</param>
/// <param name="Outcomes">How many outcomes that is about.</param>
/// <param name="Trusted">Whether one number is said rather than a range.</param>
public sealed record LineWait(string Channel, WaitKind Wait, int? PredictedWaitSeconds, int? PredictedWaitLowSeconds, double? HitRate, int Outcomes, bool Trusted);
