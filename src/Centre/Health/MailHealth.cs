using Kanal.Centre.Letters;
using Kanal.Centre.Storage;
using Kanal.Centre.Texts;

namespace Kanal.Centre.Health;

/// <summary>Whether letters come in and go out.</summary>
public sealed class MailHealth(Database database, MailboxBook mailboxes, TimeProvider time)
{
    static readonly TimeSpan _late = TimeSpan.FromMinutes(15);

    internal async Task<List<HealthItem>> LookAsync(CancellationToken ct)
    {
        try
        {
            var all = await mailboxes.ListAsync(ct);
            if (all.Count == 0)
            {
                return [];
            }

            List<HealthItem> items = [.. all.SelectMany(Troubles)];
            var late = await database.ReadAsync(sql => sql.FirstAsync<long>("select count(*) from outbox where state = 'waiting' and due_at < @before", new { before = time.GetUtcNow() - _late }), ct);
            if (late > 0)
            {
                items.Add(new(HealthSubject.Email, $"{late} letters should have gone out more than a quarter of an hour ago.", "See whether their mailboxes can send, in the settings of email. Each conversation says what became of its letter."));
            }

            return items.Count > 0 ? items : [new(HealthSubject.Email, "Mailboxes are watched, and letters go out as they are written.")];
        }
        catch (Exception trouble) when (StorageTrouble.In(trouble) is not null)
        {
            return [];
        }
    }

    static IEnumerable<HealthItem> Troubles(Mailbox mailbox)
    {
        foreach (var trouble in new[] { mailbox.State.Trouble, mailbox.State.OutgoingTrouble }.OfType<Sentence>())
        {
            yield return new(HealthSubject.Email, $"{mailbox.Address}: {trouble}", "Test the mailbox in the settings of email, which looks at each step.");
        }

        if (mailbox.State.SetAside > 0)
        {
            yield return new(HealthSubject.Email, $"{mailbox.Address}: {mailbox.State.SetAside} letters could not be taken in.", "They are set aside, and nothing of them is lost. Look at them in the settings of email.");
        }
    }
}
