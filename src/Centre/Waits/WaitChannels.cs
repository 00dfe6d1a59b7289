namespace Kanal.Centre.Waits;

/// <summary>What is assumed of a channel before anything was measured.</summary>
static class WaitChannels
{
    static readonly Dictionary<string, int> _handleSeconds = new()
    {
        ["call"] = 300,
        ["callback"] = 300,
        ["phone"] = 300,
        ["chat"] = 480,
        ["messaging"] = 480,
        ["sms"] = 420,
    };

    /// <summary>What is answered when there is time for it, and promised by a time of day.</summary>
    public const string Letters = "email";

    /// <summary>How long one conversation takes an agent who has no other, in seconds.</summary>
    public static int HandleSeconds(string channel) => _handleSeconds.GetValueOrDefault(channel, 600);

    /// <summary>Whether people wait for an agent, rather than for a letter.</summary>
    public static bool Live(string channel) => channel != Letters;
}
