using NodaTime;

namespace Kanal.Decisions.Measures;

/// <summary>
/// What a visitor did after a search that found nothing: the one of the things that says most of what came within <see cref="Within"/>.
/// Writing to us says more than reading, reading more than finding; who did none of them has left.
/// </summary>
public static class AfterSearch
{
    /// <summary>What comes later is another matter.</summary>
    public static Duration Within { get; } = Duration.FromMinutes(30);

    /// <param name="sought">When the search was.</param>
    /// <param name="since">What the same visitor did from then on, in any order.</param>
    /// <returns>Null where it can't be known yet.</returns>
    public static NextStep? Of(Instant sought, IEnumerable<(NextStep Step, Instant At)> since, Instant now)
    {
        var most = since.Where(done => done.At >= sought && done.At < sought + Within).Select(done => done.Step).Append(NextStep.Left).Max();
        return most == NextStep.Contacted || now >= sought + Within ? most : null;
    }
}

/// <summary>What comes after a search in vain, what says most of it last.</summary>
public enum NextStep
{
    Left,

    /// <summary>Sought with other words and found something.</summary>
    Found,

    /// <summary>Opened an article.</summary>
    Read,

    /// <summary>Began a conversation.</summary>
    Contacted,
}
