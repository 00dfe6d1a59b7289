using System.Text;
using Kanal.Channels.Email.Mime;
using Kanal.Channels.Email.Reading;

namespace Kanal.Product.Tests.Email;

/// <summary>Messages as tests write them: lines of text, in which \xNN is a byte.</summary>
static class Letter
{
    public static Mail Read(string message) => Mail.Read(new MemoryStream(Bytes(message)));

    public static Mail Headed(string headers) => Read($"{headers}\r\n\r\nHello\r\n");

    public static ReadMail Understood(string message) => ReadMail.Of(Read(message));

    public static ReadMail Html(string html) => Understood($"Content-Type: text/html; charset=utf-8\n\n{html}");

    /// <summary>Letters beyond ASCII are written as UTF-8, \xNN as that byte.</summary>
    public static byte[] Bytes(string message)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < message.Length; i++)
        {
            if (message[i] == '\\' && i + 3 < message.Length && message[i + 1] == 'x')
            {
                bytes.Add(Convert.ToByte(message.Substring(i + 2, 2), 16));
                i += 3;
            }
            else
            {
                var length = char.IsHighSurrogate(message[i]) ? 2 : 1;
                bytes.AddRange(Encoding.UTF8.GetBytes(message.Substring(i, length)));
                i += length - 1;
            }
        }

        return [.. bytes];
    }
}
