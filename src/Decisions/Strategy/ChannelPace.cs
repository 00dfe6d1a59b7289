namespace Kanal.Decisions.Strategy;

/// <summary>Whose time a channel takes, and when.</summary>
public enum ChannelPace
{
    /// <summary>Somebody's, now: chat, a call.</summary>
    Live,

    /// <summary>Somebody's, later: email, a callback.</summary>
    Later,

    /// <summary>Nobody's: the help centre.</summary>
    SelfService,
}
