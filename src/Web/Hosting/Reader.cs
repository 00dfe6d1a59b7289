using System.Globalization;
using Kanal.Centre;
using Kanal.Centre.Texts;

namespace Kanal.Web.Hosting;

/// <summary>Who asks, and in which language they want to be told what is wrong: the one of ours that <c>Accept-Language</c> likes best, else English.</summary>
static class Reader
{
    public static string LanguageOf(HttpContext context) => context.Request.Headers.AcceptLanguage.Count == 0 ? Sentence.Native : context.Request.GetTypedHeaders().AcceptLanguage
        .Where(wish => wish.Quality is not 0)
        .OrderByDescending(wish => wish.Quality ?? 1)
        .Select(wish => LanguageTag.Primary(wish.Value.ToString()).ToLowerInvariant())
        .FirstOrDefault(Sentences.Languages.Contains) ?? Sentence.Native;

    /// <summary>Sentences in answers are written by the serializer, which is told nothing of the request. Kestrel forgets the language after each.</summary>
    public static Task Listen(HttpContext context, RequestDelegate next)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(LanguageOf(context));
        return next(context);
    }
}
