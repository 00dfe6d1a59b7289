using System.Text;

namespace Kanal.Channels.Email.Mime.Writing;

/// <summary>Lines that wait to be written.</summary>
sealed class MailText
{
    const int Full = 32 * 1024;
    const int Fold = 76;

    readonly StringBuilder _waiting = new();

    public bool IsFull => _waiting.Length > Full;

    /// <summary>Folded at its spaces. Spaces that must not be lost are encoded before.</summary>
    public void Header(string name, string value)
    {
        var length = name.Length + 1;
        _waiting.Append(name).Append(':');
        foreach (var word in value.Split(' '))
        {
            if (length + 1 + word.Length > Fold && length > name.Length + 1 && word.Length > 0)
            {
                _waiting.Append("\r\n");
                length = 0;
            }

            _waiting.Append(' ').Append(word);
            length += 1 + word.Length;
        }

        Line();
    }

    public void Line(string text = "") => _waiting.Append(text).Append("\r\n");

    public async Task FlushAsync(Stream target, CancellationToken ct)
    {
        await target.WriteAsync(Encoding.UTF8.GetBytes(_waiting.ToString()), ct);
        _waiting.Clear();
    }
}
