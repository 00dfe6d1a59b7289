namespace Kanal.Product.Tests.Hosting;

/// <summary>The program as a process of its own: the one beside the tests, or a published one, which starts in a fifth of the time.</summary>
static class KanalProgram
{
    public static string File { get; } = Environment.GetEnvironmentVariable("KANAL_PROGRAM") is { Length: > 0 } published ? published : Path.Combine(AppContext.BaseDirectory, "kanal");
}
