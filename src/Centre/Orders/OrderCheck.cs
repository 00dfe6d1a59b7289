namespace Kanal.Centre.Orders;

/// <summary>Looks at an order on its way in. What no shop ever sold is refused with its place.</summary>
public static class OrderCheck
{
    const double MostValue = 1e9;
    const int MostItems = 100_000;
    const int LongestNumber = 100;

    static readonly TimeSpan _oldest = TimeSpan.FromDays(366);
    static readonly TimeSpan _early = TimeSpan.FromMinutes(5);

    public static OrderReport Check(string? number, double value, string? currency, int? items, DateTimeOffset? at, OrderSource source, string? visitor, DateTimeOffset now)
    {
        var faults = new Faults();
        var called = faults.Line("order", number, LongestNumber);
        faults.AddIf(!(value >= 0 && value <= MostValue), "value", "An order's value is between 0 and 1,000,000,000.");
        faults.AddIf(items is < 0 or > MostItems, "items", "An order has between 0 and 100,000 items.");
        var money = currency?.Trim().ToUpperInvariant() is { Length: > 0 } code ? code : null;
        faults.AddIf(money is not null && (money.Length != 3 || !money.All(char.IsAsciiLetterUpper)), "currency", "A currency has three letters, such as EUR.");
        faults.AddIf(at > now + _early, "at", "This order is from the future.");
        faults.AddIf(at < now - _oldest, "at", "Only orders of the last year are taken.");
        faults.ThrowIfAny();
        return new OrderReport(called, value, money, items, at, source, visitor);
    }
}
