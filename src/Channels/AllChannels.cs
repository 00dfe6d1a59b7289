using Kanal.Centre.Delivery;
using Kanal.Channels.Email;
using Kanal.Channels.Http;
using Kanal.Channels.WebChat;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Channels;

/// <summary>One line per channel: the only line outside a channel's folder.</summary>
public static class AllChannels
{
    public static IServiceCollection AddChannels(this IServiceCollection services)
    {
        services.AddSingleton<Heartbeat>();
        services.AddHostedService(provider => provider.GetRequiredService<Heartbeat>());
        services.AddSingleton<IChannel, WebChatChannel>().AddWebChat();
        services.AddSingleton<IChannel, EmailChannel>().AddEmail();
        return services;
    }

    public static void MapChannels(this IEndpointRouteBuilder publicApi) => publicApi.MapWebChat();
}
