using System.Globalization;

namespace Kanal.Channels.Email.Imap;

/// <summary>What is known of the folder that is chosen, from what the server says of it unasked.</summary>
sealed class ImapNews
{
    uint? _uidValidity;

    public long Exists { get; private set; }

    /// <summary>There are more messages than when this was last put back.</summary>
    public bool HasMore { get; set; }

    public void Take(ImapData data)
    {
        switch (data)
        {
            case { Name: "EXISTS", Number: { } count }:
                HasMore |= count > Exists;
                Exists = count;
                break;
            case { Name: "EXPUNGE", Number: not null } when Exists > 0:
                Exists--;
                break;
        }
    }

    /// <summary>Nothing is chosen, until <see cref="Chosen"/> says so.</summary>
    public void Leave() => (_uidValidity, Exists, HasMore) = (null, 0, false);

    public void Chosen(uint uidValidity) => (_uidValidity, HasMore) = (uidValidity, false);

    /// <summary>Whether the folder was made anew while we were in it.</summary>
    public bool IsOther(IReadOnlyList<string> code) => _uidValidity is not null && Number(code) != _uidValidity;

    public static uint? Number(IReadOnlyList<string> code) =>
        code.Count > 1 && uint.TryParse(code[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
