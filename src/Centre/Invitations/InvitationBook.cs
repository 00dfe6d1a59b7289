using Kanal.Centre.Menus;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Invitations;

/// <summary>Takes down which invitations stood before visitors, and what they said to them. Each counts once, whoever says it how often.</summary>
public sealed class InvitationBook(Database database, TimeProvider time)
{
    /// <param name="visitor">Digest of the browser's token; null for one who did not agree to be known.</param>
    public Task AnswerAsync(Site site, ShownInvitation invitation, string? visitor, InvitationAnswer answer, CancellationToken ct) => database.WriteAsync(async sql =>
    {
        // Of somebody who does not want to be known, not even the hour is kept.
        var made = DateTimeOffset.FromUnixTimeMilliseconds(invitation.At.ToUnixTimeMilliseconds());
        await sql.ExecuteAsync("""
            insert into invitations (id, site_id, text, rule, visitor, day_at, shown_at, answer) values (@Id, @site, @Text, @Rule, @visitor, @day, @at, 'shown')
            on conflict (id) do nothing
            """, new { invitation.Id, site = site.Id, invitation.Text, invitation.Rule, visitor, day = DayOf(time.GetUtcNow()), at = visitor is null ? (DateTimeOffset?)null : made });
        if (answer != InvitationAnswer.Shown)
        {
            await sql.ExecuteAsync("update invitations set answer = @answer where id = @Id and site_id = @site and answer = 'shown'", new { invitation.Id, site = site.Id, answer = answer.Text() });
        }
    }, ct);

    internal static DateTimeOffset DayOf(DateTimeOffset at) => new(at.UtcDateTime.Date, TimeSpan.Zero);
}

public enum InvitationAnswer
{
    /// <summary>It stands before the visitor, who has said nothing.</summary>
    Shown,
    Accepted,
    Declined,

    /// <summary>Put away without a word, which is a no as well.</summary>
    Closed,
}
