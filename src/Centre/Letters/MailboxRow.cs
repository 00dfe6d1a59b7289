using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>A mailbox as the table has it, with the queue of its way in.</summary>
sealed record MailboxRow
{
    public const string Select = """
        select b.*, s.name as site_name, e.queue_id, (select max(l.written_at) from letters l where l.mailbox_id = b.id and l.mine = false) as last_letter_at,
            (select count(*) from set_aside_letters a where a.mailbox_id = b.id and a.set_aside_at is not null) as set_aside
        from mailboxes b join sites s on s.id = b.site_id join entry_points e on e.id = b.entry_point_id
        """;

    public Id Id { get; init; }
    public Id SiteId { get; init; }
    public string SiteName { get; init; } = "";
    public Id QueueId { get; init; }
    public Id EntryPointId { get; init; }
    public string Address { get; init; } = "";
    public string? Name { get; init; }
    public bool Active { get; init; }
    public string Folders { get; init; } = "[]";
    public string? Incoming { get; init; }
    public string? IncomingSecret { get; init; }
    public string? Outgoing { get; init; }
    public string? OutgoingSecret { get; init; }
    public bool PlusAddressing { get; init; }
    public string Signatures { get; init; } = "{}";
    public bool Acknowledges { get; init; }
    public string Acknowledgements { get; init; } = "{}";
    public DateTimeOffset? LastLetterAt { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public long SetAside { get; init; }
    public long Version { get; init; }

    public SendingMailbox Sender => new(Id, Address, Name ?? SiteName);

    public Mailbox ToMailbox(MailboxState state) => new()
    {
        Id = Id,
        Site = SiteId,
        SiteName = SiteName,
        Queue = QueueId,
        Address = Address,
        Name = Name,
        Active = Active,
        Folders = Json.To<List<string>>(Folders) ?? [],
        Incoming = Json.To<MailServer>(Incoming),
        Outgoing = Json.To<MailServer>(Outgoing),
        PlusAddressing = PlusAddressing,
        Signatures = Json.To<Dictionary<string, string>>(Signatures) ?? [],
        Acknowledges = Acknowledges,
        Acknowledgements = Json.To<Dictionary<string, AcknowledgementText>>(Acknowledgements) ?? [],
        // Whether its server takes letters is known once one was sent; until then nothing speaks against it.
        State = state with { LastLetterAt = LastLetterAt, SetAside = SetAside, Outgoing = state.Outgoing == Sending.Off && Active && Outgoing is not null ? Sending.Ready : state.Outgoing },
        Version = Version,
    };

    public MailAccess ToAccess(SecretBox secrets) => new(Id, SiteId, Address, Name ?? SiteName, Json.To<List<string>>(Folders) ?? [],
        Access(Json.To<MailServer>(Incoming), IncomingSecret, secrets), Access(Json.To<MailServer>(Outgoing), OutgoingSecret, secrets))
    {
        PlusAddressing = PlusAddressing,
        Signatures = Json.To<Dictionary<string, string>>(Signatures) ?? [],
        ConnectedAt = CreatedAt,
        Version = Version,
    };

    /// <summary>What a secret of this mailbox is sealed for.</summary>
    public static string Purpose(Id mailbox) => $"mailbox {mailbox}";

    ServerAccess? Access(MailServer? server, string? secret, SecretBox secrets) => server is null ? null
        : new ServerAccess(server.Host, server.Port, server.Security, server.User, server.Authentication, Json.To<ServerSecrets>(secrets.Open(secret, Purpose(Id))) ?? new(null, null))
        {
            Mailbox = Id,
            TokenUrl = server.TokenUrl,
            ClientId = server.ClientId,
            Fingerprint = server.Fingerprint,
        };
}
