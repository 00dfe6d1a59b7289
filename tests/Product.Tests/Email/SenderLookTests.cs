using Kanal.Centre.Delivery;
using Kanal.Channels.Email.Dns;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Email;

/// <summary>What the DNS says of a sender's domain.</summary>
[OnOneEngine]
public sealed class SenderLookTests : IDisposable
{
    const string Key = "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC7";

    static readonly CancellationToken _ct = TestContext.Current.CancellationToken;

    readonly ScriptedResolver _resolver = new();

    public void Dispose() => _resolver.Dispose();

    [Fact]
    public async Task A_domain_in_good_order_is_said_to_be_so()
    {
        _resolver.Mx("shop.example", "b.mail.example", "a.mail.example")
            .Text("shop.example", "site-verification=1", "v=spf1 include:mail.example -all")
            .Text("k1._domainkey.shop.example", $"v=DKIM1; k=rsa; p={Key}")
            .Text("_dmarc.shop.example", "v=DMARC1; p=quarantine; rua=mailto:d@shop.example");
        var findings = await LookAsync("shop.example", "k1");
        Assert.Equal([SenderState.Good, SenderState.Good, SenderState.Good, SenderState.Good], findings.Values.Select(finding => finding.State));
        Assert.Equal("Mail for shop.example goes to a.mail.example, b.mail.example.", findings[SenderAspect.Mx].Sentence.ToString());
        Assert.Equal("v=spf1 include:mail.example -all", findings[SenderAspect.Spf].Record);
    }

    [Fact]
    public async Task A_domain_that_says_nothing_is_told_what_is_missing()
    {
        var findings = await LookAsync("nothing.example", "k1");
        Assert.All(findings.Values, finding => Assert.Equal(SenderState.Missing, finding.State));
        Assert.Equal("nothing.example does not say which servers may send for it (SPF). Much of its mail will be taken for spam.", findings[SenderAspect.Spf].Sentence.ToString());
    }

    [Theory]
    [InlineData("v=spf1 +all", SenderState.Wrong)]
    [InlineData("v=spf1 mx", SenderState.Weak)]
    [InlineData("v=spf1 mx ?all", SenderState.Weak)]
    [InlineData("V=SPF1 redirect=_spf.example", SenderState.Good)]
    [InlineData("v=spf10 -all", SenderState.Missing)]
    [InlineData("v=spf1 a ~all|v=spf1 mx -all", SenderState.Wrong)]
    public async Task Of_SPF_it_is_said_what_it_is_worth(string records, SenderState state)
    {
        _resolver.Text("shop.example", records.Split('|'));
        Assert.Equal(state, (await LookAsync("shop.example", null))[SenderAspect.Spf].State);
    }

    [Theory]
    [InlineData("v=DKIM1; p=", SenderState.Wrong)]
    [InlineData("p=not base64 at all!", SenderState.Wrong)]
    [InlineData("v=DKIM2; p=" + Key, SenderState.Wrong)]
    [InlineData("something else", SenderState.Missing)]
    [InlineData("k=ed25519;p=" + Key + "==", SenderState.Good)]
    public async Task Of_DKIM_it_is_said_whether_there_is_a_key(string record, SenderState state)
    {
        _resolver.Text("k1._domainkey.shop.example", record);
        Assert.Equal(state, (await LookAsync("shop.example", "k1"))[SenderAspect.Dkim].State);
        Assert.Equal(SenderState.Unknown, (await LookAsync("shop.example", null))[SenderAspect.Dkim].State);
    }

    [Fact]
    public async Task A_domain_below_another_follows_its_DMARC()
    {
        _resolver.Text("_dmarc.shop.example", "v=DMARC1; p=reject; sp=none");
        Assert.Equal(SenderState.Good, (await LookAsync("shop.example", null))[SenderAspect.Dmarc].State);
        Assert.Equal(SenderState.Weak, (await LookAsync("news.shop.example", null))[SenderAspect.Dmarc].State);
    }

    [Fact]
    public async Task A_domain_without_mail_is_said()
    {
        _resolver.Mx("none.example", "").Address4("web.example");
        Assert.Equal(SenderState.Wrong, (await LookAsync("none.example", null))[SenderAspect.Mx].State);
        Assert.Equal(SenderState.Weak, (await LookAsync("web.example", null))[SenderAspect.Mx].State);
    }

    [Fact]
    public async Task A_key_may_stand_behind_an_alias_and_be_longer_than_a_packet()
    {
        _resolver.Alias("k1._domainkey.shop.example", "k1.provider.example").Text("k1.provider.example", $"v=DKIM1; p={string.Concat(Enumerable.Repeat(Key, 40))}");
        // Cut: the rest is to be fetched by stream.
        _resolver.Changed = answer => [answer[0], answer[1], (byte)(answer[2] | 2), .. answer[3..6], 0, 0, .. answer[8..]];
        var finding = (await LookAsync("shop.example", "k1"))[SenderAspect.Dkim];
        Assert.Equal(SenderState.Good, finding.State);
        Assert.True(finding.Record!.Length > 1500);
    }

    [Fact]
    public async Task Who_gets_no_answer_does_not_know()
    {
        _resolver.Changed = _ => null;
        var findings = await LookAsync("shop.example", "k1", TimeSpan.FromMilliseconds(50));
        Assert.All(findings.Values, finding => Assert.Equal(SenderState.Unknown, finding.State));
        Assert.Equal("The name servers gave no answer about shop.example.", findings[SenderAspect.Spf].Sentence.ToString());
        // The last may still be on its way.
        await Asking.UntilAsync(() => Task.FromResult(_resolver.Questions), questions => questions == 8);
    }

    [Fact]
    public async Task An_answer_to_another_question_is_no_answer()
    {
        _resolver.Text("shop.example", "v=spf1 -all");
        _resolver.Changed = answer => [(byte)(answer[0] ^ 1), .. answer[1..]];
        Assert.Null(await new DnsClient([_resolver.Address], TimeProvider.System, TimeSpan.FromMilliseconds(50)).AskAsync("shop.example", DnsType.Text, _ct));
    }

    [Fact]
    public async Task Whatever_a_name_server_says_ends_in_an_answer_or_in_none()
    {
        _resolver.Text("shop.example", "v=spf1 -all", "other").Mx("shop.example", "mail.shop.example").Alias("alias.example", "shop.example");
        const int Heads = 12 + 15 + 4;
        var random = new Random(7);
        _resolver.Changed = answer =>
        {
            var mangled = answer.ToArray();
            for (var times = random.Next(1, 6); times > 0; times--)
            {
                // Not its head and its question, without which it is not looked at.
                mangled[random.Next(Heads, mangled.Length)] = (byte)random.Next(256);
            }

            return mangled[..random.Next(Heads, mangled.Length + 1)];
        };
        var client = new DnsClient([_resolver.Address], TimeProvider.System, TimeSpan.FromMilliseconds(20));
        for (var i = 0; i < 200; i++)
        {
            await client.AskAsync(i % 2 == 0 ? "shop.example" : "alias.example", i % 3 == 0 ? DnsType.Mx : DnsType.Text, _ct);
        }
    }

    [Theory]
    [InlineData("a..b")]
    [InlineData("")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123.example")]
    public async Task What_is_no_name_is_not_asked_for(string name)
    {
        Assert.Equal(DnsRecords.None, await new DnsClient([_resolver.Address], TimeProvider.System, TimeSpan.FromSeconds(1)).AskAsync(name, DnsType.Text, _ct));
        Assert.Equal(0, _resolver.Questions);
    }

    [Fact]
    public void The_servers_are_those_that_the_machine_asks()
    {
        Assert.Equal(["192.0.2.1:53", "[2001:db8::1]:53"], DnsClient.ServersOf(["# nameserver 192.0.2.9", "search example", "nameserver 192.0.2.1", "nameserver\t2001:db8::1 # two", "nameserver nonsense"]).Select(server => server.ToString()));
        Assert.Equal("127.0.0.1:53", Assert.Single(DnsClient.ServersOf([])).ToString());
    }

    async Task<Dictionary<SenderAspect, SenderFinding>> LookAsync(string domain, string? selector, TimeSpan? patience = null) =>
        (await new SenderLook(new DnsClient([_resolver.Address], TimeProvider.System, patience ?? TimeSpan.FromSeconds(10))).AtAsync(domain, selector, _ct)).ToDictionary(finding => finding.Aspect);
}
