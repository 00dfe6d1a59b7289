namespace Kanal.Decisions.Waits;

/// <summary>Those who wait for the same: one channel in one queue.</summary>
public readonly record struct WaitLine(long Queue, string Channel);
