using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kanal.Product.Tests.Email;

/// <summary>A certificate of ours, signed by itself or by another of ours.</summary>
public sealed class TestCertificate
{
    TestCertificate(X509Certificate2 certificate) => Certificate = certificate;

    public X509Certificate2 Certificate { get; }

    public string Fingerprint => Certificate.GetCertHashString(HashAlgorithmName.SHA256);

    /// <param name="names">Of hosts, or their addresses.</param>
    public static TestCertificate For(params string[] names) => Made(names, DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(100), null);

    public static TestCertificate Expired(params string[] names) => Made(names, DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(51), null);

    public TestCertificate Signs(params string[] names) => Made(names, DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(100), Certificate);

    public void Write(string folder)
    {
        File.WriteAllText(Path.Combine(folder, "tls.crt"), Certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "tls.key"), Certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
    }

    static TestCertificate Made(string[] names, DateTimeOffset from, DateTimeOffset to, X509Certificate2? issuer)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={names[0]}", key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            if (IPAddress.TryParse(name, out var address))
            {
                alternatives.AddIpAddress(address);
            }
            else
            {
                alternatives.AddDnsName(name);
            }
        }

        request.CertificateExtensions.Add(alternatives.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(issuer is null, false, 0, false));
        using var signed = issuer is null ? request.CreateSelfSigned(from, to) : request.Create(issuer, from, to, RandomNumberGenerator.GetBytes(8)).CopyWithPrivateKey(key);
        // As a server holds it, with a key that has a place.
        return new(X509CertificateLoader.LoadPkcs12(signed.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable));
    }
}
