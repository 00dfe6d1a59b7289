using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>A letter as the table has it, with how it fares where it is one of ours.</summary>
sealed record LetterRow
{
    /// <summary>In letters of HTML or quoted text; what is longer is got by itself.</summary>
    public const int Long = 100_000;

    const int LongestTold = 20_000;

    const string Plain = """
        l.id, l.site_id, l.mailbox_id, l.conversation_id, l.mine, l.kind, l.became, l.placed, l.author, l.client_id, l.message_id, l.in_reply_to, l.thread, l.subject, l.people, l.text,
        l.signature, l.remote_pictures, l.flags, l.spam, l.files, l.original, l.dated_at, l.written_at, o.state, o.due_at
        """;

    /// <summary>With all of its text.</summary>
    public const string Select = $"select {Plain}, l.html, l.quoted from letters l left join outbox o on o.letter_id = l.id";

    /// <summary>Without what is too long for a list.</summary>
    public static readonly string Brief = $"""
        select {Plain}, case when length(l.html) <= {Long} then l.html end as html, case when length(l.quoted) <= {Long} then l.quoted end as quoted,
            coalesce(length(l.html), 0) > {Long} or coalesce(length(l.quoted), 0) > {Long} as is_long
        from letters l left join outbox o on o.letter_id = l.id
        """;

    public Id Id { get; init; }
    public Id SiteId { get; init; }
    public Id MailboxId { get; init; }
    public Id? ConversationId { get; init; }
    public bool Mine { get; init; }
    public LetterKind Kind { get; init; }
    public Became Became { get; init; }
    public bool Placed { get; init; }
    public Author Author { get; init; }
    public string ClientId { get; init; } = "";
    public string? Source { get; init; }
    public string? Digest { get; init; }
    public string? MessageId { get; init; }
    public string? InReplyTo { get; init; }

    /// <summary>The Message-IDs before it, oldest first, with spaces between.</summary>
    public string Thread { get; init; } = "";

    public string Subject { get; init; } = "";
    public string People { get; init; } = "{}";
    public string Text { get; init; } = "";
    public string? Html { get; init; }
    public string? Quoted { get; init; }
    public string? Signature { get; init; }
    public bool RemotePictures { get; init; }
    public string Flags { get; init; } = "{}";
    public bool Spam { get; init; }
    public string? Files { get; init; }
    public bool Original { get; init; }
    public DateTimeOffset? DatedAt { get; init; }
    public DateTimeOffset WrittenAt { get; init; }
    public string? State { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public bool IsLong { get; init; }

    public LetterPeople Between => Json.To<LetterPeople>(People) ?? new();

    public IReadOnlyList<LetterFile> Attached => Json.To<List<LetterFile>>(Files) ?? [];

    /// <summary>The files that its message has: what its text shows by itself is not among them.</summary>
    public IReadOnlyList<FileReference> MessageFiles => [.. Attached.Where(file => file.Inline is null || Html is null).Select(file => file.File)];

    /// <summary>As events carry it, which are remembered for desks that come back.</summary>
    public Letter ToTold(IReadOnlyList<LetterDelivery> deliveries) => (this with
    {
        Html = Html?.Length > LongestTold ? null : Html,
        Quoted = Quoted?.Length > LongestTold ? null : Quoted,
        IsLong = Html?.Length > LongestTold || Quoted?.Length > LongestTold,
    }).ToLetter(deliveries);

    public Letter ToLetter(IReadOnlyList<LetterDelivery> deliveries)
    {
        var people = Between;
        return new Letter
        {
            Id = Id,
            Mine = Mine,
            Kind = Kind,
            Subject = Subject,
            From = people.From,
            To = people.To,
            Cc = people.Cc,
            Bcc = Mine ? people.Bcc : null,
            Date = DatedAt,
            Html = Html,
            Shortened = IsLong,
            Quoted = Quoted,
            Signature = Signature,
            HasRemotePictures = RemotePictures,
            Flags = Json.To<LetterFlags>(Flags) ?? new(),
            Spam = Spam,
            Files = Attached,
            Original = Original,
            State = StateOf(State),
            Deliveries = deliveries,
            NextAttemptAt = State == "waiting" ? DueAt : null,
        };
    }

    /// <summary>What people are told of a row's state, which knows more steps.</summary>
    public static LetterState? StateOf(string? kept) => kept switch
    {
        null => null,
        "held" or "waiting" => LetterState.Waiting,
        "handing" => LetterState.Sending,
        _ => Enum.Parse<LetterState>(kept, ignoreCase: true),
    };

    public static Task InsertAsync(Sql sql, LetterRow row) => sql.ExecuteAsync("""
        insert into letters (id, site_id, mailbox_id, conversation_id, mine, kind, became, placed, author, client_id, source, digest, message_id, in_reply_to, thread, subject, people,
            text, html, quoted, signature, remote_pictures, flags, spam, files, original, dated_at, written_at)
        values (@Id, @SiteId, @MailboxId, @ConversationId, @Mine, @Kind, @Became, @Placed, @Author, @ClientId, @Source, @Digest, @MessageId, @InReplyTo, @Thread, @Subject, @People,
            @Text, @Html, @Quoted, @Signature, @RemotePictures, @Flags, @Spam, @Files, @Original, @DatedAt, @WrittenAt)
        """, new
    {
        row.Id,
        row.SiteId,
        row.MailboxId,
        row.ConversationId,
        row.Mine,
        Kind = row.Kind.Text(),
        Became = row.Became.Text(),
        row.Placed,
        Author = row.Author.Text(),
        row.ClientId,
        row.Source,
        row.Digest,
        row.MessageId,
        row.InReplyTo,
        row.Thread,
        row.Subject,
        row.People,
        row.Text,
        row.Html,
        row.Quoted,
        row.Signature,
        row.RemotePictures,
        row.Flags,
        row.Spam,
        row.Files,
        row.Original,
        row.DatedAt,
        row.WrittenAt,
    });

    public static Task<LetterRow?> FindAsync(Sql sql, Id id) => sql.FirstAsync<LetterRow>($"{Select} where l.id = @id", new { id });
}

/// <summary>What came of a letter that was taken.</summary>
public enum Became
{
    /// <summary>A message of the customer's.</summary>
    Message,

    /// <summary>A note that only the desk sees: from somebody who was asked, or from a machine.</summary>
    Note,

    /// <summary>A word about a letter of ours that did not arrive.</summary>
    Bounce,

    /// <summary>A conversation that was closed at once.</summary>
    Spam,

    /// <summary>Nothing: it is our own, come back.</summary>
    Dropped,
}
