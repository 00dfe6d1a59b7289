using Kanal.Web.Demo.World;

namespace Kanal.Web.Demo.Simulation;

/// <summary>How long people take, in seconds of theirs; tests run faster than people.</summary>
sealed class Pace(double speed, TimeProvider time)
{
    const double PerLetter = 0.025;
    const double LongestTyping = 5;

    public TimeSpan Of(double seconds) => TimeSpan.FromSeconds(seconds / speed);

    public Task PauseAsync(Random chance, double from, double to, CancellationToken ct) => Task.Delay(Of(chance.Between(from, to)), time, ct);

    public Task TypeAsync(string text, CancellationToken ct) => Task.Delay(Of(Math.Min(LongestTyping, 0.8 + (text.Length * PerLetter))), time, ct);
}
