using Kanal.Centre;
using Kanal.Centre.Storage;

namespace Kanal.Web.Api;

/// <summary>One of a closed set, as a parameter of a query: in camel case, like everywhere else in the API.</summary>
static class Choice
{
    public static T? Of<T>(string parameter, string? said) where T : struct, Enum =>
        said is not { Length: > 0 } ? null
        : Array.Find(Enum.GetValues<T>(), member => member.Text() == said) is var found && found.Text() == said ? found
        : throw RefusedException.Invalid(parameter, $"'{said}' is none of {string.Join(", ", Enum.GetValues<T>().Select(member => member.Text()))}.");
}
