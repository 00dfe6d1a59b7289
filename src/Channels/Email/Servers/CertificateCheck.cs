using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kanal.Centre.Texts;

namespace Kanal.Channels.Email.Servers;

/// <summary>Looks at a server's certificate, and says in words what is wrong with it.</summary>
sealed class CertificateCheck(MailServerSettings settings, TimeProvider time)
{
    const string AlternativeNames = "2.5.29.17";

    /// <summary>What was wrong, after a refusal.</summary>
    public MailFault? Fault { get; private set; }

    public bool Trusts(X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors)
    {
        if (shown is null)
        {
            Fault = Bad($"{settings.Host} shows no certificate.", null);
            return false;
        }

        using var certificate = new X509Certificate2(shown);
        if (settings.TrustedFingerprint is { } trusted)
        {
            Fault = Same(trusted, FingerprintOf(certificate)) ? null
                : Bad($"{settings.Host} has another certificate than the one that is trusted. Its fingerprint is {FingerprintOf(certificate)}.", certificate);
        }
        else if (errors != SslPolicyErrors.None)
        {
            var authorities = settings.TrustedAuthorities is null ? null : Authorities(settings.TrustedAuthorities);
            var isSigned = authorities is null ? !errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) : IsSignedBy(authorities, certificate, chain);
            Fault = isSigned && !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? null : Fault ?? What(certificate, isSigned);
        }

        return Fault is null;
    }

    public static string FingerprintOf(X509Certificate2 certificate) => Convert.ToHexString(SHA256.HashData(certificate.RawDataMemory.Span));

    static bool Same(string trusted, string shown) =>
        string.Equals(trusted.Replace(":", "", StringComparison.Ordinal).Trim(), shown, StringComparison.OrdinalIgnoreCase);

    X509Certificate2Collection? Authorities(string file)
    {
        try
        {
            var found = new X509Certificate2Collection();
            found.ImportFromPemFile(file);
            return found;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or CryptographicException)
        {
            Fault = Bad($"The file {file} of trusted certificates can't be read.", null);
            return null;
        }
    }

    static bool IsSignedBy(X509Certificate2Collection authorities, X509Certificate2 certificate, X509Chain? seen)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        if (seen is not null)
        {
            chain.ChainPolicy.ExtraStore.AddRange(seen.ChainElements.Select(between => between.Certificate).ToArray());
        }

        return chain.Build(certificate);
    }

    // The name first: a wrong server is the commonest reason, and its certificate is fine otherwise.
    MailFault What(X509Certificate2 certificate, bool isSigned)
    {
        var now = time.GetUtcNow();
        if (!certificate.MatchesHostname(settings.Host))
        {
            return Bad($"The certificate of {settings.Host} is for {string.Join(", ", NamesOf(certificate).Take(5))}, not for {settings.Host}.", certificate);
        }

        if (certificate.NotAfter.ToUniversalTime() < now)
        {
            return Bad($"The certificate of {settings.Host} expired on {Day(certificate.NotAfter)}.", certificate);
        }

        if (certificate.NotBefore.ToUniversalTime() > now)
        {
            return Bad($"The certificate of {settings.Host} is not valid before {Day(certificate.NotBefore)}.", certificate);
        }

        if (certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData))
        {
            return Bad($"{settings.Host} has signed its certificate itself. If the server is yours, you can trust it by its fingerprint, {FingerprintOf(certificate)}.", certificate);
        }

        return isSigned
            ? Bad($"The certificate of {settings.Host} can't be trusted.", certificate)
            : Bad($"The certificate of {settings.Host} was issued by {certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true)}, whom nobody here knows. If that is your own authority, name its file of certificates.", certificate);
    }

    static List<string> NamesOf(X509Certificate2 certificate)
    {
        List<string> names = [];
        foreach (var extension in certificate.Extensions.Where(extension => extension.Oid?.Value == AlternativeNames))
        {
            var alternatives = new X509SubjectAlternativeNameExtension(extension.RawData);
            names.AddRange([.. alternatives.EnumerateDnsNames(), .. alternatives.EnumerateIPAddresses().Select(address => address.ToString())]);
        }

        return names.Count > 0 ? names : [certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false)];
    }

    static string Day(DateTime moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static MailFault Bad(Sentence sentence, X509Certificate2? certificate) =>
        new(MailFaultKind.BadCertificate, sentence) { Fingerprint = certificate is null ? null : FingerprintOf(certificate) };
}
