using Kanal.Centre.Live;
using Kanal.Centre.Routing;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Strategy;

/// <summary>After the commit of a change: what visitors see follows, and the desks are told.</summary>
public sealed class StrategyNews(StrategyShelf shelf, DeskFeed desks, ILogger<StrategyNews> log)
{
    public async Task TellAsync()
    {
        try
        {
            await shelf.FollowAsync(CancellationToken.None);
        }
        catch (Exception trouble)
        {
            log.LogError(trouble, "What was published could not be read; it is tried again within half a minute");
        }

        desks.Tell("settings", new SettingsChanged("strategies"));
    }
}
