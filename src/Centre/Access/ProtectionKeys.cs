using System.Xml.Linq;
using Kanal.Centre.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Kanal.Centre.Access;

/// <summary>Keeps the framework's data protection keys in the database, so that a cookie holds on every node and over restarts.</summary>
public sealed class ProtectionKeys(Database database, TimeProvider time) : IXmlRepository
{
    // The framework asks synchronously, a few times a day.
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. database.ReadAsync(sql => sql.QueryAsync<string>("select xml from protection_keys"), CancellationToken.None).GetAwaiter().GetResult().Select(xml => XElement.Parse(xml))];

    public void StoreElement(XElement element, string friendlyName) =>
        database.WriteAsync(sql => sql.ExecuteAsync(
            "insert into protection_keys (name, xml, created_at) values (@friendlyName, @xml, @now)",
            new { friendlyName, xml = element.ToString(SaveOptions.DisableFormatting), now = time.GetUtcNow() }), CancellationToken.None).GetAwaiter().GetResult();
}
