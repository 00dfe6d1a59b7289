using Kanal.Centre.Delivery;
using Kanal.Centre.Letters;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Channels.Email;

static class EmailServices
{
    public static IServiceCollection AddEmail(this IServiceCollection services) => services
        .AddSingleton<IReadLetters, LetterReader>()
        .AddSingleton<ISend, MailSender>()
        .AddSingleton<ITestMailbox, MailboxTester>()
        .AddSingleton<FolderIntake>()
        .AddSingleton<FolderWatch>()
        .AddSingleton<MailTokens>()
        .AddSingleton<MailServers>()
        .AddHostedService<MailboxReceiver>();
}
