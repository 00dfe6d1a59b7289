namespace Kanal.Bench;

/// <summary>What it costs that a visitor and an agent are at different nodes: by turns at one node and at two, in the same minutes.</summary>
static class Hop
{
    const int Conversations = 200;
    const int Turns = 3;

    public static async Task MeasureAsync(string program, Storage storage, Effort effort, Report report)
    {
        await using var here = await ServerProcess.StartAsync(program, storage);
        using var shop = await Shop.OpenAsync(here.Address);
        await using var there = await ServerProcess.StartAsync(program, storage);
        var conversations = await shop.StartAsync(Conversations);
        foreach (var rate in new[] { 100, 1000 })
        {
            var (same, other) = (new List<DeliveryResult>(), new List<DeliveryResult>());
            await AtAsync(there.Address, 200, effort.WarmUp);
            for (var turn = 0; turn < Turns; turn++)
            {
                same.Add(await AtAsync(here.Address, rate, effort.Delivery));
                other.Add(await AtAsync(there.Address, rate, effort.Delivery));
            }

            var (one, two) = (Middle(same), Middle(other));
            report.Add($"Delivery between two nodes at {rate:N0} messages a second", storage.Engine,
                $"p50 {two.Median:N1} ms, p99 {two.Slowest:N1} ms, against {one.Median:N1} and {one.Slowest:N1} ms at one of the two{Missing(same.Concat(other))}", "p99 under 20 ms", two.Slowest < 20 && Missing(other) == "");
        }

        Task<DeliveryResult> AtAsync(Uri visitors, int rate, TimeSpan length)
        {
            // The agent stays at the first.
            shop.SpreadOver([visitors]);
            return Delivery.MeasureAsync(shop, conversations, rate, length);
        }
    }

    static DeliveryResult Middle(List<DeliveryResult> results) => results.OrderBy(result => result.Slowest).ElementAt(results.Count / 2);

    static string Missing(IEnumerable<DeliveryResult> results) => results.Sum(result => result.Missing) is > 0 and var missing ? $", {missing} missing" : "";
}
