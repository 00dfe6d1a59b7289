using Kanal.Centre.Storage;
using Kanal.Centre.Texts;

namespace Kanal.Centre.Health;

/// <summary>Whether what is accepted can be kept: database, disk, clock, and how many messages wait to be written.</summary>
public sealed class StorageHealth(Database database, Journal journal, DataFolder folder, TimeProvider time)
{
    const long Megabyte = 1024 * 1024;
    const long LeastFree = 500 * Megabyte;
    const double LeastShare = 0.05;
    const int ManyWaiting = 1000;

    static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);
    static readonly TimeSpan _slow = TimeSpan.FromSeconds(0.5);
    static readonly TimeSpan _apart = TimeSpan.FromSeconds(2);

    static Sentence Mend => "Mend it where the database is. Kanal goes on by itself as soon as it can write again.";

    internal async Task<List<HealthItem>> LookAsync(CancellationToken ct)
    {
        var (written, writes) = await WritingAsync(ct);
        // Where nothing can be written, nothing good is to be said of messages.
        return [written, .. await ClockAsync(ct), Disk(), .. new[] { Messages() }.Where(messages => writes || !messages.Good)];
    }

    // A read alone would not notice a full disk.
    async Task<(HealthItem Item, bool Writes)> WritingAsync(CancellationToken ct)
    {
        try
        {
            var began = time.GetTimestamp();
            using var enough = new CancellationTokenSource(_patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, ct);
            await MarkAsync(either.Token);
            var took = time.GetElapsedTime(began);
            var what = Sentence.Of($"{database.Engine} answers; a write took {Math.Round(took.TotalMilliseconds)} ms.");
            return (took < _slow ? new(HealthSubject.Database, what)
                : new(HealthSubject.Database, what, "That is slow. Look at what else uses the database's disk and processor; if it lasts, it needs a faster disk."), true);
        }
        catch (Exception trouble) when (StorageTrouble.In(trouble) is { } reason)
        {
            return (new(HealthSubject.Database, reason, Mend), false);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (new(HealthSubject.Database, $"{database.Engine} has not answered within {_patience.TotalSeconds} s.", Mend), false);
        }
    }

    /// <summary>Writes a word, as often as somebody asks whether that is possible.</summary>
    public Task MarkAsync(CancellationToken ct) => database.WriteAsync(sql => sql.ExecuteAsync("insert into settings (name, value) values ('health', @now) on conflict (name) do update set value = excluded.value",
        new { now = time.GetUtcNow().ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture) }), ct);

    async Task<List<HealthItem>> ClockAsync(CancellationToken ct)
    {
        try
        {
            var before = time.GetUtcNow();
            if (await database.ClockAsync(ct) is not { } theirs)
            {
                return [];
            }

            // In the middle between asking and hearing.
            var apart = (theirs - (before + ((time.GetUtcNow() - before) / 2))).Duration();
            var what = Sentence.Of($"This machine's clock and the database's are {apart.TotalSeconds:0.0} s apart.");
            return [apart < _apart ? new(HealthSubject.Clock, what) : new(HealthSubject.Clock, what, "Let both machines follow a time server (NTP): deadlines and the order of what happens depend on it.")];
        }
        catch (Exception trouble) when (StorageTrouble.In(trouble) is not null)
        {
            return [];
        }
    }

    HealthItem Disk()
    {
        var disk = new DriveInfo(folder.Folder);
        var free = disk.AvailableFreeSpace;
        var what = Sentence.Of($"{free / Megabyte} MB are free where {folder.Folder} is.");
        return free >= LeastFree && free >= disk.TotalSize * LeastShare ? new(HealthSubject.Disk, what)
            : new(HealthSubject.Disk, what, "Make room, or move KANAL_DATA. When the disk is full, nothing is accepted any more.");
    }

    HealthItem Messages()
    {
        var waiting = journal.Waiting;
        return journal.HasRoom && waiting < ManyWaiting ? new(HealthSubject.Messages, "Messages are written as they come.")
            : new(HealthSubject.Messages, $"{waiting} messages wait to be written.", "More comes than can be written, and whoever comes now is asked to try again. Look at the database's disk and processor: another node does not help where the database is the limit.");
    }
}
