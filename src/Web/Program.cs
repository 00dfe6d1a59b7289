using System.CommandLine;
using Kanal.Web.Commands;
using Kanal.Web.Hosting;

// Before anything else: with too few handles some part of what follows could not be loaded, and would say only that.
if (Handles.Lacking() is { } lacking)
{
    Console.Error.WriteLine(lacking);
    return 2;
}

var kanal = new RootCommand("Kanal: a customer contact platform that knows which channel.")
{
    ServeCommand.Create(), DemoCommand.Create(), CheckCommand.Create(), UserCommand.Create(), KeyCommand.Create(),
    PriceCommand.Create(), ExperimentCommand.Create(), ArticlesCommand.Create(), StrategyCommand.Create(),
    MailCommand.Create(), StaffingCommand.Create(), ForecastCommand.Create(), SimulateCommand.Create(), BackupCommands.Backup(), BackupCommands.Restore(),
};

try
{
    var call = kanal.Parse(args is ["help", .. var asked] ? [.. asked, "--help"] : args);
    if (WrongCall.In(call) is { } wrong)
    {
        Console.Error.WriteLine(wrong);
        return 2;
    }

    // A server ends in its own time: requests are answered, and a demo's folder is removed.
    return await call.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Draining.Longest + Draining.Ending + TimeSpan.FromSeconds(10) });
}
catch (Exception trouble) when (StartTrouble.In(trouble) is not null)
{
    var (sentence, exitCode) = StartTrouble.In(trouble).GetValueOrDefault();
    Console.Error.WriteLine(sentence);
    return exitCode;
}
