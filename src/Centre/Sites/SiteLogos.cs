using Kanal.Centre.Access;
using Kanal.Centre.Attachments;
using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Sites;

/// <summary>A site's logo: a small picture that everybody may see.</summary>
public sealed class SiteLogos(FileShelf shelf, SiteSettings settings, SiteDirectory sites, IdSource ids)
{
    /// <summary>In bytes: the first view of a help centre is to stay below 50 kB with it.</summary>
    public const long Largest = 30 * 1024;

    const string Folder = "/files/logos/";

    static readonly Dictionary<string, string> _types = new() { [".png"] = "image/png", [".jpg"] = "image/jpeg", [".webp"] = "image/webp", [".gif"] = "image/gif" };

    public async Task<Site> SetAsync(Id site, Stream content, string name, string? claimedType, Caller caller, CancellationToken ct)
    {
        var file = await shelf.WriteAsync(ids.Next(), content, name, claimedType, ct);
        try
        {
            return await ChangeAsync(site, $"{Folder}{file.Id}{Ending(file)}", caller, ct);
        }
        catch
        {
            shelf.Remove(file.Id);
            throw;
        }
    }

    public Task<Site> RemoveAsync(Id site, Caller caller, CancellationToken ct) => ChangeAsync(site, null, caller, ct);

    /// <summary>The picture with its bytes, which the caller closes; null where it is no site's logo.</summary>
    /// <param name="name">The last part of <see cref="SiteLook.Logo"/>.</param>
    public async Task<(FileReference File, Stream Content)?> OpenAsync(string name, CancellationToken ct) =>
        (await sites.AllAsync(ct)).Any(site => site.Look.Logo == Folder + name)
        && IdOf(name) is { } id && shelf.Open(id) is { } content
            ? (new FileReference(id, name, _types[Path.GetExtension(name)], content.Length), content) : null;

    async Task<Site> ChangeAsync(Id site, string? logo, Caller caller, CancellationToken ct)
    {
        var before = (await sites.FindAsync(site, ct))?.Look.Logo;
        var changed = await settings.ChangeLogoAsync(site, logo, caller, ct);
        if (IdOf(before) is { } old)
        {
            shelf.Remove(old);
        }

        return changed;
    }

    static Id? IdOf(string? logo) => Id.TryParse(Path.GetFileNameWithoutExtension(logo), null, out var id) ? id : null;

    static string Ending(FileReference file) =>
        _types.FirstOrDefault(known => known.Value == file.Type).Key is not { } ending
            ? throw new RefusedException(Refusal.UnsupportedType, "logo-type-refused", "A logo should be a picture: PNG, JPEG, WebP or GIF.")
            : file.Size > Largest
                ? throw new RefusedException(Refusal.TooLarge, "logo-too-large", $"This logo is too large: at most {Largest / 1024} kB, so that pages come quickly.")
                : ending;
}
