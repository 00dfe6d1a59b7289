namespace Kanal.Decisions.Facts;

/// <summary>A fact as it was sent that can't be believed.</summary>
/// <param name="Place">Where it stands, such as <c>facts.basket.value</c>.</param>
/// <param name="Sentence">What is wrong with it.</param>
public sealed record FactFault(string Place, string Sentence);
