using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kanal.MailBench;

/// <summary>What Dovecot does not start without.</summary>
static class Certificate
{
    public static void Write(string folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        File.WriteAllText(Path.Combine(folder, "tls.crt"), made.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "tls.key"), key.ExportPkcs8PrivateKeyPem());
    }
}
