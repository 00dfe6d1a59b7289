using System.Text;

namespace Kanal.Channels.Email.Servers;

/// <summary>What is said to sign in, for both protocols.</summary>
static class Sasl
{
    public static string Plain(string user, string password) => Encoded($"\0{Whole(user)}\0{Whole(password)}");

    public static string XOAuth2(string user, string token) => Encoded($"user={Whole(user)}\u0001auth=Bearer {Whole(token)}\u0001\u0001");

    public static string Encoded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    // A name with a NUL or a line's end in it would say something else than it seems to.
    static string Whole(string text) => text.Any(letter => letter is '\0' or '\r' or '\n' or '\u0001')
        ? throw new MailFault(MailFaultKind.LoginRefused, "The user name or the password has signs in it that no mail server can take.")
        : text;
}
