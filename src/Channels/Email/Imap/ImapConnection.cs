using System.Globalization;
using Kanal.Channels.Email.Servers;

namespace Kanal.Channels.Email.Imap;

/// <summary>
/// A signed-in connection to a mailbox, for one caller at a time. Every failure is a <see cref="MailFault"/>. After one, or when a
/// call was cancelled halfway, <see cref="IsOpen"/> says whether it can still be used.
/// </summary>
public sealed class ImapConnection : IAsyncDisposable
{
    static readonly TimeSpan _forGoodbye = TimeSpan.FromSeconds(2);

    readonly MailServerSettings _settings;
    readonly MailWire _wire;
    readonly ImapTalk _talk;
    readonly ImapIdling _idling;

    ImapConnection(MailServerSettings settings, MailWire wire, TimeProvider time)
    {
        (_settings, _wire, _talk) = (settings, wire, new ImapTalk(wire, settings));
        _idling = new ImapIdling(_talk, settings, time);
    }

    public bool IsOpen => _wire.IsOpen;

    /// <summary>What the server can do, in capitals, such as <c>IDLE</c>.</summary>
    public IReadOnlySet<string> Capabilities => _talk.Can;

    public static async Task<ImapConnection> OpenAsync(MailServerSettings settings, TimeProvider time, CancellationToken ct)
    {
        var connection = new ImapConnection(settings, await MailWire.OpenAsync(settings, time, ct), time);
        try
        {
            await ImapSignIn.SignInAsync(connection._talk, settings, ct);
            return connection;
        }
        catch
        {
            await connection._wire.DisposeAsync();
            throw;
        }
    }

    /// <param name="readOnly">Nothing can be changed in it then.</param>
    public async Task<FolderState> SelectAsync(string folder, bool readOnly, CancellationToken ct)
    {
        uint? validity = null, next = null;
        _talk.News.Leave();
        var status = await _talk.AskAsync(new ImapCommand(readOnly ? "EXAMINE" : "SELECT").Text(FolderName.Encoded(folder)), ct, response =>
        {
            if (response is ImapStatus said)
            {
                validity = said.Has("UIDVALIDITY") ? ImapNews.Number(said.Code) : validity;
                next = said.Has("UIDNEXT") ? ImapNews.Number(said.Code) : next;
            }
        });
        ImapAnswers.Good(status, _settings, folder);
        _talk.News.Chosen(validity ?? throw _wire.Broken(MailFault.Protocol(_settings.Host, "a folder without UIDVALIDITY")));
        return new FolderState(validity.Value, next, _talk.News.Exists, readOnly || status.Has("READ-ONLY"));
    }

    /// <summary>Of all messages that have come after one; with 0 of all. In ascending order.</summary>
    public async Task<IReadOnlyList<uint>> UidsAfterAsync(uint uid, CancellationToken ct)
    {
        if (uid == uint.MaxValue)
        {
            return [];
        }

        // What comes from here on may be missing from the answer.
        _talk.News.HasMore = false;
        // A folder has a last message, and the server answers with that one even where it is before the range.
        return [.. (await SearchAsync(string.Create(CultureInfo.InvariantCulture, $"UID {uid + 1}:*"), ct)).Where(found => found > uid)];
    }

    /// <summary>Looks for a message by its Message-ID, without angle brackets; in ascending order.</summary>
    public Task<IReadOnlyList<uint>> UidsOfAsync(string messageId, CancellationToken ct) =>
        SearchAsync(new ImapCommand("UID SEARCH HEADER Message-ID").Text($"<{messageId}>"), ct);

    /// <summary>Null where there is no such message any more.</summary>
    public async Task<ImapMessage?> DetailsAsync(uint uid, CancellationToken ct)
    {
        var item = await FetchAsync(uid, "(UID FLAGS RFC822.SIZE INTERNALDATE)", null, ct);
        return item is null ? null : new ImapMessage(uid, Number(item.After("RFC822.SIZE")), Moment(item.After("INTERNALDATE")), [.. item.After("FLAGS")?.Items.Select(flag => flag.Text) ?? []]);
    }

    /// <summary>Copies a message as it was sent, in pieces, and leaves it unread. After a fault the target holds a part of it.</summary>
    /// <returns>Its bytes; null where there is no such message any more.</returns>
    public async Task<long?> FetchToAsync(uint uid, Stream target, CancellationToken ct) =>
        (await FetchAsync(uid, "(UID BODY.PEEK[])", target, ct))?.After("BODY[]") is { Kind: ImapItemKind.Copied } body ? Number(body) : null;

    /// <summary>Ends when there are more messages than <see cref="SelectAsync"/> or <see cref="UidsAfterAsync"/> knew of.</summary>
    public Task IdleAsync(CancellationToken ct) => _idling.WaitAsync(ct);

    public Task SetSeenAsync(uint uid, CancellationToken ct) => StoreAsync(uid, "\\Seen", ct);

    public async Task CopyAsync(uint uid, string folder, CancellationToken ct) =>
        ImapAnswers.Good(await _talk.AskAsync(new ImapCommand("UID COPY").Number(uid).Text(FolderName.Encoded(folder)), ct), _settings, folder);

    /// <summary>Where the server can't move, it copies and marks the original as deleted, and removes it if it can remove just that one.</summary>
    public async Task MoveAsync(uint uid, string folder, CancellationToken ct)
    {
        if (_talk.Can.Contains("MOVE"))
        {
            ImapAnswers.Good(await _talk.AskAsync(new ImapCommand("UID MOVE").Number(uid).Text(FolderName.Encoded(folder)), ct), _settings, folder);
            return;
        }

        await CopyAsync(uid, folder, ct);
        await StoreAsync(uid, "\\Deleted", ct);
        if (_talk.Can.Contains("UIDPLUS"))
        {
            ImapAnswers.Good(await _talk.AskAsync(new ImapCommand("UID EXPUNGE").Number(uid), ct), _settings);
        }
    }

    public async Task<IReadOnlyList<ImapFolder>> ListFoldersAsync(CancellationToken ct)
    {
        List<ImapFolder> folders = [];
        ImapAnswers.Good(await _talk.AskAsync(new ImapCommand("LIST \"\" \"*\""), ct, response =>
        {
            if (response is ImapData { Name: "LIST", Items: [{ Kind: ImapItemKind.List } attributes, var separator, { Kind: not (ImapItemKind.List or ImapItemKind.Nil) } name, ..] })
            {
                folders.Add(new ImapFolder(FolderName.Decoded(name.Text), separator.Text.Length == 1 ? separator.Text[0] : null, [.. attributes.Items.Select(attribute => attribute.Text)]));
            }
        }), _settings);
        return folders;
    }

    public async Task CreateFolderAsync(string folder, CancellationToken ct) =>
        ImapAnswers.Good(await _talk.AskAsync(new ImapCommand("CREATE").Text(FolderName.Encoded(folder)), ct), _settings);

    /// <summary>Puts a message into a folder, read. It goes from where the stream stands to its end, with lines ended by CR LF.</summary>
    public async Task AppendAsync(string folder, Stream message, CancellationToken ct) => ImapAnswers.Good(
        await _talk.AskAsync(new ImapCommand("APPEND").Text(FolderName.Encoded(folder)).Words("(\\Seen)").Literal(message, message.Length - message.Position), ct), _settings, folder);

    /// <summary>Says goodbye, unless the server is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_wire.IsOpen)
        {
            try
            {
                await _talk.LeaveAsync(_forGoodbye, CancellationToken.None);
            }
            catch (MailFault)
            {
                // Everything that mattered has been answered before.
            }
        }

        await _wire.DisposeAsync();
    }

    async Task<ImapItem?> FetchAsync(uint uid, string what, Stream? body, CancellationToken ct)
    {
        ImapItem? found = null;
        var status = await _talk.AskAsync(new ImapCommand("UID FETCH").Number(uid).Words(what), ct, response =>
        {
            if (response is ImapData { Name: "FETCH", Items: [{ Kind: ImapItemKind.List } item] } && Number(item.After("UID")) == uid)
            {
                found = item;
            }
        }, body);
        if (status.Kind == "NO" && found is null && (status.Has("EXPUNGEISSUED") || status.Has("NONEXISTENT")))
        {
            return null;
        }

        ImapAnswers.Good(status, _settings);
        return found;
    }

    async Task StoreAsync(uint uid, string flag, CancellationToken ct) =>
        ImapAnswers.Good(await _talk.AskAsync(new ImapCommand("UID STORE").Number(uid).Words($"+FLAGS.SILENT ({flag})"), ct), _settings);

    Task<IReadOnlyList<uint>> SearchAsync(string what, CancellationToken ct) => SearchAsync(new ImapCommand($"UID SEARCH {what}"), ct);

    async Task<IReadOnlyList<uint>> SearchAsync(ImapCommand command, CancellationToken ct)
    {
        SortedSet<uint> found = [];
        ImapAnswers.Good(await _talk.AskAsync(command, ct, response =>
        {
            if (response is ImapData { Name: "SEARCH" } data)
            {
                found.UnionWith(data.Items.Where(item => item.Kind == ImapItemKind.Atom).Select(item => (uint)Math.Clamp(Number(item), 0, uint.MaxValue)));
            }
        }), _settings);
        found.Remove(0);
        return [.. found];
    }

    static long Number(ImapItem? item) => item is not null && long.TryParse(item.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    static DateTimeOffset? Moment(ImapItem? item) =>
        DateTimeOffset.TryParseExact(item?.Text.Trim(), "d-MMM-yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment.ToUniversalTime() : null;
}
