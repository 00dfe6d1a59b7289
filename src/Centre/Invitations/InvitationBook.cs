using Kanal.Centre.Sites;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Invitations;

/// <summary>Takes down which invitations stood before visitors, and what they said to them. Each counts once, whoever says it how often.</summary>
public sealed class InvitationBook(Database database, TimeProvider time)
{
    /// <param name="seen">What it was; null where that is no longer known, and only one taken down before can be answered.</param>
    /// <param name="visitor">Digest of the browser's token.</param>
    public Task AnswerAsync(Site site, Id id, SeenInvitation? seen, string visitor, InvitationAnswer answer, CancellationToken ct) => database.WriteAsync(async sql =>
    {
        var now = time.GetUtcNow();
        if (seen is not null)
        {
            // Of somebody who does not want to be known, not even the hour is kept.
            await sql.ExecuteAsync("""
                insert into invitations (id, site_id, text, rule, visitor, day_at, shown_at, answer) values (@id, @site, @Text, @Rule, @who, @day, @at, 'shown')
                on conflict (id) do nothing
                """, new { id, site = site.Id, seen.Text, seen.Rule, who = seen.MayKeepVisitor ? visitor : null, day = DayOf(now), at = seen.MayKeepVisitor ? now : (DateTimeOffset?)null });
        }

        if (answer != InvitationAnswer.Shown)
        {
            await sql.ExecuteAsync("update invitations set answer = @answer where id = @id and site_id = @site and answer = 'shown' and (@known or visitor = @visitor)",
                new { id, site = site.Id, answer = answer.Text(), known = seen is not null, visitor });
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

/// <param name="Rule">The id of the rule that invited.</param>
public sealed record SeenInvitation(string Text, string Rule, bool MayKeepVisitor);
