using Kanal.Centre.Customers;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Texts;
using NodaTime;

namespace Kanal.Centre.Letters;

/// <summary>Works out to whom and how the next letter in a conversation goes.</summary>
public sealed class ReplyPlans(Database database, SiteDirectory sites)
{
    const string Letters = "email";
    const int LongestQuote = 20_000;

    /// <param name="all">To everyone whom the last letter went to, not to its writer alone.</param>
    public Task<ReplyPlan> ReadAsync(Id conversation, bool all, CancellationToken ct) => database.ReadAsync(sql => ReadAsync(sql, conversation, all), ct);

    internal async Task<ReplyPlan> ReadAsync(Sql sql, Id conversation, bool all)
    {
        var here = await sql.FirstAsync<Here>("select site_id, channel, language, customer_id from conversations where id = @conversation", new { conversation }) ?? throw RefusedException.NotFound("conversation");
        var mailboxes = await sql.QueryAsync<MailboxRow>($"{MailboxRow.Select} where b.site_id = @SiteId and b.active = true and b.outgoing is not null order by b.id", here);
        var theirs = await LastAsync(sql, conversation, "l.mine = false and l.became = 'message'");
        var ours = await LastAsync(sql, conversation, "l.mine = true and l.kind in ('reply', 'letter')");
        var to = theirs?.Between is { } people ? people.ReplyTo.Count > 0 ? people.ReplyTo : people.From is { } from ? [from] : []
            : ours?.Between.To ?? await AddressAsync(sql, conversation, here.CustomerId);
        var mailbox = mailboxes.Find(one => one.Id == (theirs ?? ours)?.MailboxId) ?? mailboxes.FirstOrDefault();
        var site = await sites.FindAsync(here.SiteId, CancellationToken.None);
        var strings = Strings.In(here.Language.Split('-')[0]);
        var last = theirs ?? ours;
        var canWrite = mailboxes.Count > 0 && to.Count > 0;
        return new ReplyPlan
        {
            Channels = here.Channel == Letters && canWrite ? [Letters] : canWrite ? ["chat", Letters] : ["chat"],
            Channel = here.Channel == Letters && canWrite ? Letters : "chat",
            Mailboxes = [.. mailboxes.Select(one => one.Sender)],
            Mailbox = mailbox?.Id,
            Subject = last is null || Subjects.Bare(last.Subject).Length == 0 ? strings.Say("letter.subject", ("site", site?.Name ?? "")) : Subjects.Answer(last.Subject),
            To = to,
            Cc = all && last is not null ? await OthersAsync(sql, conversation, last, to) : [],
            Signature = mailbox is null ? null : Signature(mailbox, here.Language, site),
            Quoted = theirs is null ? null : Quote(theirs, strings, site),
            Site = here.SiteId,
            InReplyTo = last?.MessageId,
            Thread = $"{last?.Thread} {last?.MessageId}".Trim(),
            Answers = last is not null,
            ConversationChannel = here.Channel,
        };
    }

    static Task<LetterRow?> LastAsync(Sql sql, Id conversation, string which) =>
        sql.FirstAsync<LetterRow>($"{LetterRow.Select} where l.conversation_id = @conversation and {which} order by l.id desc limit 1", new { conversation });

    // Whoever was taken out of the conversation is out of the answers to all too.
    static async Task<IReadOnlyList<LetterAddress>> OthersAsync(Sql sql, Id conversation, LetterRow last, IReadOnlyList<LetterAddress> to)
    {
        var taking = (await Participants.OfAsync(sql, conversation)).ConvertAll(one => one.Address);
        return [.. (await Participants.OutsideAsync(sql, last.Between.To.Concat(last.Between.Cc))).IntersectBy(taking, one => one.Address).ExceptBy(to.Select(one => one.Address), one => one.Address)];
    }

    static async Task<IReadOnlyList<LetterAddress>> AddressAsync(Sql sql, Id conversation, Id customer)
    {
        // What was said in this conversation stands above what is known of the customer.
        var given = await sql.QueryAsync<string>("select address from legs where conversation_id = @conversation and address is not null order by id desc", new { conversation });
        var known = await sql.QueryAsync<string>("select value from addresses where customer_id = @customer and kind = 'email' order by case when verified = true then 0 else 1 end, id desc", new { customer });
        var address = given.Concat(known).Select(AddressText.Email).OfType<string>().FirstOrDefault();
        var name = await sql.FirstAsync<string?>("select name from customers where id = @customer", new { customer });
        return address is null ? [] : [new LetterAddress(address, name)];
    }

    static string? Signature(MailboxRow mailbox, string language, Site? site)
    {
        var all = Json.To<Dictionary<string, string>>(mailbox.Signatures) ?? [];
        return all.GetValueOrDefault(language) ?? all.GetValueOrDefault(language.Split('-')[0]) ?? all.GetValueOrDefault(site?.Languages[0] ?? "");
    }

    static string Quote(LetterRow letter, Strings strings, Site? site)
    {
        var at = Instant.FromDateTimeOffset(letter.WrittenAt).InZone(site?.Calendar.Zone ?? DateTimeZone.Utc);
        var who = letter.Between.From is { } from ? from.Name is { } name ? $"{name} <{from.Address}>" : from.Address : "";
        var heading = strings.Say("letter.wrote", ("date", strings.Date(DateOnly.FromDateTime(at.ToDateTimeUnspecified()))), ("time", at.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)), ("who", who));
        return $"{heading}\n{LetterFiles.Plain(letter.Text, LongestQuote)}";
    }

    sealed record Here
    {
        public Id SiteId { get; init; }
        public string Channel { get; init; } = "";
        public string Language { get; init; } = "";
        public Id CustomerId { get; init; }
    }
}
