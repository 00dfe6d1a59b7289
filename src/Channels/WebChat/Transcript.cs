using System.Globalization;
using System.Text;
using Kanal.Centre.Conversations;
using Kanal.Centre.Sites;
using Kanal.Centre.Texts;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Kanal.Channels.WebChat;

/// <summary>The conversation as a text file for the visitor to keep.</summary>
static class Transcript
{
    const int MostMessages = 10_000;

    public static async Task<IResult> WriteAsync(Visitor visitor, string? language, Messages messages, ConversationSites sites, CancellationToken ct)
    {
        var site = await sites.OfAsync(visitor.Conversation, ct);
        var texts = Strings.In(site.LanguageFor(language));
        var said = await messages.AfterAsync(visitor.Conversation, visitor.After, MostMessages, ct);
        var page = new StringBuilder(texts.Say("transcript.title", ("site", site.Name))).Append("\n\n");
        foreach (var message in said)
        {
            var at = Instant.FromDateTimeOffset(message.At).InZone(site.Calendar.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            page.Append(CultureInfo.InvariantCulture, $"[{at}] {Who(message, site, texts)}: {message.Text}\n");
            foreach (var file in message.Files)
            {
                page.Append(CultureInfo.InvariantCulture, $"    {texts.Say("transcript.file", ("name", file.Name))}\n");
            }
        }

        return TypedResults.File(Encoding.UTF8.GetBytes(page.ToString()), "text/plain; charset=utf-8", $"{site.Key}-{visitor.Conversation}.txt");
    }

    static string Who(Message message, Site site, Strings texts) => message.From switch
    {
        Author.Visitor => texts["transcript.you"],
        Author.Agent when message.Name is { } name => $"{name}, {site.Name}",
        _ => texts.Say("transcript.us", ("site", site.Name)),
    };
}
