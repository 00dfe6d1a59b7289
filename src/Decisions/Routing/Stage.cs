namespace Kanal.Decisions.Routing;

/// <summary>How far the waiting of a conversation has come.</summary>
/// <param name="Step">Which of its skill steps holds.</param>
/// <param name="Overflow">How many other queues' agents may take it.</param>
public readonly record struct Stage(CallbackPhase Phase, int Step, int Overflow, bool Near, bool Missed)
{
    /// <summary>Tells it from every other in one number, which is compared and looked up at once.</summary>
    internal long Key => ((long)Step << 32) + ((long)Overflow << 4) + ((int)Phase << 2) + (Near ? 2 : 0) + (Missed ? 1 : 0);

    internal int Tier(bool interruptible) => Phase == CallbackPhase.Due ? 0 : Missed ? 1 : interruptible ? 3 : 2;
}

public enum CallbackPhase : byte
{
    /// <summary>No callback at a time.</summary>
    None,

    /// <summary>Too early.</summary>
    Asleep,

    /// <summary>May be made when many are free.</summary>
    Open,

    /// <summary>Its time has come.</summary>
    Due,
}
