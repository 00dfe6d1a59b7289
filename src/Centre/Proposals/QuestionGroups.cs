using Kanal.Centre.Knowledge;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Proposals;

/// <summary>
/// Questions that are asked again and again and that no article answers well. Questions and articles stand in one index; how near two are is the
/// share that the one reaches of the other's own score in a search for its words. Word forms, typing errors and compound words are forgiven as in
/// every search of ours; other words for the same thing are not.
/// </summary>
public static class QuestionGroups
{
    /// <summary>From this share on two questions are about the same.</summary>
    public const double Alike = 0.45;

    /// <summary>From this share on an article answers well: nobody needs to write another.</summary>
    public const double Answered = 0.3;

    const int Smallest = 2;

    /// <param name="questions">By the conversation they began; the latest first.</param>
    /// <param name="articles">What is published, in the same language.</param>
    /// <returns>The largest first.</returns>
    public static List<QuestionGroup> Find(IReadOnlyList<Findable> questions, IReadOnlyList<Findable> articles, string language)
    {
        var close = new AnswerIndex([.. questions, .. articles]).Close(language);
        var asked = questions.ToDictionary(question => question.Id);
        var near = questions.ToDictionary(question => question.Id, question => close?.Of(question.Title, question, Math.Min(Alike, Answered) / 2) ?? []);
        var best = near.ToDictionary(one => one.Key, one => one.Value.Where(other => !asked.ContainsKey(other.Found.Id)).OrderByDescending(other => other.Share).FirstOrDefault());
        var open = questions.Select(question => question.Id).Where(id => best[id].Share < Answered).ToHashSet();
        var alike = open.ToDictionary(id => id, id => near[id].Where(other => other.Share >= Alike && open.Contains(other.Found.Id)).Select(other => other.Found.Id).ToHashSet());
        List<QuestionGroup> groups = [];
        foreach (var id in questions.Select(question => question.Id).Where(open.Contains).OrderByDescending(id => alike[id].Count).ToList())
        {
            var members = open.Contains(id) ? questions.Select(question => question.Id).Where(other => open.Contains(other) && (other == id || alike[id].Contains(other))).ToList() : [];
            if (members.Count >= Smallest)
            {
                open.ExceptWith(members);
                groups.Add(new QuestionGroup(asked[id].Title, members, best[id].Found?.Id, Math.Round(best[id].Share, 2)));
            }
        }

        return [.. groups.OrderByDescending(group => group.Members.Count)];
    }
}

/// <param name="Question">The one that most others are like.</param>
/// <param name="Members">The conversations, the latest first.</param>
/// <param name="Nearest">The article that comes closest; null where none shares a word.</param>
/// <param name="Closeness">How close it comes, from 0 to 1.</param>
public sealed record QuestionGroup(string Question, IReadOnlyList<Id> Members, Id? Nearest, double Closeness);
