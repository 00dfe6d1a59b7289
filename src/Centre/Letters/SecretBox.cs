using System.Security.Cryptography;
using System.Text;

namespace Kanal.Centre.Letters;

/// <summary>
/// Seals what we must be able to read again, such as the password of a mailbox. The key is in a file of the data folder that only we can read,
/// not in the database: who gets a copy of the one has nothing.
/// </summary>
public sealed class SecretBox(DataFolder data)
{
    const int KeyLength = 32;
    const int NonceLength = 12;
    const int TagLength = 16;

    readonly Lock _gate = new();
    byte[]? _key;

    /// <param name="purpose">What it is for; it opens for that alone.</param>
    public string Seal(string text, string purpose)
    {
        var clear = Encoding.UTF8.GetBytes(text);
        var whole = new byte[NonceLength + TagLength + clear.Length];
        RandomNumberGenerator.Fill(whole.AsSpan(0, NonceLength));
        using var cipher = new AesGcm(Key(), TagLength);
        cipher.Encrypt(whole.AsSpan(0, NonceLength), clear, whole.AsSpan(NonceLength + TagLength), whole.AsSpan(NonceLength, TagLength), Encoding.UTF8.GetBytes(purpose));
        return Convert.ToBase64String(whole);
    }

    /// <summary>Null where it was sealed with another key, or for something else.</summary>
    public string? Open(string? sealedText, string purpose)
    {
        if (sealedText is null || Convert.FromBase64String(sealedText) is not { Length: >= NonceLength + TagLength } whole)
        {
            return null;
        }

        var clear = new byte[whole.Length - NonceLength - TagLength];
        try
        {
            using var cipher = new AesGcm(Key(), TagLength);
            cipher.Decrypt(whole.AsSpan(0, NonceLength), whole.AsSpan(NonceLength + TagLength), whole.AsSpan(NonceLength, TagLength), clear, Encoding.UTF8.GetBytes(purpose));
            return Encoding.UTF8.GetString(clear);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    byte[] Key()
    {
        lock (_gate)
        {
            return _key ??= ReadOrMake();
        }
    }

    byte[] ReadOrMake()
    {
        var path = Path.Combine(Directory.CreateDirectory(data.Folder).FullName, "secrets.key");
        if (!File.Exists(path))
        {
            Make(path);
        }

        return File.ReadAllBytes(path) is { Length: KeyLength } key ? key : throw new InvalidOperationException($"The key in {path} is damaged: it should have {KeyLength} bytes. Bring it back from a backup.");
    }

    // Of two who make it at once, one does.
    static void Make(string path)
    {
        var temporary = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(temporary, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(KeyLength));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
        }
    }
}
