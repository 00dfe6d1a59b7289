using System.Reflection;
using System.Text.RegularExpressions;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Architecture;

/// <summary>Collaborators are few, channels do not know each other, and the centre knows no provider.</summary>
[OnOneEngine]
public sealed partial class DependencyTests
{
    const int MostCollaborators = 6;

    static readonly string ChannelsFolder = Repository.At("src/Channels");

    [Fact]
    public void No_type_has_more_than_six_collaborators() => Offenders.AreNone(Product.Types
        .Where(type => type is { IsAbstract: false } && !IsMessage(type))
        .SelectMany(type => type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(constructor => constructor.GetParameters().Count(IsCollaborator) > MostCollaborators)
        .Select(constructor => constructor.DeclaringType!.FullName));

    [Fact]
    public void No_channel_names_a_type_of_another() => Offenders.AreNone(
        from channel in ChannelFolders()
        from other in ChannelFolders()
        where other != channel
        from file in Repository.Under($"src/Channels/{channel}", ".cs")
        from type in Product.In($"Kanal.Channels.{other}")
        where Regex.IsMatch(Repository.Text(file), $@"\b{Regex.Escape(type.Name.Split('`')[0])}\b")
        select $"{file} names {type.FullName}");

    [Fact]
    public void Every_channel_has_its_line()
    {
        var list = Repository.At("src/Channels/AllChannels.cs");
        Assert.SkipUnless(File.Exists(list), "There is no list of channels yet.");
        var text = File.ReadAllText(list);
        Offenders.AreNone(ChannelFolders().Where(channel => !text.Contains($"{channel}Channel", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_centre_names_no_provider() => Offenders.AreNone(
        from file in Repository.Under("src/Centre", ".cs", ".sql")
        from Match match in Provider().Matches(Repository.Text(file))
        select $"{file} names {match.Value}");

    // Http is what channels share; it is a folder of Channels, but no channel.
    static IEnumerable<string> ChannelFolders() => Directory.Exists(ChannelsFolder)
        ? Directory.EnumerateDirectories(ChannelsFolder).Select(path => Path.GetFileName(path)!).Where(name => name is not ("Http" or "bin" or "obj"))
        : [];

    // A record carries data, and its constructor lists members, not collaborators.
    static bool IsMessage(Type type) => type.GetMethod("<Clone>$") is not null || type.IsValueType || typeof(Exception).IsAssignableFrom(type);

    static bool IsCollaborator(ParameterInfo parameter) =>
        !parameter.ParameterType.IsValueType && parameter.ParameterType != typeof(string) && !typeof(Delegate).IsAssignableFrom(parameter.ParameterType);

    [GeneratedRegex(@"\b\w*(WhatsApp|Telegram|Messenger|Facebook|Twilio|Vonage|Sinch|Infobip|Slack|MailKit|SendGrid|Mailgun|Viber|Discord)\w*\b", RegexOptions.IgnoreCase)]
    private static partial Regex Provider();
}
