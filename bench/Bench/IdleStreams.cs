namespace Kanal.Bench;

/// <summary>What the server keeps in memory for an event stream on which nothing happens.</summary>
static class IdleStreams
{
    public static async Task<double> BytesPerStreamAsync(ServerProcess server, Conversation[] conversations, int count)
    {
        var streams = new List<HttpConnection>();
        try
        {
            // The first few load code and fill pools; they are not what one more stream costs.
            await OpenAsync(server, conversations, streams, 200);
            await Task.Delay(TimeSpan.FromSeconds(3));
            var before = server.ResidentMemory;
            await OpenAsync(server, conversations, streams, count);
            await Task.Delay(TimeSpan.FromSeconds(10));
            return (server.ResidentMemory - before) / (double)count;
        }
        finally
        {
            streams.ForEach(stream => stream.Dispose());
        }
    }

    static async Task OpenAsync(ServerProcess server, Conversation[] conversations, List<HttpConnection> streams, int count) =>
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, _) =>
        {
            var stream = await HttpConnection.OpenAsync(server.Address);
            lock (streams)
            {
                streams.Add(stream);
            }

            var status = await stream.OpenStreamAsync(conversations[i % conversations.Length].Events());
            if (status != 200)
            {
                throw new InvalidOperationException($"An event stream was answered with {status}.");
            }
        });
}
