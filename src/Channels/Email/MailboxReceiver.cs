using Kanal.Centre.Letters;
using Kanal.Centre.Storage;
using Kanal.Channels.Email.Imap;
using Kanal.Channels.Email.Servers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Channels.Email;

/// <summary>
/// The door in of this channel: watches each folder of each mailbox over a connection of its own, told by the server when something comes.
/// Of several nodes one watches a mailbox; when it is gone another does.
/// </summary>
sealed class MailboxReceiver(MailboxBook mailboxes, MailboxPositions positions, MailboxStates states, FolderWatch watch, TimeProvider time, ILogger<MailboxReceiver> log) : BackgroundService
{
    static readonly TimeSpan _round = MailboxPositions.Hold / 3;

    readonly Dictionary<Id, Watched> _watched = [];
    readonly SemaphoreSlim _changed = new(0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        void Hear() => _changed.Release();
        mailboxes.Changed += Hear;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                try
                {
                    await RoundAsync(stoppingToken);
                }
                catch (Exception trouble) when (trouble is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
                {
                    log.LogError(trouble, "The mailboxes could not be looked at; it goes again");
                }

                using var rest = new CancellationTokenSource(_round, time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(rest.Token, stoppingToken);
                try
                {
                    await _changed.WaitAsync(either.Token);
                }
                catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
                {
                    // It is time to hold on to what we watch.
                }
            }
        }
        finally
        {
            mailboxes.Changed -= Hear;
            await Task.WhenAll(_watched.Keys.ToList().ConvertAll(LeaveAsync));
        }
    }

    async Task RoundAsync(CancellationToken ct)
    {
        var wanted = (await mailboxes.ActiveAsync(ct)).Where(mailbox => mailbox.Incoming is not null).ToDictionary(mailbox => mailbox.Mailbox);
        foreach (var (id, watched) in _watched.ToList())
        {
            if (!wanted.TryGetValue(id, out var mailbox) || mailbox.Version != watched.Version || !await positions.HoldAsync(id, ct))
            {
                await LeaveAsync(id);
            }
        }

        foreach (var mailbox in wanted.Values.Where(mailbox => !_watched.ContainsKey(mailbox.Mailbox)))
        {
            if (await positions.HoldAsync(mailbox.Mailbox, ct))
            {
                var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
                _watched[mailbox.Mailbox] = new Watched(mailbox.Version, stop, Task.WhenAll(mailbox.Folders.Select(folder => watch.FollowAsync(mailbox, folder, stop.Token))));
            }
        }
    }

    async Task LeaveAsync(Id mailbox)
    {
        if (_watched.Remove(mailbox, out var watched))
        {
            await watched.Stop.CancelAsync();
            await watched.Watching;
            watched.Stop.Dispose();
            states.Incoming(mailbox, Receiving.Off);
            await positions.LeaveAsync(mailbox, CancellationToken.None);
        }
    }

    public override void Dispose()
    {
        _changed.Dispose();
        base.Dispose();
    }

    sealed record Watched(long Version, CancellationTokenSource Stop, Task Watching);
}

/// <summary>Stays with one folder: connects, takes what is new, waits to be told of more, and connects again where that breaks.</summary>
sealed class FolderWatch(MailServers servers, FolderIntake intake, MailboxStates states, TimeProvider time, ILogger<FolderWatch> log)
{
    static readonly TimeSpan[] _pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    public async Task FollowAsync(MailAccess mailbox, string folder, CancellationToken ct)
    {
        var failures = 0;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                states.Incoming(mailbox.Mailbox, Receiving.Connecting);
                await using var connection = await ImapConnection.OpenAsync(await servers.SettingsAsync(mailbox.Incoming ?? throw new InvalidOperationException("This mailbox is not fetched."), ct), time, ct);
                while (true)
                {
                    // Chosen anew each time: a folder may have been made anew meanwhile.
                    var state = await connection.SelectAsync(folder, readOnly: true, ct);
                    await intake.TakeAsync(mailbox, folder, state, connection, ct);
                    states.Incoming(mailbox.Mailbox, Receiving.Watching);
                    failures = 0;
                    await connection.IdleAsync(ct);
                }
            }
            catch (Exception) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (MailFault fault)
            {
                states.Incoming(mailbox.Mailbox, Receiving.Trouble, fault.Sentence);
                log.LogWarning("{Folder} of {Mailbox} can't be watched: {Reason}", folder, mailbox.Address, fault.Message);
            }
            catch (Exception trouble)
            {
                states.Incoming(mailbox.Mailbox, Receiving.Trouble, "Something went wrong here while letters were taken in; the log says what.");
                log.LogError(trouble, "{Folder} of {Mailbox} could not be taken in", folder, mailbox.Address);
            }

            try
            {
                await Task.Delay(_pauses[Math.Min(failures++, _pauses.Length - 1)], time, ct);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
