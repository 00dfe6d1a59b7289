namespace Kanal.Decisions.Facts;

/// <summary>The facts that every site can use. New ones go to the end of their part; nothing else lists them.</summary>
static class StandardFacts
{
    public static IReadOnlyList<string> Weekdays { get; } = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    public static IReadOnlyList<Fact> All { get; } =
    [
        Page("page") with { Longest = 2_048 },
        Page("referrer") with { Longest = 2_048 },
        Page("step"),
        Page("topic"),
        Page("basket.value", FactKind.Number) with { Unit = FactUnit.Money },
        Page("basket.items", FactKind.Number) with { Unit = FactUnit.Count, Most = 100_000 },
        Page("basket.currency") with { Longest = 3 },
        Page("error"),
        Page("campaign"),
        Page("language") with { Longest = 35 },
        Page("locale") with { Longest = 35 },
        Page("timeZone") with { Longest = 64 },
        Page("device") with { Choices = ["desktop", "phone", "tablet"] },
        Page("title") with { Longest = 300 },

        Visit("signals", FactKind.Texts) with { Choices = Signals.All },
        Visit("visit.seconds", FactKind.Number) with { Unit = FactUnit.Seconds, Most = 604_800 },
        Visit("visit.pageSeconds", FactKind.Number) with { Unit = FactUnit.Seconds, Most = 604_800 },
        Visit("visit.stepSeconds", FactKind.Number) with { Unit = FactUnit.Seconds, Most = 604_800 },
        Visit("visit.pages", FactKind.Number) with { Unit = FactUnit.Count, Most = 100_000 },
        Visit("visit.pageVisits", FactKind.Number) with { Unit = FactUnit.Count, Most = 100_000 },
        Visit("visit.vainSearches", FactKind.Number) with { Unit = FactUnit.Count, Most = 100_000 },
        Visit("visit.search"),
        Visit("visit.returning", FactKind.Flag),

        Known("customer.known", FactKind.Flag),
        Known("customer.group"),
        Known("customer.expertise") with { Choices = ["beginner", "expert"] },
        Known("customer.value", FactKind.Number) with { Unit = FactUnit.Money, Least = -1e9 },
        Known("customer.orders", FactKind.Number) with { Unit = FactUnit.Count },
        Known("customer.contacts", FactKind.Number) with { Unit = FactUnit.Count },
        Known("customer.openConversations", FactKind.Number) with { Unit = FactUnit.Count },
        Known("customer.lastContactHours", FactKind.Number) with { Unit = FactUnit.Hours },
        Known("customer.lastOutcome"),
        Known("customer.channels", FactKind.Texts),

        Ours("bot", FactKind.Flag),
        Ours("open", FactKind.Flag),
        Ours("weekday") with { Choices = Weekdays },
        Ours("time", FactKind.Number) with { Unit = FactUnit.TimeOfDay, Most = 1_439 },
        Ours("load.waiting", FactKind.Number) with { Unit = FactUnit.Count },
        Ours("load.wait", FactKind.Number) with { Unit = FactUnit.Seconds },
        Ours("load.free", FactKind.Number) with { Unit = FactUnit.Count },
    ];

    static Fact Page(string key, FactKind kind = FactKind.Text) => new(key, kind, FactSource.Page, Privacy.None);

    static Fact Visit(string key, FactKind kind = FactKind.Text) => new(key, kind, FactSource.Visit, Privacy.Journey);

    static Fact Known(string key, FactKind kind = FactKind.Text) => new(key, kind, FactSource.Identity, Privacy.Personal);

    static Fact Ours(string key, FactKind kind = FactKind.Text) => new(key, kind, FactSource.Centre, Privacy.None);
}
