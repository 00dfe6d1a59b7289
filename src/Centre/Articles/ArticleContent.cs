using Kanal.Centre.Forms;

namespace Kanal.Centre.Articles;

/// <summary>What one version of an article says, in one language.</summary>
public sealed record ArticleContent
{
    public required string Title { get; init; }

    /// <summary>Markdown; of a short answer plain text with <c>{{customer.name}}</c> and the like.</summary>
    public string Body { get; init; } = "";

    /// <summary>How people ask for it.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Of a guide.</summary>
    public IReadOnlyList<GuideStep> Steps { get; init; } = [];

    /// <summary>Of a form.</summary>
    public IReadOnlyList<FormField> Fields { get; init; } = [];

    /// <summary>What whoever has filled in the form is told.</summary>
    public string? Thanks { get; init; }

    /// <summary>What is said otherwise in some channels.</summary>
    public ChannelTexts Channels { get; init; } = new();
}

/// <param name="Body">Markdown.</param>
public sealed record GuideStep(string Title, string Body = "");

/// <summary>The form an article takes in a channel; null where it is made from the body.</summary>
/// <param name="Email">Markdown; the others are plain text.</param>
/// <param name="Phone">What an agent reads out.</param>
public sealed record ChannelTexts(string? Chat = null, string? Email = null, string? Sms = null, string? Phone = null);
