using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Letters;

/// <summary>An organisation whose clock stands still until a test moves it on, with a mailbox that sends to a server of the test's own.</summary>
public sealed class TimedOffice : IAsyncLifetime
{
    public TestClock Clock { get; } = new();

    public Fjordrejser Here { get; private set; } = null!;

    public SmtpSink Sink { get; } = new();

    public AgentClient Agent => Here.Organisation.Administrator;

    public string Mailbox { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Here = await Fjordrejser.FoundAsync(Clock);
        Mailbox = await PostOffice.ConnectAsync(Agent, Sink.Port, PostOffice.Address);
    }

    public async ValueTask DisposeAsync()
    {
        await Here.DisposeAsync();
        await Sink.DisposeAsync();
    }

    /// <summary>A letter of ours in a conversation.</summary>
    public async Task<Reply> MineAsync(string conversation) => (await Agent.GetAsync($"/conversations/{conversation}/timeline")).Rows.Single(entry => entry["letter.mine"] == "true");
}
