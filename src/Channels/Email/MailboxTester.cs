using System.Globalization;
using Kanal.Centre.Delivery;
using Kanal.Centre.Letters;
using Kanal.Centre.Texts;
using Kanal.Channels.Email.Imap;
using Kanal.Channels.Email.Servers;
using Kanal.Channels.Email.Smtp;

namespace Kanal.Channels.Email;

/// <summary>Tries a mailbox's servers as if it went to work, and says in words what it met.</summary>
sealed class MailboxTester(MailServers servers, TimeProvider time) : ITestMailbox
{
    public async Task<MailboxTest> TestAsync(MailAccess mailbox, Func<MailboxNews, Task> tell, CancellationToken ct)
    {
        var steps = new Steps(tell);
        if (mailbox.Incoming is { } incoming)
        {
            await IncomingAsync(mailbox, incoming, steps, ct);
        }

        if (mailbox.Outgoing is { } outgoing)
        {
            await OutgoingAsync(outgoing, steps, ct);
        }

        return await steps.EndAsync();
    }

    async Task IncomingAsync(MailAccess mailbox, ServerAccess server, Steps steps, CancellationToken ct)
    {
        await steps.BeginAsync(TestedPart.Incoming, Name(server));
        try
        {
            await using var connection = await ImapConnection.OpenAsync(await servers.SettingsAsync(server, ct), time, ct);
            await steps.DoneAsync("Signed in. Letters can be fetched here.");
            foreach (var folder in mailbox.Folders)
            {
                await FolderAsync(connection, folder, steps, ct);
            }
        }
        catch (MailFault fault)
        {
            await steps.FailedAsync(fault);
        }
    }

    static async Task FolderAsync(ImapConnection connection, string folder, Steps steps, CancellationToken ct)
    {
        await steps.BeginAsync(TestedPart.Folder, folder);
        try
        {
            var state = await connection.SelectAsync(folder, readOnly: true, ct);
            await steps.DoneAsync($"There are {state.Exists} letters in this folder.");
        }
        catch (MailFault fault) when (connection.IsOpen)
        {
            await steps.FailedAsync(fault);
        }
    }

    async Task OutgoingAsync(ServerAccess server, Steps steps, CancellationToken ct)
    {
        await steps.BeginAsync(TestedPart.Outgoing, Name(server));
        try
        {
            await using var connection = await SmtpConnection.OpenAsync(await servers.SettingsAsync(server, ct), time, ct);
            await steps.DoneAsync(server.User is null
                ? Sentence.Of("Connected, without signing in. Letters can be handed in here, if the server lets this machine.")
                : "Signed in. Letters can be handed in here.");
        }
        catch (MailFault fault)
        {
            await steps.FailedAsync(fault);
        }
    }

    static string Name(ServerAccess server) => string.Create(CultureInfo.InvariantCulture, $"{server.Host}:{server.Port}");

    /// <summary>What was tried so far, told as it comes.</summary>
    sealed class Steps(Func<MailboxNews, Task> tell)
    {
        readonly List<MailboxStep> _steps = [];
        MailboxTrying _trying = new(TestedPart.Incoming, "");

        public Task BeginAsync(TestedPart what, string subject)
        {
            _trying = new MailboxTrying(what, subject);
            return tell(new MailboxNews { Trying = _trying });
        }

        public Task DoneAsync(Sentence sentence) => EndAsync(new MailboxStep(_trying.What, _trying.Subject, true, sentence));

        public Task FailedAsync(MailFault fault) => EndAsync(new MailboxStep(_trying.What, _trying.Subject, false, fault.Sentence) { Fingerprint = fault.Fingerprint });

        public async Task<MailboxTest> EndAsync()
        {
            var test = new MailboxTest(_steps.Count > 0 && _steps.TrueForAll(step => step.Ok), _steps);
            await tell(new MailboxNews { Works = test.Works });
            return test;
        }

        Task EndAsync(MailboxStep step)
        {
            _steps.Add(step);
            return tell(new MailboxNews { Step = step });
        }
    }
}
