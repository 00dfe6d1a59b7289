using Kanal.Centre.Access;
using Kanal.Centre.Agents;
using Kanal.Centre.Callbacks;
using Kanal.Centre.Sites;
using Kanal.Centre.Topics;
using Kanal.Decisions.Hours;
using Kanal.Web.Demo.World;

namespace Kanal.Web.Demo.Seeding;

/// <summary>Founds Fjordrejser as anybody would set an installation up: first run, people, topics, knowledge base.</summary>
sealed class Company(FirstRun firstRun, Workforce workforce, SiteDirectory sites, SiteSettings settings, TopicList topics, Bookshelf bookshelf)
{
    public const string Key = "fjordrejser";
    public const string Password = "fjorde-og-fjelde";

    public async Task FoundAsync(CancellationToken ct)
    {
        var owner = Employee.All.First(employee => employee.Role == Role.Administrator);
        await firstRun.SetUpAsync(new SetupRequest
        {
            Organisation = "Fjordrejser",
            Name = owner.Name,
            Email = owner.Email,
            Password = Password,
            Language = "en",
            Site = new SetupSite("Fjordrejser", Key, "Europe/Copenhagen", DemoTexts.Languages, ["*"], "#0b6e7f"),
            Hours = Content.Read<HoursDefinition>("data/hours.json"),
        }, ct);
        await DescribeAsync(ct);
        await NameTopicsAsync(ct);
        await workforce.HireAsync(owner, ct);
        await bookshelf.FillAsync(ct);
    }

    async Task DescribeAsync(CancellationToken ct)
    {
        var site = await sites.FindAsync(Key, ct) ?? throw new InvalidOperationException("The site that was made is not there.");
        await settings.ChangeAsync(site.Id, new SiteRequest
        {
            Texts = DemoTexts.Languages.ToDictionary(language => language, Words),
            Callback = new CallbackSettings { Offer = CallbackOffer.Always },
        }, Caller.CommandLine, ct);
    }

    static SiteTexts Words(string language)
    {
        var texts = DemoTexts.In(language);
        return new SiteTexts(texts["widget.title"], texts["widget.greeting"], texts["widget.offline"]);
    }

    // A first run brings topics of a shop; a travel agency has its own.
    async Task NameTopicsAsync(CancellationToken ct)
    {
        var there = await topics.ReadAsync(ct);
        foreach (var (place, name) in Dialogue.Topics.Index())
        {
            _ = place < there.Count ? await topics.ChangeAsync(there[place].Id, new TopicRequest(name, place), ct) : await topics.AddAsync(new TopicRequest(name), ct);
        }
    }
}
