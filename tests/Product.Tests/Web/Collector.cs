using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Threading.Channels;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Web;

/// <summary>Stands where an OpenTelemetry collector would, and keeps what it is sent.</summary>
sealed class Collector : IDisposable
{
    readonly HttpListener _listener = new();
    readonly ConcurrentDictionary<string, Channel<string>> _sent = new();

    public Collector()
    {
        Address = $"http://127.0.0.1:{FreePorts.Next()}";
        _listener.Prefixes.Add($"{Address}/");
        _listener.Start();
        _ = ListenAsync();
    }

    public string Address { get; }

    /// <summary>Returns when all these words were sent to the path, in one piece or in several.</summary>
    public async Task UntilAsync(string path, params string[] words)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        for (var missing = words.ToList(); missing.Count > 0;)
        {
            var sent = await At(path).Reader.ReadAsync(patience.Token);
            missing.RemoveAll(word => sent.Contains(word, StringComparison.Ordinal));
        }
    }

    public void Dispose() => _listener.Close();

    Channel<string> At(string path) => _sent.GetOrAdd(path, _ => Channel.CreateUnbounded<string>());

    async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                var call = await _listener.GetContextAsync();
                using var reader = new StreamReader(call.Request.InputStream, Encoding.Latin1);
                At(call.Request.Url!.AbsolutePath).Writer.TryWrite(await reader.ReadToEndAsync());
                call.Response.Close();
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
