using Kanal.Centre.Access;
using Kanal.Centre.Agents;
using Kanal.Centre.Queues;
using Kanal.Centre.Skills;
using Kanal.Centre.Storage;
using Kanal.Centre.Teams;
using Kanal.Centre.Topics;
using Kanal.Web.Demo.World;

namespace Kanal.Web.Demo.Seeding;

/// <summary>Who works at the agency, what they can do, and where customers wait for them.</summary>
sealed class Workforce(AgentAdministration agents, QueueAdministration queues, QueueBook there, SkillBook skills, TeamBook teams, TopicList topics)
{
    public const string Vip = "VIP";

    const string Visa = "Visa and passport";
    const string OnTour = "On tour";

    static readonly Dictionary<string, string[]> _leads = new() { ["Bookings"] = ["Booking", "Payment"], ["Travelling now"] = ["Luggage", "Complaint"] };

    static readonly Dictionary<string, string[]> _serve = new() { ["Sales"] = ["Bookings", "General"], ["Tour support"] = ["Travelling now", "General"] };

    /// <summary>Whoever is in no team serves every queue.</summary>
    public static bool Serves(Employee employee, string queue) => employee.Teams.Count == 0 || employee.Teams.Any(team => _serve[team].Contains(queue));

    /// <param name="owner">Who is there already, and serves every queue.</param>
    public async Task HireAsync(Employee owner, CancellationToken ct)
    {
        var known = new Dictionary<string, string>
        {
            [Visa] = await NameAsync(Visa, "Which papers for which country, and how to get them in time.", ct),
            [OnTour] = await NameAsync(OnTour, "Knows guides, ships and hotels, and whom to call.", ct),
        };
        var hired = new List<(Employee Employee, Id Id)>();
        foreach (var employee in Employee.All.Where(employee => employee != owner))
        {
            var agent = await agents.CreateAsync(new AgentRequest
            {
                Name = employee.Name,
                Email = employee.Email,
                Role = employee.Role,
                Languages = employee.Languages,
                MaxChats = employee.MaxChats,
                // What is said in a letter is in no script: letters wait for whoever tries the demo.
                Channels = employee.Plays ? [new AgentChannel("email", Allowed: false)] : [],
                Skills = [.. employee.Skills.Select(skill => new AgentSkill(known.GetValueOrDefault(skill.Key, skill.Key), skill.Value))],
                Password = employee.SignsIn ? Company.Password : null,
            }, Caller.CommandLine, ct);
            hired.Add((employee, agent.Id));
        }

        await ArrangeAsync(hired, known, ct);
    }

    async Task<string> NameAsync(string name, string description, CancellationToken ct) => (await skills.AddAsync(new SkillRequest(name, description), Caller.CommandLine, ct)).Id.ToString();

    async Task ArrangeAsync(List<(Employee Employee, Id Id)> hired, Dictionary<string, string> known, CancellationToken ct)
    {
        var first = (await there.ListAsync(ct))[0];
        // Whoever signs in knows most, so that whoever tries the demo is asked first.
        var general = await queues.ChangeAsync(first.Id, new QueueRequest("General", new QueueTerms { Targets = [new QueueTarget("chat", 20), new QueueTarget("callback", 600)], Steps = [Step(SkillName.Language, 3, 30), Anyone] }), Caller.CommandLine, ct);
        var bookings = await queues.CreateAsync(new QueueRequest("Bookings", new QueueTerms
        {
            Value = 3,
            Targets = [new QueueTarget("chat", 20, 85)],
            Steps = [Step(SkillName.Language, 4, 30), Step(SkillName.Language, 3, 60), Anyone],
        }), Caller.CommandLine, ct);
        var travelling = await queues.CreateAsync(new QueueRequest("Travelling now", new QueueTerms
        {
            Value = 6,
            RaiseWhenNear = 2,
            Targets = [new QueueTarget("chat", 15, 90), new QueueTarget("email", 3600)],
            Steps = [Step(known[OnTour], 3, 45), Anyone],
            Overflow = [new QueueOverflow(60, general.Id)],
        }), Caller.CommandLine, ct);
        foreach (var (team, serves) in _serve)
        {
            await TeamAsync(team, hired, [.. serves.Select(name => new[] { bookings, travelling, general }.First(queue => queue.Name == name).Id)], ct);
        }

        foreach (var topic in await topics.ReadAsync(ct))
        {
            var queue = new[] { bookings, travelling }.FirstOrDefault(one => _leads[one.Name].Contains(topic.Name));
            var steps = topic.Name == "Passport and visa" ? new[] { Step(known[Visa], 3, 60), Anyone } : null;
            await topics.ChangeAsync(topic.Id, new TopicRequest(topic.Name, Routing: new TopicRouting(queue?.Id, null, steps)), ct);
        }
    }

    Task<Team> TeamAsync(string name, List<(Employee Employee, Id Id)> hired, IReadOnlyList<Id> serves, CancellationToken ct) =>
        teams.AddAsync(new TeamRequest(name, [.. hired.Where(one => one.Employee.Teams.Contains(name)).Select(one => one.Id)], serves), Caller.CommandLine, ct);

    static SkillWish Anyone => new([]);

    static SkillWish Step(string skill, int level, int seconds) => new([new SkillNeeded(skill, level)], seconds);
}
