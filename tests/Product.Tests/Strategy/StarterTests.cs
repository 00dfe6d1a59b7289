using Kanal.Centre.Texts;
using Kanal.Decisions.Strategy.Starters;

namespace Kanal.Product.Tests.Strategy;

public sealed class StarterTests
{
    [Fact]
    public void Strategies_to_start_from_and_their_invitations_have_words_in_every_language() => Assert.All(
        from language in Strings.Languages
        from starter in Starter.All
        from key in starter.Texts.Concat(starter.Invitations.Select(name => $"invitation.{name}"))
        select (language, key),
        text => Assert.NotEqual(text.key, Strings.In(text.language)[text.key]));
}
