using System.Text.RegularExpressions;
using Kanal.Centre.Access;
using Kanal.Centre.Customers;

namespace Kanal.Centre.Agents;

/// <summary>Looks at an agent on the way in.</summary>
static partial class AgentCheck
{
    const int LongestName = 80;
    const int MostLanguages = 20;
    const int MostChats = 20;

    /// <returns>The request in the form in which it is kept.</returns>
    public static AgentRequest Read(Faults faults, AgentRequest request)
    {
        var name = faults.Line("name", request.Name, LongestName);
        var email = AddressText.Email(request.Email);
        faults.AddIf(email is null, "email", "This is not an email address.");
        faults.AddIf(!Enum.IsDefined(request.Role), "role", "There is no such role.");
        faults.AddIf(request.MaxChats is < 1 or > MostChats, "maxChats", $"This should be 1 to {MostChats}.");
        faults.AddIf(request.Languages.Count > MostLanguages, "languages", $"There should be at most {MostLanguages} languages.");
        foreach (var tag in request.Languages.Take(MostLanguages).Where(tag => !LanguageTag().IsMatch(tag ?? "")))
        {
            faults.Add("languages", $"\"{tag}\" is not a language tag such as \"da\".");
        }

        if (request.Password is not null)
        {
            Passwords.Check(faults, "password", request.Password, email ?? "");
        }

        return request with { Name = name, Email = email ?? "", Languages = [.. request.Languages.Distinct(StringComparer.OrdinalIgnoreCase)] };
    }

    [GeneratedRegex(@"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}\z")]
    private static partial Regex LanguageTag();
}
