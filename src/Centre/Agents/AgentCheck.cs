using System.Text.RegularExpressions;
using Kanal.Centre.Access;
using Kanal.Centre.Customers;
using Kanal.Centre.Routing;

namespace Kanal.Centre.Agents;

/// <summary>Looks at an agent on the way in.</summary>
static partial class AgentCheck
{
    public const string Chat = "chat";
    public const int UsualCapacity = 100;
    const int MostCapacity = 1000;
    const int LongestName = 80;
    const int MostLanguages = 20;
    const int MostChats = 20;

    /// <returns>The request in the form in which it is kept.</returns>
    public static AgentRequest Read(Faults faults, AgentRequest request)
    {
        var name = faults.Line("name", request.Name, LongestName);
        var email = AddressText.Email(request.Email);
        faults.AddIf(email is null, "email", "This is not an email address.");
        faults.AddIf(request.Role is { } role && !Enum.IsDefined(role), "role", "There is no such role.");
        faults.AddIf(request.MaxChats is < 1 or > MostChats, "maxChats", $"This should be 1 to {MostChats}.");
        faults.AddIf(request.Capacity is < 1 or > MostCapacity, "capacity", $"This should be 1 to {MostCapacity} units; {UsualCapacity} is usual.");
        faults.AddIf(request.Languages?.Count > MostLanguages, "languages", $"There should be at most {MostLanguages} languages.");
        foreach (var tag in (request.Languages ?? []).Take(MostLanguages).Where(tag => !LanguageTag().IsMatch(tag ?? "")))
        {
            faults.Add("languages", $"\"{tag}\" is not a language tag such as \"da\".");
        }

        if (request.Password is not null)
        {
            Passwords.Check(faults, "password", request.Password, email ?? "");
        }

        return request with { Name = name, Channels = Channels(faults, request), Email = email ?? "", Languages = request.Languages?.Distinct(StringComparer.OrdinalIgnoreCase).ToList() };
    }

    /// <summary>What an agent has after a request that leaves out what stays.</summary>
    public static AgentRequest Onto(Agent before, AgentRequest given, AgentRequest checkedRequest)
    {
        checkedRequest = checkedRequest with { Role = checkedRequest.Role ?? before.Role, Languages = checkedRequest.Languages ?? before.Languages, Active = checkedRequest.Active ?? before.Active };
        if (given.Channels is not null || given.MaxChats is not { } chats)
        {
            return checkedRequest;
        }

        var chat = before.Channels.FirstOrDefault(channel => channel.Channel == Chat) ?? new AgentChannel(Chat);
        return checkedRequest with { Channels = [chat with { Maximum = chats, Allowed = true }, .. before.Channels.Where(channel => channel.Channel != Chat)] };
    }

    // The number of chats is short for the maximum of their channel, where that is not given itself.
    static List<AgentChannel>? Channels(Faults faults, AgentRequest request)
    {
        foreach (var (place, channel) in (request.Channels ?? []).Index())
        {
            faults.AddIf(!ChannelChoices.IsKnown(channel?.Channel), $"channels[{place}].channel", $"There is no channel \"{channel?.Channel}\".");
            faults.AddIf(channel?.Weight is < 1 or > 100, $"channels[{place}].weight", "A weight is 1 to 100.");
            faults.AddIf(channel?.Maximum is < 1 or > 100, $"channels[{place}].maximum", "This is 1 to 100; take the permission away for none.");
        }

        faults.AddIf(request.Channels?.GroupBy(channel => channel?.Channel).Any(same => same.Count() > 1) is true, "channels", "A channel is named twice.");
        if (request.MaxChats is not { } chats)
        {
            return request.Channels?.ToList();
        }

        var others = (request.Channels ?? []).Where(channel => channel?.Channel != Chat);
        var chat = request.Channels?.FirstOrDefault(channel => channel?.Channel == Chat) ?? new AgentChannel(Chat);
        return [chat with { Maximum = chat.Maximum ?? chats }, .. others];
    }

    [GeneratedRegex(@"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}\z")]
    private static partial Regex LanguageTag();
}
