using Kanal.Centre.Agents;
using Kanal.Centre.Conversations;
using Kanal.Centre.Topics;
using Kanal.Web.Demo.World;

namespace Kanal.Web.Demo.Seeding;

/// <summary>Tells one conversation from a script: who came, what was said when, and how it ended.</summary>
sealed class Storyteller(Random chance, IReadOnlyList<Agent> staff, IReadOnlyList<Topic> topics, string origin)
{
    const double Named = 0.7;
    const double Rated = 0.55;
    const double Noted = 0.12;

    public Story Past(DateTimeOffset opened, bool letter)
    {
        var language = chance.Language();
        var script = Script.For(Dialogue.Pick(chance), language);
        var agent = staff[chance.Next(staff.Count)];
        var (messages, answered, end) = Say(script, language, agent.Name, opened, letter);
        var closed = end.AddSeconds(chance.Next(20, 150));
        int? score = !letter && chance.Says(Rated) ? chance.Score() : null;
        var comment = score is { } given && chance.Says(0.3) ? chance.Of(given > 3 ? Phrases.In(language).Praise : Phrases.In(language).Blame) : null;
        var topic = topics[script.Dialogue.Topic];
        var last = messages.Count;
        List<Happened> lines = [new(EntryKind.Event, 1, true, "", new(EventType.Assigned), answered.AddSeconds(-8))];
        if (chance.Says(Noted))
        {
            lines.Add(new(EntryKind.Note, last, true, chance.Of(Phrases.In("en").Notes), null, end));
        }

        if (!letter)
        {
            lines.Add(new(EntryKind.Event, last, false, "", new(EventType.Ended) { ByVisitor = true }, end.AddSeconds(5)));
        }

        if (score is { } rating)
        {
            lines.Add(new(EntryKind.Event, last, false, "", new(EventType.Rated) { Score = rating, Reason = comment, ByVisitor = true }, end.AddSeconds(12)));
        }

        lines.Add(new(EntryKind.Event, last, true, "", new(EventType.Closed) { Topic = topic.Name, Outcome = script.Dialogue.Outcome }, closed));
        return Begin(script, language, opened, letter) with
        {
            State = ConversationState.Closed,
            Agent = agent.Id,
            Topic = topic.Id,
            Queue = topic.Routing.Queue,
            Outcome = script.Dialogue.Outcome,
            Rating = score,
            RatingComment = comment,
            AnsweredAt = answered,
            ClosedAt = closed,
            Messages = messages,
            Lines = lines,
        };
    }

    /// <summary>Somebody who has asked and waits for an answer.</summary>
    public Story Waiting(DateTimeOffset opened)
    {
        var language = chance.Language();
        var script = Script.For(Dialogue.Pick(chance), language);
        var topic = topics.FirstOrDefault(topic => topic.Name == script.Dialogue.SaidTopic);
        return Begin(script, language, opened, letter: false) with
        {
            State = ConversationState.Queued,
            Topic = topic?.Id,
            Queue = topic?.Routing.Queue,
            Messages = [new Said(Author.Visitor, script.Opening.With(Blanks.By(chance, language, "")), opened)],
        };
    }

    Story Begin(Script script, string language, DateTimeOffset opened, bool letter)
    {
        var name = chance.Of(Phrases.In(language).Names);
        var named = letter || chance.Says(Named);
        var path = new Journey(language, origin).To(script.Dialogue, chance);
        return new Story
        {
            Customer = named ? name : $"{name} {opened.ToUnixTimeSeconds()}",
            CustomerName = named ? name : null,
            Email = letter ? Journey.Email(name) : null,
            Language = language,
            Channel = letter ? "email" : "chat",
            State = ConversationState.Queued,
            Facts = path.Facts,
            OpenedAt = opened,
            Pages = path.Pages,
            Messages = [],
            Lines = [],
        };
    }

    (List<Said> Messages, DateTimeOffset Answered, DateTimeOffset End) Say(Script script, string language, string agent, DateTimeOffset opened, bool letter)
    {
        var blanks = Blanks.By(chance, language, agent.Split(' ')[0]);
        var messages = new List<Said>();
        var at = opened;
        DateTimeOffset? answered = null;
        foreach (var turn in script.Turns)
        {
            foreach (var wording in turn.Wordings)
            {
                if (messages.Count > 0)
                {
                    at = at.AddSeconds(letter ? chance.Next(1200, 9000) : answered is null ? chance.Next(12, 95) : chance.Next(15, 80));
                }

                answered ??= turn.ByVisitor ? null : at;
                messages.Add(new Said(turn.ByVisitor ? Author.Visitor : Author.Agent, wording.With(blanks), at));
            }
        }

        return (messages, answered ?? at, at);
    }
}
