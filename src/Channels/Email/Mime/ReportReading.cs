using System.Text;

namespace Kanal.Channels.Email.Mime;

/// <summary>Delivery reports: by the standard, and from programs that only name who was not reached in a header of their own.</summary>
static class ReportReading
{
    const int MostBytes = 1024 * 1024;
    const int MostDeliveries = 1_000;

    public static MailReport? Of(IReadOnlyList<MailPart> parts)
    {
        List<MailDelivery> deliveries = [];
        foreach (var part in parts.Where(part => part is { Type: "message/delivery-status" or "message/global-delivery-status", Children: 0 }))
        {
            deliveries.AddRange(Groups(part).Select(Delivery).OfType<MailDelivery>().Take(MostDeliveries - deliveries.Count));
        }

        if (deliveries.Count == 0)
        {
            deliveries.AddRange(parts[0].Headers.All("X-Failed-Recipients").SelectMany(AddressList.Of).Select(address => new MailDelivery(address.Address, "failed", null, null)));
        }

        return deliveries.Count == 0 && parts[0].Type != "multipart/report" ? null : new MailReport(deliveries, About(parts));
    }

    // The first group is about the message, each further one about a recipient; some forget the blank line between.
    static IEnumerable<MailHeaders> Groups(MailPart part)
    {
        var text = Encoding.Latin1.GetString(BodyText.Bytes(part, MostBytes)).ReplaceLineEndings("\n");
        var group = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            if (line.AsSpan().Trim().IsEmpty)
            {
                if (group.Length > 0)
                {
                    yield return MailHeaders.Of(Encoding.Latin1.GetBytes(group.ToString()));
                    group.Clear();
                }
            }
            else
            {
                group.Append(line).Append('\n');
            }
        }

        if (group.Length > 0)
        {
            yield return MailHeaders.Of(Encoding.Latin1.GetBytes(group.ToString()));
        }
    }

    static MailDelivery? Delivery(MailHeaders group)
    {
        var recipient = Behind(group["Original-Recipient"]) is { Length: > 0 } original && original.Contains('@', StringComparison.Ordinal) ? original : Behind(group["Final-Recipient"]);
        var action = group["Action"] ?? "";
        if (recipient.Length == 0 && action.Length == 0)
        {
            return null;
        }

        var status = group["Status"]?.Split(' ', '\t')[0];
        return new MailDelivery(recipient.Trim('<', '>', ' '), AddressReading.WithoutComments(action).Trim().ToLowerInvariant(), status is "" ? null : status, Behind(group["Diagnostic-Code"]) is { Length: > 0 } said ? said : null);
    }

    // "rfc822; somebody@example.com", and without its type.
    static string Behind(string? value) => value is null ? "" : value[(value.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim();

    static string? About(IReadOnlyList<MailPart> parts)
    {
        foreach (var part in parts.Skip(1).Where(part => part.Type is "message/rfc822" or "message/global" or "text/rfc822-headers" or "message/rfc822-headers" or "message/global-headers"))
        {
            var bytes = BodyText.Bytes(part, 64 * 1024);
            var headers = PartScanner.Of(new MemoryStream(bytes))[0].Headers;
            if (MessageIds.One(headers.Raw("Message-ID")) is { } id)
            {
                return id;
            }
        }

        return MessageIds.Of(parts[0].Headers.Raw("In-Reply-To")).FirstOrDefault() ?? MessageIds.Of(parts[0].Headers.Raw("References")).LastOrDefault();
    }
}
