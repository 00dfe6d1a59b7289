namespace Kanal.Decisions.Prices;

/// <summary>Visitors who are worth about the same.</summary>
/// <param name="PerHour">How many come in an hour who would take a slot (lambda).</param>
/// <param name="Value">What serving one of them is worth, after its costs (r); visitors worth nothing are never let in for their value.</param>
public readonly record struct ValueClass(double PerHour, double Value);
