namespace Kanal.Centre.Letters;

/// <summary>Between whom a letter goes, as its row has it.</summary>
public sealed record LetterPeople
{
    public LetterAddress? From { get; init; }
    public IReadOnlyList<LetterAddress> ReplyTo { get; init; } = [];
    public IReadOnlyList<LetterAddress> To { get; init; } = [];
    public IReadOnlyList<LetterAddress> Cc { get; init; } = [];
    public IReadOnlyList<LetterAddress> Bcc { get; init; } = [];

    /// <summary>Everyone whom it was sent to, each once.</summary>
    public IEnumerable<LetterAddress> Recipients => To.Concat(Cc).Concat(Bcc).DistinctBy(one => one.Address);

    public static LetterPeople Of(InboundLetter letter) => new() { From = letter.From, ReplyTo = letter.ReplyTo, To = letter.To, Cc = letter.Cc };
}
