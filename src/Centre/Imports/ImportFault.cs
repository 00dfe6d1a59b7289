using Kanal.Centre.Texts;

namespace Kanal.Centre.Imports;

/// <summary>What is wrong with something that is taken in, and where.</summary>
/// <param name="File">Within what was given.</param>
/// <param name="Line">From 1; null where it is about the whole file.</param>
public sealed record ImportFault(string File, int? Line, Sentence Sentence);

/// <summary>A file of which nothing can be taken.</summary>
public sealed class UnreadableException(Sentence sentence, int? line = null) : Exception(sentence.ToString())
{
    public Sentence Sentence => sentence;

    public int? Line => line;
}
