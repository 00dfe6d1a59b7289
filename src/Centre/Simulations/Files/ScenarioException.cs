namespace Kanal.Centre.Simulations.Files;

/// <summary>A scenario that can't be played: a sentence that names the place.</summary>
public sealed class ScenarioException(string sentence) : Exception(sentence);
