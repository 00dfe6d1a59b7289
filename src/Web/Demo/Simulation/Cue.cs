namespace Kanal.Web.Demo.Simulation;

/// <summary>What makes an agent act: the visitor wrote, the visitor left, or the conversation is somebody else's.</summary>
sealed record Cue(long Sequence, string Text)
{
    public static Cue Ended { get; } = new(0, "");

    public static Cue Gone { get; } = new(0, "");
}
