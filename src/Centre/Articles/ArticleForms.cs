using System.Globalization;
using System.Text;
using Kanal.Centre.Knowledge;

namespace Kanal.Centre.Articles;

/// <summary>The form that an article takes in a channel: the one that was written for it, or one made of the body.</summary>
public static class ArticleForms
{
    // Two parts of a text message in any alphabet leave room for this and a link.
    const int LongestSms = 300;

    /// <param name="url">Of its page, with its host; null where it has none.</param>
    public static ArticleForm Of(PublishedText text, ReadIn channel, string? url)
    {
        var (content, written) = (text.Content, text.Content.Channels);
        var isPlain = text.Kind == ArticleKind.ShortAnswer;
        var html = channel != ReadIn.Email || isPlain ? null : ArticleHtml.Of(written.Email ?? Whole(content), url is null ? null : new Uri(url).GetLeftPart(UriPartial.Authority));
        var said = channel switch
        {
            ReadIn.Chat => written.Chat ?? (isPlain ? content.Body : ArticlePlain.Of(Whole(content))),
            ReadIn.Email => isPlain ? written.Email ?? content.Body : ArticlePlain.Of(written.Email ?? Whole(content)),
            ReadIn.Sms => written.Sms ?? Short(isPlain ? content.Body : ArticlePlain.Of(Whole(content), links: false), url),
            _ => written.Phone ?? (isPlain ? content.Body : ArticlePlain.Of(Whole(content), links: false)),
        };
        return new ArticleForm(channel, text.Language, said, html, url);
    }

    // The body, then the steps.
    static string Whole(ArticleContent content)
    {
        var whole = new StringBuilder(content.Body);
        foreach (var (i, step) in content.Steps.Index())
        {
            whole.Append(CultureInfo.InvariantCulture, $"\n\n**{i + 1}. {step.Title}**\n\n{step.Body}");
        }

        return whole.ToString();
    }

    static string Short(string text, string? url)
    {
        var room = LongestSms - (url?.Length + 1 ?? 0);
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return $"{(line.Length <= room ? line : Cut(line, Math.Max(room, 40)))}{(url is null ? "" : $" {url}")}";
    }

    // After a sentence, if one ends in the second half; else after a word.
    static string Cut(string line, int room)
    {
        var sentence = line.LastIndexOfAny(['.', '!', '?'], room - 1);
        if (sentence > room / 2 && line[sentence + 1] == ' ')
        {
            return line[..(sentence + 1)];
        }

        var word = line.LastIndexOf(' ', room - 2);
        var end = word > room / 2 ? word : room - 2;
        return $"{line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)]} …";
    }
}

/// <summary>Where an article is read.</summary>
public enum ReadIn
{
    Chat,
    Email,
    Sms,

    /// <summary>Read out by an agent.</summary>
    Phone,
}

/// <summary>An article as it is said in a channel.</summary>
/// <param name="Text">Plain text; variables such as <c>{{customer.name}}</c> are not filled in.</param>
/// <param name="Html">For an email, safe to put on a page; null elsewhere.</param>
/// <param name="Url">Of its page; null where it has none.</param>
public sealed record ArticleForm(ReadIn Channel, string Language, string Text, string? Html, string? Url);
