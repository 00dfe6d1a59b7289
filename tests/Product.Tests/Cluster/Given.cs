using System.Net;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Cluster;

/// <summary>What rings at an agent, wherever it was begun.</summary>
static class Given
{
    /// <summary>Waits until the conversation rings at the agent.</summary>
    public static async Task<string> OfferOfAsync(this AgentClient agent, VisitorClient visitor)
    {
        var offers = await Asking.UntilAsync(() => agent.GetAsync("/offers"), offers => offers.Rows.Any(offer => offer["conversation.id"] == visitor.Conversation));
        return offers.Rows.Single(offer => offer["conversation.id"] == visitor.Conversation)["id"]!;
    }

    /// <summary>Waits until the conversation rings at the agent, who accepts it.</summary>
    public static async Task GivenAsync(this AgentClient agent, VisitorClient visitor) =>
        (await agent.AcceptAsync(await agent.OfferOfAsync(visitor))).Expect(HttpStatusCode.OK);
}
