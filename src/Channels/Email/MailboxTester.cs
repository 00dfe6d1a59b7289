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
    public async Task<MailboxTest> TestAsync(MailAccess mailbox, CancellationToken ct)
    {
        List<MailboxStep> steps = [];
        if (mailbox.Incoming is { } incoming)
        {
            await IncomingAsync(mailbox, incoming, steps, ct);
        }

        if (mailbox.Outgoing is { } outgoing)
        {
            await OutgoingAsync(outgoing, steps, ct);
        }

        return new MailboxTest(steps.Count > 0 && steps.TrueForAll(step => step.Ok), steps);
    }

    async Task IncomingAsync(MailAccess mailbox, ServerAccess server, List<MailboxStep> steps, CancellationToken ct)
    {
        try
        {
            await using var connection = await ImapConnection.OpenAsync(await servers.SettingsAsync(server, ct), time, ct);
            steps.Add(new MailboxStep(TestedPart.Incoming, Name(server), true, "Signed in. Letters can be fetched here."));
            foreach (var folder in mailbox.Folders)
            {
                await FolderAsync(connection, folder, steps, ct);
            }
        }
        catch (MailFault fault)
        {
            steps.Add(new MailboxStep(TestedPart.Incoming, Name(server), false, fault.Sentence) { Fingerprint = fault.Fingerprint });
        }
    }

    static async Task FolderAsync(ImapConnection connection, string folder, List<MailboxStep> steps, CancellationToken ct)
    {
        try
        {
            var state = await connection.SelectAsync(folder, readOnly: true, ct);
            steps.Add(new MailboxStep(TestedPart.Folder, folder, true, $"There are {state.Exists} letters in this folder."));
        }
        catch (MailFault fault) when (connection.IsOpen)
        {
            steps.Add(new MailboxStep(TestedPart.Folder, folder, false, fault.Sentence));
        }
    }

    async Task OutgoingAsync(ServerAccess server, List<MailboxStep> steps, CancellationToken ct)
    {
        try
        {
            await using var connection = await SmtpConnection.OpenAsync(await servers.SettingsAsync(server, ct), time, ct);
            steps.Add(new MailboxStep(TestedPart.Outgoing, Name(server), true, server.User is null
                ? Sentence.Of("Connected, without signing in. Letters can be handed in here, if the server lets this machine.")
                : "Signed in. Letters can be handed in here."));
        }
        catch (MailFault fault)
        {
            steps.Add(new MailboxStep(TestedPart.Outgoing, Name(server), false, fault.Sentence) { Fingerprint = fault.Fingerprint });
        }
    }

    static string Name(ServerAccess server) => string.Create(CultureInfo.InvariantCulture, $"{server.Host}:{server.Port}");
}
