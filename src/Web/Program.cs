using System.CommandLine;
using Kanal.Centre.Storage;
using Kanal.Web.Commands;
using Kanal.Web.Hosting;

var kanal = new RootCommand("Kanal: a customer contact platform that knows which channel.")
{
    ServeCommand.Create(), CheckCommand.Create(), UserCommand.Create(), KeyCommand.Create(),
};

try
{
    var call = kanal.Parse(args);
    if (call.Errors.Count > 0)
    {
        Console.Error.WriteLine(call.Errors[0].Message);
        return 2;
    }

    return await call.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception trouble) when (StorageTrouble.In(trouble) is not null)
{
    Console.Error.WriteLine($"{StorageTrouble.In(trouble)} `kanal check` looks closer.");
    return 1;
}
catch (SettingException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}
