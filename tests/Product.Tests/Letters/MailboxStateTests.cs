using Kanal.Centre.Letters;
using Kanal.Centre.Storage;
using Kanal.Product.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Product.Tests.Letters;

[OnOneEngine]
public sealed class MailboxStateTests(KanalHost kanal) : IClassFixture<KanalHost>
{
    const int Mailboxes = 5_000;

    [Fact]
    public async Task What_is_fetched_and_what_is_sent_at_the_same_moment_are_both_known_afterwards()
    {
        var states = kanal.Services.GetRequiredService<MailboxStates>();
        using var together = new Barrier(2);
        await Task.WhenAll(EachAsync(mailbox => states.Incoming(mailbox, Receiving.Watching)), EachAsync(mailbox => states.Outgoing(mailbox, Sending.Ready)));
        Assert.All(Enumerable.Range(1, Mailboxes).Select(number => states.Of(new Id(number))), state => Assert.Equal((Receiving.Watching, Sending.Ready), (state.Incoming, state.Outgoing)));

        Task EachAsync(Action<Id> change) => Task.Factory.StartNew(() =>
        {
            for (var number = 1; number <= Mailboxes; number++)
            {
                together.SignalAndWait();
                change(new Id(number));
            }
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }
}
