using Kanal.Decisions.Facts;

namespace Kanal.Decisions.Menus;

/// <summary>The facts that menus ask for by themselves, looked up once: what the product knows by itself has the same number in every catalogue.</summary>
static class MenuFacts
{
    public static readonly int Bot = Of("bot");
    public static readonly int Basket = Of("basket.value");
    public static readonly int Topic = Of("topic");
    public static readonly int Device = Of("device");
    public static readonly int KnownCustomer = Of("customer.known");
    public static readonly int Signals = Of("signals");
    public static readonly int Page = Of("page");
    public static readonly int VisitSeconds = Of("visit.seconds");
    public static readonly int Returning = Of("visit.returning");

    public static bool Is(this FactValues facts, int flag) => facts.TryNumber(flag, out var number) && number != 0;

    static int Of(string key) => FactCatalogue.Standard.Find(key) ?? throw new InvalidOperationException($"There is no fact \"{key}\".");
}
