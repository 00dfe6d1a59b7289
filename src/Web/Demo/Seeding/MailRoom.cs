using System.Globalization;
using System.Text;
using Kanal.Centre.Access;
using Kanal.Centre.Letters;
using Kanal.Centre.Sites;

namespace Kanal.Web.Demo.Seeding;

/// <summary>The agency's address for letters, and those that have just come to it: they come to a server that has started, for each is threaded and acknowledged as any other.</summary>
sealed class MailRoom(SiteDirectory sites, MailboxBook mailboxes, LetterIntake intake, TimeProvider time) : IHostedService
{
    public const string Address = "post@fjordrejser.example";

    // Letters of one conversation stand in the order in which they were written.
    static readonly (string Name, int MinutesAgo)[] _letters = [("geiranger", 190), ("aurora", 131), ("jakke", 96), ("faktura", 41), ("cabin", 12)];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if ((await mailboxes.ListAsync(cancellationToken)).Count == 0)
        {
            await OpenAsync(await sites.FindAsync(Company.Key, cancellationToken) ?? throw new InvalidOperationException("The demo's site was not made."), cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    async Task OpenAsync(Site site, CancellationToken ct)
    {
        var mailbox = await mailboxes.CreateAsync(new MailboxRequest
        {
            Site = site.Id,
            Address = Address,
            Name = site.Name,
            Outgoing = new MailServerRequest { Host = "smtp.fjordrejser.example", Port = 465 },
            Signatures = DemoTexts.Languages.ToDictionary(language => language, language => DemoTexts.In(language)["letter.signature"]),
        }, Caller.CommandLine, ct);
        foreach (var (name, minutes) in _letters)
        {
            var letter = await ReadAsync(name, time.GetUtcNow().AddMinutes(-minutes), ct);
            await intake.TakeAsync(mailbox.Id, null, (file, stop) => file.WriteAsync(letter, stop).AsTask(), ct);
        }
    }

    static async Task<byte[]> ReadAsync(string name, DateTimeOffset written, CancellationToken ct)
    {
        using var reader = new StreamReader(Content.Open($"letters/{name}.eml") ?? throw new InvalidOperationException($"The demo lacks the letter {name}."));
        var date = written.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes((await reader.ReadToEndAsync(ct)).Replace("{date}", date, StringComparison.Ordinal).ReplaceLineEndings("\r\n"));
    }
}
