using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Cluster;

/// <summary>An organisation at work, to which a second node has been added. Take it as <c>IClassFixture&lt;FoundedNodes&gt;</c>.</summary>
public sealed class FoundedNodes : IAsyncLifetime
{
    Fjordrejser? _here;

    public KanalHost A => _here!.Kanal;

    public KanalHost B { get; private set; } = null!;

    /// <summary>As node A is asked.</summary>
    public Organisation AtA => _here!.Organisation;

    /// <summary>The same organisation, as node B is asked.</summary>
    public Organisation AtB { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (TestStorage.OnPostgres)
        {
            _here = await Fjordrejser.FoundAsync();
            B = await KanalHost.StartAsync(storage: A.Storage.ForAnother());
            AtB = AtA.At(B.Address);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_here is not null)
        {
            AtB.Dispose();
            await B.DisposeAsync();
            await _here.DisposeAsync();
        }
    }
}
