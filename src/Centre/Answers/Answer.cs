using Kanal.Centre.Knowledge;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Answers;

/// <summary>A short answer that agents put into a reply by its shortcut. The desk fills in <c>{{customer.name}}</c> and the like.</summary>
public sealed record Answer
{
    /// <summary>Of the article, which may have it in other languages too.</summary>
    public required Id Id { get; init; }

    /// <summary>One word, in lower case; once in each language.</summary>
    public required string Shortcut { get; init; }

    public required string Title { get; init; }

    public required string Language { get; init; }

    public required string Text { get; init; }

    /// <summary>The only site it is for; null for all.</summary>
    public Id? Site { get; init; }

    internal static Answer Of(PublishedText text) => new()
    {
        Id = text.Article,
        Shortcut = text.Shortcut ?? "",
        Title = text.Content.Title,
        Language = text.Language,
        Text = text.Content.Body,
        Site = text.Site,
    };
}
