using Kanal.Centre.Storage;

namespace Kanal.Centre.Live;

/// <summary>What one can listen to.</summary>
public readonly record struct Topic(TopicKind Kind, Id Id)
{
    /// <summary>Everything that desks are told, but for what one agent alone gets.</summary>
    public static Topic Desk { get; } = new(TopicKind.Desk, default);

    /// <summary>What every desk is told, however little it follows.</summary>
    public static Topic Everyone { get; } = new(TopicKind.Everyone, default);

    /// <summary>What happens inside conversations that are nobody's yet.</summary>
    public static Topic Waiting { get; } = new(TopicKind.Waiting, default);

    /// <summary>What those who watch the wallboard see.</summary>
    public static Topic Wallboard { get; } = new(TopicKind.Wallboard, default);

    /// <summary>What the wallboard is told besides what desks are.</summary>
    public static Topic Board { get; } = new(TopicKind.Board, default);

    /// <summary>What one agent alone gets: offers.</summary>
    public static Topic Agent(Id agent) => new(TopicKind.Agent, agent);

    /// <summary>What happens inside the conversations that an agent has in hand.</summary>
    public static Topic InHand(Id agent) => new(TopicKind.InHand, agent);

    /// <summary>What happens inside one conversation, whosever it is.</summary>
    public static Topic Within(Id conversation) => new(TopicKind.Within, conversation);

    /// <summary>What the customer in a conversation sees.</summary>
    public static Topic Visitor(Id conversation) => new(TopicKind.Visitor, conversation);

    /// <summary>What whoever looks at a site's menu is told.</summary>
    public static Topic Menu(Id site) => new(TopicKind.Menu, site);

    /// <summary>What a browser waits for that shows a code.</summary>
    public static Topic Code(Id code) => new(TopicKind.Code, code);
}

public enum TopicKind
{
    Desk,
    Agent,
    Visitor,
    Wallboard,
    Board,
    Code,
    Menu,
    Everyone,
    Waiting,
    InHand,
    Within,
}
