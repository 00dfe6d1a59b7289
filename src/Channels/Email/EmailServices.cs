using Kanal.Centre.Delivery;
using Kanal.Centre.Letters;
using Kanal.Channels.Email.Dns;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Channels.Email;

static class EmailServices
{
    public static IServiceCollection AddEmail(this IServiceCollection services) => services
        .AddSingleton<IReadLetters, LetterReader>()
        .AddSingleton<ISend, MailSender>()
        .AddSingleton<ITestMailbox, MailboxTester>()
        // The machine's name servers may change while we run.
        .AddTransient(host => DnsClient.OfSystem(host.GetRequiredService<TimeProvider>()))
        .AddTransient<SenderLook>()
        .AddTransient<ILookAtSenders, SenderReports>()
        .AddSingleton<FolderIntake>()
        .AddSingleton<FolderWatch>()
        .AddSingleton<MailTokens>()
        .AddSingleton<MailServers>()
        .AddHostedService<MailboxReceiver>();
}
