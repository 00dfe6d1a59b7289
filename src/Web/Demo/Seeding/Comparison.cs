using Kanal.Centre.Access;
using Kanal.Centre.Experiments;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Decisions.Experiments;
using Kanal.Web.Demo.World;
using Kanal.Web.Hosting;

namespace Kanal.Web.Demo.Seeding;

/// <summary>
/// The experiment that runs: the strategy against the plain menu, for the fifth of visitors that it holds out. Those who came in the days before the demo
/// are imported, as conversations of then are; whoever comes from now on is met and orders through the public API.
/// </summary>
sealed class Comparison(ExperimentBook experiments, ExperimentControl control, Database database, ServerSettings server, TimeProvider time)
{
    const int Days = 3;
    const int VisitorsPerDay = 1_800;
    const int FirstOrder = 24_100;

    // How many book: with the strategy's menus, and with the plain one.
    static readonly double[] _book = [0.053, 0.042];

    public async Task WriteAsync(Site site, CancellationToken ct)
    {
        var author = Employee.All.First(employee => employee.Role == Centre.Agents.Role.Supervisor).Name;
        var made = await experiments.CreateAsync(site, new ExperimentRequest
        {
            Name = "Does the strategy bring bookings?",
            Kind = ExperimentKind.Holdout,
            Expected = 0.015,
            ExpectedNet = 40,
        }, Caller.CommandLine, ct);
        var held = (await control.StartAsync(site, made.Id, Caller.CommandLine, ct)).Arms[1].Share;
        var start = time.GetUtcNow().AddDays(-Days);
        await database.WriteAsync(async sql =>
        {
            await sql.ExecuteAsync("update experiments set created_at = @start, started_at = @start, created_by = @author, started_by = @author where id = @id", new { start, author, id = made.Id });
            var salt = await sql.FirstAsync<string>("select salt from experiments where id = @id", new { id = made.Id }) ?? "";
            var writers = await sql.QueryAsync<Writer>("select visitor, min(opened_at) as at from conversations where site_id = @site and visitor is not null and opened_at > @start group by visitor", new { site = site.Id, start });
            await new Tables(site.Id, made.Id, salt, held, start, time).FillAsync(sql, writers, new Random(server.Demo?.Seed ?? 0));
        }, ct);
    }

    sealed class Tables(Id site, Id experiment, string salt, double held, DateTimeOffset start, TimeProvider time)
    {
        static readonly TimeSpan _looksAround = TimeSpan.FromMinutes(4);

        readonly BulkInsert _visitors = new("experiment_visitors", "experiment_id, visitor, arm, met_at");
        readonly BulkInsert _orders = new("orders", "id, site_id, number, value, currency, items, visitor, source, ordered_at, told_at");
        readonly IdSource _ids = new(time);
        int _number = FirstOrder;

        public async Task FillAsync(Sql sql, List<Writer> writers, Random chance)
        {
            var now = time.GetUtcNow();
            var strangers = Enumerable.Range(0, Days * VisitorsPerDay).Select(i => (Visitor: Browser.Of($"experiment {i}"), At: start + ((now - start) * chance.NextDouble())));
            foreach (var (visitor, at) in strangers.Concat(writers.Select(writer => (writer.Visitor, writer.At - _looksAround))).OrderBy(one => one.Item2))
            {
                var arm = ArmChoice.Place(visitor, salt) < held ? 1 : 0;
                _visitors.Add(experiment, visitor, arm, at < start ? start : at);
                var ordered = at + TimeSpan.FromMinutes(chance.Between(6, 45));
                if (chance.Says(_book[arm]) && ordered < now)
                {
                    Order(visitor, ordered, chance);
                }
            }

            await _visitors.WriteAsync(sql);
            await _orders.WriteAsync(sql);
        }

        void Order(string visitor, DateTimeOffset at, Random chance)
        {
            var people = 1 + chance.Next(4);
            _orders.Add(_ids.Next(at), site, $"FR-{_number++}", (double)chance.Of(Trip.All).Price * people, "DKK", people, visitor, chance.Says(0.8) ? "business" : "page", at, at);
        }
    }

    sealed record Writer
    {
        public string Visitor { get; init; } = "";
        public DateTimeOffset At { get; init; }
    }
}
