namespace Kanal.Centre.Strategy;

/// <summary>What an invitation says in one language.</summary>
/// <param name="Button">On what accepts it.</param>
public sealed record InvitationText(string Title, string Body, string Button);
