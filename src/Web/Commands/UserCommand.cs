using System.CommandLine;
using System.Security.Cryptography;
using Kanal.Centre.Access;
using Kanal.Centre.Agents;
using Kanal.Centre.Storage;

namespace Kanal.Web.Commands;

static class UserCommand
{
    const string Letters = "abcdefghjkmnpqrstvwxyzABCDEFGHJKLMNPQRSTVWXYZ23456789";

    public static Command Create()
    {
        var email = new Option<string>("--email") { Required = true, Description = "Address to sign in with." };
        var name = new Option<string>("--name") { Required = true, Description = "As customers see it." };
        var role = new Option<string>("--role") { DefaultValueFactory = _ => Role.Agent.Text(), Description = "agent, supervisor or administrator." };
        role.AcceptOnlyFromAmong([.. Enum.GetValues<Role>().Select(one => one.Text())]);
        var password = new Option<string?>("--password") { Description = "Without it one is made and printed." };
        var add = new Command("add", "Adds an agent, also where nobody can sign in any more.") { email, name, role, password };
        add.SetAction((call, ct) => Installation.DoAsync(async services =>
        {
            var made = call.GetValue(password) is null ? RandomNumberGenerator.GetString(Letters, 16) : null;
            var agent = await services.GetRequiredService<AgentAdministration>().CreateAsync(new()
            {
                Email = call.GetRequiredValue(email),
                Name = call.GetRequiredValue(name),
                Role = Enum.Parse<Role>(call.GetRequiredValue(role), ignoreCase: true),
                Password = made ?? call.GetValue(password),
            }, Caller.CommandLine, ct);
            Console.WriteLine(made is null ? $"{agent.Email} can sign in." : $"{agent.Email} can sign in with the password {made}");
        }, ct));
        return new Command("user", "People who work at the desk.") { add };
    }
}
