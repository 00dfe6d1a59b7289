using System.Globalization;

namespace Kanal.Channels.Email.Smtp;

/// <param name="Code">Three digits; the first says how it went.</param>
/// <param name="Status">The enhanced status code, such as <c>5.1.1</c>; null where the server gives none.</param>
/// <param name="Lines">What it says, without codes.</param>
public sealed record SmtpReply(int Code, string? Status, IReadOnlyList<string> Lines)
{
    public bool IsGood => Code is >= 200 and < 300;

    public bool AsksForMore => Code is >= 300 and < 400;

    public bool IsTemporary => Code is >= 400 and < 500;

    public string Text => string.Join(' ', Lines);

    /// <summary>As it stands in logs.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Code}{(Status is null ? "" : " ")}{Status} {Text}");

    internal SmtpResult Result => IsGood ? SmtpResult.Accepted : IsTemporary ? SmtpResult.Temporary : SmtpResult.Permanent;
}
