using System.CommandLine;
using System.Globalization;
using Kanal.Centre;
using Kanal.Centre.Access;
using Kanal.Centre.Strategy;
using Kanal.Centre.Texts;
using Kanal.Decisions.Strategy;

namespace Kanal.Web.Commands;

/// <summary>A site's channel strategy as a file: out of the house, into it, and looked over.</summary>
static class StrategyCommand
{
    const long Largest = 4 * StrategyJson.Longest;

    public static Command Create() => new("strategy", "A site's channel strategy as a file.") { Export(), Import(), Check() };

    static Command Export()
    {
        var (file, site) = (new Argument<string>("FILE") { Description = "The JSON file to write." }, Site());
        var version = new Option<long?>("--version") { Description = "Number of a version; the live one without it." };
        var command = new Command("export", "Writes a version as JSON that an import takes back.") { file, site, version };
        command.SetAction((call, ct) => Installation.DoAsync(async services =>
        {
            var book = services.GetRequiredService<StrategyBook>();
            var its = await SiteOption.FindAsync(services, call.GetRequiredValue(site), ct);
            var whole = call.GetValue(version) is { } number ? await book.VersionAsync(its.Id, number, ct) : (await book.LookAsync(its.Id, ct)).Live;
            await File.WriteAllTextAsync(call.GetRequiredValue(file), StrategyJson.Write(whole.Definition) + "\n", ct);
            Say($"Version {whole.Number}, \"{whole.Name}\", is in {call.GetRequiredValue(file)}.");
        }, ct));
        return command;
    }

    static Command Import()
    {
        var (file, site) = (new Argument<string>("FILE") { Description = "A strategy as JSON." }, Site());
        var replace = new Option<bool>("--replace") { Description = "Also where somebody is writing a draft, which it takes the place of." };
        var publish = new Option<bool>("--publish") { Description = "Publishes it at once; without it, it becomes the draft." };
        var note = new Option<string?>("--note") { Description = "Why, for the list of versions." };
        var command = new Command("import", "Brings a strategy in, as the draft.") { file, site, replace, publish, note };
        command.SetAction((call, ct) => Installation.DoAsync(async services =>
        {
            var definition = await ReadAsync(call.GetRequiredValue(file), ct);
            var its = await SiteOption.FindAsync(services, call.GetRequiredValue(site), ct);
            var there = await services.GetRequiredService<StrategyBook>().LookAsync(its.Id, ct);
            var draft = await services.GetRequiredService<StrategyDrafts>().SaveAsync(its.Id, definition, call.GetValue(replace) ? there.Draft?.Revision : null, Caller.CommandLine, ct);
            Tell(draft.Problems);
            if (!call.GetValue(publish))
            {
                Say($"It is the draft of {its.Key} now.");
                return 0;
            }

            var published = await services.GetRequiredService<StrategyPublishing>().PublishAsync(its.Id, draft.Revision, call.GetValue(note), there.Live.Number, Caller.CommandLine, ct);
            Say($"It is version {published.Number} of {its.Key}. A server that is running follows within half a minute.");
            return 0;
        }, ct));
        return command;
    }

    static Command Check()
    {
        var (file, site) = (new Argument<string>("FILE") { Description = "A strategy as JSON." }, Site());
        var command = new Command("check", "Says what is wrong with a strategy, and what will hardly have been meant; changes nothing.") { file, site };
        command.SetAction((call, ct) => Installation.DoAsync(async services =>
        {
            var definition = await ReadAsync(call.GetRequiredValue(file), ct);
            var its = await SiteOption.FindAsync(services, call.GetRequiredValue(site), ct);
            var problems = await services.GetRequiredService<StrategyBook>().CheckAsync(its.Id, definition, ct);
            Tell(problems);
            Say($"{problems.Count(problem => problem.Stops)} that stop it, {problems.Count(problem => !problem.Stops)} to look at.");
            return problems.Any(problem => problem.Stops) ? 1 : 0;
        }, ct));
        return command;
    }

    static Option<string> Site() => new("--site") { Required = true, Description = "Key of the site." };

    static async Task<StrategyDefinition> ReadAsync(string path, CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            throw RefusedException.Invalid("FILE", $"There is no file {path}.");
        }

        if (new FileInfo(path).Length > Largest)
        {
            throw RefusedException.Invalid("FILE", $"{path} is too large for a strategy.");
        }

        return StrategyJson.Read(await File.ReadAllTextAsync(path, ct), out var problem)
            ?? throw RefusedException.Invalid("FILE", Sentence.Verbatim(problem is { Place.Length: > 0 } ? $"{problem.Place}: {problem.Sentence}" : problem?.Sentence ?? "There is no strategy here."));
    }

    static void Tell(IReadOnlyList<StrategyProblem> problems)
    {
        foreach (var problem in problems)
        {
            Console.WriteLine($"{(problem.Stops ? "stops" : "note ")} {problem.Place}: {problem.Sentence}");
        }
    }

    static void Say(FormattableString sentence) => Console.WriteLine(sentence.ToString(CultureInfo.InvariantCulture));
}
