using System.CommandLine;
using Kanal.Centre.Access;

namespace Kanal.Web.Commands;

static class KeyCommand
{
    public static Command Create()
    {
        var name = new Option<string>("--name") { Required = true, Description = "What the key is for." };
        var scopes = new Option<string[]>("--scopes") { Required = true, AllowMultipleArgumentsPerToken = true, Description = $"Separated by commas, of {string.Join(' ', Scopes.All)}." };
        var agent = new Option<string?>("--agent") { Description = "Email address of the agent as whom the key acts." };
        var add = new Command("add", "Makes a key for a program and prints its secret, this once.") { name, scopes, agent };
        add.SetAction((call, ct) => Installation.DoAsync(async services =>
        {
            string[] given = [.. (call.GetValue(scopes) ?? []).SelectMany(one => one.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
            var made = await services.GetRequiredService<ApiKeys>().CreateAsync(new(call.GetRequiredValue(name), given, call.GetValue(agent)), null, ct);
            Console.WriteLine(made.Secret);
        }, ct));
        return new Command("key", "Keys for programs.") { add };
    }
}
