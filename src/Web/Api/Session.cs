using Kanal.Centre.Access;
using Kanal.Centre.Agents;
using QRCoder;

namespace Kanal.Web.Api;

/// <summary>Who is signed in, and to what.</summary>
/// <param name="Version">The program's.</param>
public sealed record Session(Agent Agent, string Organisation, string Version);

/// <param name="Code">The authenticator's code or a recovery code, where the answer was <c>code-needed</c>.</param>
/// <param name="Remember">Keeps the session for 30 days instead of until the browser is closed.</param>
public sealed record SignInRequest(string Email, string Password, string? Code = null, bool Remember = false);

public sealed record PasswordChange(string Current, string New);

public sealed record PasswordAgain(string Password);

public sealed record AuthenticatorCode(string Code);

/// <param name="RecoveryCodes">Each gets its owner in once without the phone. They are shown this once.</param>
public sealed record AuthenticatorConfirmed(IReadOnlyList<string> RecoveryCodes);

/// <summary>What the authenticator on the phone is to be told.</summary>
/// <param name="Secret">For typing.</param>
/// <param name="Uri">The same as an <c>otpauth</c> address.</param>
/// <param name="Qr">The address as a QR code, in SVG.</param>
public sealed record NewAuthenticator(string Secret, string Uri, string Qr)
{
    internal static NewAuthenticator For(Account account, string organisation)
    {
        var secret = account.AuthenticatorKey ?? "";
        var issuer = System.Uri.EscapeDataString(organisation);
        var uri = $"otpauth://totp/{issuer}:{System.Uri.EscapeDataString(account.Email)}?secret={secret}&issuer={issuer}&digits=6&period=30";
        using var code = QRCodeGenerator.GenerateQrCode(uri, QRCodeGenerator.ECCLevel.M);
        using var drawing = new SvgQRCode(code);
        return new(secret, uri, drawing.GetGraphic(4, "#000000", "#ffffff", sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute));
    }
}
