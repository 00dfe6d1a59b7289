using Kanal.Centre.Callbacks;
using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;
using Kanal.Web.Api;
using Kanal.Web.Demo.World;

namespace Kanal.Web.Demo.Simulation;

/// <summary>One call in an agent's hands, from dialling to wrapping it up.</summary>
sealed class Calling(Id conversation, KanalClient kanal, Pace pace, Random chance)
{
    const double Reached = 0.7;

    readonly string _path = $"/conversations/{conversation}";

    public async Task RunAsync(Id? topic, CancellationToken ct)
    {
        await pace.PauseAsync(chance, 2, 5, ct);
        await kanal.PostAsync($"{_path}/callback/call", null, ct);
        var reached = chance.Says(Reached);
        await pace.PauseAsync(chance, reached ? 20 : 8, reached ? 60 : 15, ct);
        var outcome = reached ? CallOutcome.Reached : chance.Says(0.5) ? CallOutcome.NoAnswer : CallOutcome.Voicemail;
        var card = await kanal.PostAsync<CallCard>($"{_path}/callback/outcome", new OutcomeRequest(outcome), ct);
        if (card.Callback.State is CallbackState.Done or CallbackState.NotReached)
        {
            await pace.PauseAsync(chance, 3, 8, ct);
            await kanal.PostAsync($"{_path}/wrap-up", new WrapUpRequest(reached ? Outcome.Solved : Outcome.NotReached, topic), ct);
        }
    }
}
