using System.Text.Json;
using Kanal.Centre.Access;
using Kanal.Centre.Agents;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Strategy;
using Kanal.Decisions.Facts;
using Kanal.Decisions.Strategy;

namespace Kanal.Web.Demo.Seeding;

/// <summary>Publishes the agency's channel strategy, version after version, as it has grown over the last weeks.</summary>
sealed class Playbook(StrategySettingsBook settings, StrategyDrafts drafts, StrategyPublishing publishing, AgentDirectory agents, Database database, TimeProvider time)
{
    static readonly string[] _invitations = ["checkout", "terms", "search"];

    public async Task WriteAsync(Site site, CancellationToken ct)
    {
        await settings.ChangeAsync(site.Id, new StrategySettings
        {
            Consent = Privacy.Journey,
            OwnFacts = [new OwnFact { Key = "own.people", Kind = FactKind.Number }],
            Invitations = _invitations.ToDictionary(name => name, Texts),
        }, Caller.CommandLine, ct);
        var staff = (await agents.ListAsync(ct)).ToDictionary(agent => agent.Name);
        foreach (var written in Content.Read<List<Written>>("data/strategies.json"))
        {
            var author = staff[written.Author];
            var number = await PublishAsync(site.Id, written, new Caller(author.Id, author.Name, author.Role, null), ct);
            await database.WriteAsync(sql => sql.ExecuteAsync("update strategy_versions set published_at = @at where site_id = @site and number = @number",
                new { at = time.GetUtcNow().AddDays(-written.DaysAgo), site = site.Id, number }), ct);
        }
    }

    async Task<long> PublishAsync(Id site, Written written, Caller author, CancellationToken ct)
    {
        if (written.Restores is { } number)
        {
            return (await publishing.RestoreAsync(site, number, written.Note, author, ct)).Number;
        }

        var definition = StrategyJson.Read(written.Definition.GetRawText(), out var problem) ?? throw new InvalidOperationException($"The demo's strategy can't be read: {problem}");
        var draft = await drafts.SaveAsync(site, definition, null, author, ct);
        return (await publishing.PublishAsync(site, draft.Revision, written.Note, null, author, ct)).Number;
    }

    static IReadOnlyDictionary<string, InvitationText> Texts(string name) => DemoTexts.Languages.ToDictionary(language => language, language =>
    {
        var texts = DemoTexts.In(language);
        return new InvitationText(texts[$"invitations.{name}.title"], texts[$"invitations.{name}.body"], texts[$"invitations.{name}.button"]);
    });

    /// <param name="Restores">The version that was brought back, instead of a definition.</param>
    sealed record Written(int DaysAgo, string Author, string Note, JsonElement Definition = default, long? Restores = null);
}
