using Kanal.Centre.Health;
using Kanal.Centre.Texts;

namespace Kanal.Web.Hosting;

/// <summary>What the parts of the health page are called.</summary>
static class HealthWords
{
    public static Sentence Of(HealthSubject subject) => subject switch
    {
        HealthSubject.Database => Sentence.Of("Database"),
        HealthSubject.Disk => Sentence.Of("Disk"),
        HealthSubject.Clock => Sentence.Of("Clock"),
        HealthSubject.Messages => Sentence.Of("Messages"),
        HealthSubject.Conversations => Sentence.Of("Conversations"),
        HealthSubject.Nodes => Sentence.Of("Nodes"),
        HealthSubject.Email => Sentence.Of("Email"),
        _ => Sentence.Of("Connections"),
    };
}
