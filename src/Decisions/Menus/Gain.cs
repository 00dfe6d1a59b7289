namespace Kanal.Decisions.Menus;

/// <summary>What a conversation with this visitor over this channel is worth: <c>u * margin + s - cost - price - d * E[wait]</c>, in the site's money.</summary>
/// <param name="Uplift">By how much it raises the chance of an order (u).</param>
/// <param name="Margin">Of the basket.</param>
/// <param name="Solved">What the answered question is worth in itself (s).</param>
/// <param name="Cost">Of one handled contact there.</param>
/// <param name="Price">Of the slot.</param>
/// <param name="Waiting">What the expected wait costs.</param>
public readonly record struct Gain(double Uplift, double Margin, double Solved, double Cost, double Price, double Waiting)
{
    /// <summary>What it is worth before the slot is paid for.</summary>
    public double Value => Uplift * Margin + Solved - Cost - Waiting;

    public double Total => Value - Price;
}
