using System.Text.RegularExpressions;
using Kanal.Centre.Storage;
using Kanal.Decisions.Hours;
using NodaTime;

namespace Kanal.Centre.Sites;

/// <summary>Reads a request into a row, field by field, over what is there.</summary>
sealed partial class SiteCheck(Faults faults, DateTimeOffset now)
{
    const int LongestName = 100;
    const int LongestTitle = 60;
    const int LongestText = 500;
    const int MostLanguages = 20;
    const int MostOrigins = 100;

    public SiteRow Read(SiteRequest request, Site? before)
    {
        var timeZone = TimeZone(request.TimeZone ?? before?.TimeZone ?? request.Hours?.TimeZone);
        var languages = Languages(request.Languages ?? before?.Languages ?? ["en"]);
        return new SiteRow
        {
            Id = before?.Id ?? default,
            Version = before?.Version ?? 1,
            Key = Key(request.Key ?? before?.Key),
            Name = faults.Line("name", request.Name ?? before?.Name, LongestName),
            TimeZone = timeZone,
            Languages = Json.From(languages),
            Look = Json.From(Look(request.Look ?? before?.Look ?? new(), before)),
            Texts = Json.From(Texts(languages, request.Texts, before?.Texts)),
            AllowedOrigins = Json.From(Origins(request.AllowedOrigins ?? before?.AllowedOrigins ?? [])),
            KeepsJourney = request.KeepsJourney ?? before?.KeepsJourney ?? true,
            HelpDomain = HelpDomainCheck.Read(faults, request.HelpDomain, before?.HelpDomain),
            GuidesPages = request.GuidesPages ?? before?.GuidesPages ?? false,
            Callback = Json.From((request.Callback ?? before?.Callback ?? new()).Check(faults)),
            Hours = Json.From(Hours(request.Hours, before, timeZone)),
        };
    }

    string Key(string? key)
    {
        faults.AddIf(!Slug().IsMatch(key ?? ""), "key", "This should be a short name of a to z, 0 to 9 and hyphens, such as \"fjordrejser\".");
        return key ?? "";
    }

    string TimeZone(string? name)
    {
        faults.AddIf(name is null || !DateTimeZoneProviders.Tzdb.Ids.Contains(name), "timeZone", "This should be a time zone such as \"Europe/Copenhagen\".");
        return name ?? "";
    }

    List<string> Languages(IReadOnlyList<string> tags)
    {
        faults.AddIf(tags.Count is 0 or > MostLanguages, "languages", $"There should be 1 to {MostLanguages} languages.");
        foreach (var tag in tags.Take(MostLanguages).Where(tag => !LanguageTag.IsWellFormed(tag)))
        {
            faults.Add("languages", $"\"{tag}\" is not a language tag such as \"da\" or \"pt-BR\".");
        }

        return [.. tags.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    SiteLook Look(SiteLook look, Site? before)
    {
        faults.AddIf(!Colour().IsMatch(look.Accent), "look.accent", "This should be a colour such as \"#0a7ea4\".");
        return look with { Logo = before?.Look.Logo };
    }

    Dictionary<string, SiteTexts> Texts(List<string> languages, IReadOnlyDictionary<string, SiteTexts>? given, IReadOnlyDictionary<string, SiteTexts>? before)
    {
        var texts = new Dictionary<string, SiteTexts>();
        foreach (var language in languages.Where(language => language is not null))
        {
            var text = given?.GetValueOrDefault(language) ?? before?.GetValueOrDefault(language) ?? SiteTexts.Ready.GetValueOrDefault(LanguageTag.Primary(language));
            if (text is null)
            {
                faults.Add($"texts.{language}", "This language needs a title, a greeting and words for while you are closed.");
                continue;
            }

            texts[language] = new SiteTexts(
                faults.Line($"texts.{language}.title", text.Title, LongestTitle),
                faults.Text($"texts.{language}.greeting", text.Greeting, LongestText),
                faults.Text($"texts.{language}.offline", text.Offline, LongestText));
        }

        return texts;
    }

    List<string> Origins(IReadOnlyList<string> given)
    {
        faults.AddIf(given.Count > MostOrigins, "allowedOrigins", $"There should be at most {MostOrigins} origins.");
        if (given is ["*"])
        {
            return ["*"];
        }

        var origins = new List<string>();
        foreach (var text in given.Take(MostOrigins))
        {
            if (text == "*")
            {
                faults.Add("allowedOrigins", "\"*\" allows every page and stands alone.");
            }
            else if (Origin(text) is { } origin)
            {
                origins.Add(origin);
            }
            else
            {
                faults.Add("allowedOrigins", $"\"{text}\" is not an origin such as \"https://shop.example\": scheme and host, with a port if it has one, and nothing after.");
            }
        }

        return [.. origins.Distinct()];
    }

    // As a browser sends it: lower case, the host in ASCII, without the scheme's own port.
    static string? Origin(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var uri) && uri is { Scheme: "https" or "http", PathAndQuery: "/", Fragment: "", UserInfo: "" }
        && uri.HostNameType is not UriHostNameType.Unknown && !uri.Host.Contains('*')
            ? $"{uri.Scheme}://{(uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost)}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}".ToLowerInvariant()
            : null;

    HoursDefinition Hours(HoursDefinition? given, Site? before, string timeZone)
    {
        if (given is not null)
        {
            return HoursCheck.Read(faults, given, before?.Hours, now);
        }

        // Hours in the site's own zone move with it; hours that were set in another one stay there.
        return before is null ? new HoursDefinition { TimeZone = timeZone }
            : before.Hours.TimeZone == before.TimeZone ? before.Hours with { TimeZone = timeZone }
            : before.Hours;
    }

    [GeneratedRegex(@"^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?\z")]
    private static partial Regex Slug();

    [GeneratedRegex(@"^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})\z")]
    private static partial Regex Colour();
}
