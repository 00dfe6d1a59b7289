using Kanal.Centre.Storage;

namespace Kanal.Centre.Proposals;

/// <summary>An article that was made of a conversation, for an editor to look at.</summary>
public sealed record Proposal
{
    public required Id Id { get; init; }

    public required Id Conversation { get; init; }

    public required Id Site { get; init; }

    /// <summary>The draft; null once it is gone.</summary>
    public Id? Article { get; init; }

    public required string Language { get; init; }

    /// <summary>As the article is called now, or was when it was made.</summary>
    public required string Title { get; init; }

    public required ProposalState State { get; init; }

    public required string MadeBy { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Who did not want it.</summary>
    public string? DiscardedBy { get; init; }

    public string? Reason { get; init; }
}

public enum ProposalState
{
    /// <summary>For an editor to look at.</summary>
    Waiting,

    /// <summary>Customers read it, or will at the time it is scheduled for.</summary>
    Published,

    Discarded,
}

sealed record ProposalRow
{
    public const string IsPublished = "exists (select 1 from article_texts o where o.article_id = p.article_id and (o.scheduled is not null or o.published_at is not null))";

    public const string Select = $"""
        select p.id, p.conversation_id, p.site_id, p.article_id, p.language, coalesce(t.title, p.title) as title, p.made_by, p.made_at, p.discarded_by, p.reason, p.discarded_at,
            {IsPublished} as is_out
        from article_proposals p left join article_texts t on t.article_id = p.article_id and t.language = p.language
        """;

    public Id Id { get; init; }
    public Id ConversationId { get; init; }
    public Id SiteId { get; init; }
    public Id? ArticleId { get; init; }
    public string Language { get; init; } = "";
    public string Title { get; init; } = "";
    public string MadeBy { get; init; } = "";
    public DateTimeOffset MadeAt { get; init; }
    public DateTimeOffset? DiscardedAt { get; init; }
    public string? DiscardedBy { get; init; }
    public string? Reason { get; init; }
    public bool IsOut { get; init; }

    public Proposal ToProposal() => new()
    {
        Id = Id,
        Conversation = ConversationId,
        Site = SiteId,
        Article = ArticleId,
        Language = Language,
        Title = Title,
        State = IsOut ? ProposalState.Published : ArticleId is null ? ProposalState.Discarded : ProposalState.Waiting,
        MadeBy = MadeBy,
        MadeAt = MadeAt,
        DiscardedBy = DiscardedBy,
        Reason = Reason,
    };
}
