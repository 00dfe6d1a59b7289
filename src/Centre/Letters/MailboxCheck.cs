using Kanal.Centre.Customers;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Letters;

/// <summary>Reads a request into a row, field by field, over what is there.</summary>
sealed class MailboxCheck(Faults faults, SecretBox secrets)
{
    const int LongestName = 100;
    const int LongestHost = 253;
    const int LongestSecret = 5_000;
    const int LongestText = 4_000;
    const int MostFolders = 20;
    const int MostLanguages = 30;

    public MailboxRow Read(MailboxRequest request, MailboxRow before)
    {
        var folders = request.Folders ?? Json.To<List<string>>(before.Folders) ?? [];
        var (incoming, incomingSecret) = request.NoIncoming ? (null, null) : Server("incoming", request.Incoming, before.Incoming, before.IncomingSecret, before.Id);
        var (outgoing, outgoingSecret) = request.NoOutgoing ? (null, null) : Server("outgoing", request.Outgoing, before.Outgoing, before.OutgoingSecret, before.Id);
        return before with
        {
            Address = Address(request.Address ?? before.Address),
            Name = request.Name is null ? before.Name : faults.OptionalLine("name", request.Name, LongestName),
            Active = request.Active ?? before.Active,
            Folders = Json.From(Folders(folders)),
            Incoming = incoming,
            IncomingSecret = incomingSecret,
            Outgoing = outgoing,
            OutgoingSecret = outgoingSecret,
            PlusAddressing = request.PlusAddressing ?? before.PlusAddressing,
            Signatures = request.Signatures is { } signatures ? Json.From(Signatures(signatures)) : before.Signatures,
            Acknowledges = request.Acknowledges ?? before.Acknowledges,
            Acknowledgements = request.Acknowledgements is { } texts ? Json.From(Texts(texts)) : before.Acknowledgements,
        };
    }

    string Address(string given)
    {
        var address = AddressText.Email(given);
        faults.AddIf(address is null, "address", "This should be an email address like name@example.com.");
        return address ?? given;
    }

    List<string> Folders(IReadOnlyList<string> given)
    {
        faults.AddIf(given.Count is 0 or > MostFolders, "folders", $"There should be 1 to {MostFolders} folders.");
        return [.. given.Take(MostFolders).Select(folder => faults.Line("folders", folder, LongestName)).Distinct()];
    }

    (string? Server, string? Secret) Server(string field, MailServerRequest? given, string? before, string? secret, Id mailbox)
    {
        if (given is null)
        {
            return (before, secret);
        }

        faults.AddIf(given.Port is < 1 or > 65535, $"{field}.port", "A port is 1 to 65535.");
        faults.AddIf(Uri.CheckHostName(given.Host.Trim()) == UriHostNameType.Unknown, $"{field}.host", "This should be the name of a server, such as imap.example.com.");
        var tokens = given.Authentication == MailAuthentication.Token;
        faults.AddIf(given.TokenUrl is { Length: > 0 } url && (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http")), $"{field}.tokenUrl", "This should be an address that starts with https://.");
        faults.AddIf((given.Secret?.Length ?? 0) > LongestSecret || (given.ClientSecret?.Length ?? 0) > LongestSecret, $"{field}.secret", $"This is too long: at most {LongestSecret} letters.");
        var old = Json.To<ServerSecrets>(secrets.Open(secret, MailboxRow.Purpose(mailbox))) ?? new(null, null);
        var kept = new ServerSecrets(given.Secret is null ? old.Secret : Empty(given.Secret), given.ClientSecret is null ? old.ClientSecret : Empty(given.ClientSecret));
        // A secret that was typed for one server is not handed to another that somebody enters later.
        if (Json.To<MailServer>(before) is { } was && given.Secret is null && kept.Secret is not null && !was.Host.Equals(given.Host.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            faults.Add($"{field}.secret", "Another server needs its password again.");
        }

        var server = new MailServer
        {
            Host = faults.Line($"{field}.host", given.Host, LongestHost).ToLowerInvariant(),
            Port = given.Port,
            Security = given.Security,
            User = faults.OptionalLine($"{field}.user", given.User, LongestHost),
            Authentication = given.Authentication,
            HasSecret = kept.Secret is not null,
            TokenUrl = tokens ? faults.OptionalLine($"{field}.tokenUrl", given.TokenUrl, LongestText) : null,
            ClientId = tokens ? faults.OptionalLine($"{field}.clientId", given.ClientId, LongestHost) : null,
            HasClientSecret = kept.ClientSecret is not null,
            Fingerprint = faults.OptionalLine($"{field}.fingerprint", given.Fingerprint, LongestName),
        };
        return (Json.From(server), secrets.Seal(Json.From(kept), MailboxRow.Purpose(mailbox)));
    }

    Dictionary<string, string> Signatures(IReadOnlyDictionary<string, string> given)
    {
        CheckLanguages("signatures", given.Keys);
        return given.Where(one => !string.IsNullOrWhiteSpace(one.Value)).ToDictionary(one => one.Key, one => faults.Text($"signatures.{one.Key}", one.Value, LongestText));
    }

    Dictionary<string, AcknowledgementText> Texts(IReadOnlyDictionary<string, AcknowledgementText> given)
    {
        CheckLanguages("acknowledgements", given.Keys);
        return given.Where(one => !string.IsNullOrWhiteSpace(one.Value.Text)).ToDictionary(one => one.Key, one => new AcknowledgementText(
            faults.Text($"acknowledgements.{one.Key}.text", one.Value.Text, LongestText), faults.OptionalLine($"acknowledgements.{one.Key}.subject", one.Value.Subject, LongestName)));
    }

    void CheckLanguages(string field, IEnumerable<string> languages)
    {
        foreach (var language in languages.Take(MostLanguages + 1).Where(language => !LanguageTag.IsWellFormed(language)))
        {
            faults.Add(field, $"\"{language}\" is not a language tag such as \"da\" or \"pt-BR\".");
        }

        faults.AddIf(languages.Count() > MostLanguages, field, $"There should be 1 to {MostLanguages} languages.");
    }

    static string? Empty(string text) => text.Length == 0 ? null : text;
}
