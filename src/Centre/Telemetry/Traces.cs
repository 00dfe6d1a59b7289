using System.Diagnostics;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Telemetry;

/// <summary>The steps of a message's path, for whoever has asked for traces; nobody has, mostly, and then there are none.</summary>
public static class Traces
{
    public const string Source = "Kanal";

    // A group can be of hundreds; some of them tell enough.
    const int MostLinks = 32;

    static readonly ActivitySource _source = new(Source);

    /// <param name="cause">The step that this one belongs to; the current one where it is none.</param>
    public static Activity? Begin(string name, Id conversation, ActivityContext cause = default) =>
        _source.StartActivity(name, ActivityKind.Internal, cause)?.SetTag("kanal.conversation", conversation.ToString());

    /// <summary>A step that goes on beside whoever begins it.</summary>
    public static Activity? BeginAside(string name, Id conversation)
    {
        var current = Activity.Current;
        var step = Begin(name, conversation);
        Activity.Current = current;
        return step;
    }

    /// <summary>One step for many, named by links.</summary>
    public static Activity? BeginGroup(string name, IEnumerable<ActivityContext> causes) => _source.HasListeners()
        ? _source.StartActivity(name, ActivityKind.Internal, default(ActivityContext), links: causes.Where(cause => cause.TraceId != default).Take(MostLinks).Select(cause => new ActivityLink(cause)))
        : null;

    /// <summary>A step that is over.</summary>
    public static void Note(string name, ActivityContext cause, TimeSpan took) =>
        _source.StartActivity(name, ActivityKind.Internal, cause, startTime: TimeProvider.System.GetUtcNow() - took)?.Dispose();

    public static async Task<T> UntilAsync<T>(this Activity step, Task<T> done)
    {
        using (step)
        {
            try
            {
                return await done;
            }
            catch (Exception trouble)
            {
                step.SetStatus(ActivityStatusCode.Error, trouble.Message);
                throw;
            }
        }
    }
}
