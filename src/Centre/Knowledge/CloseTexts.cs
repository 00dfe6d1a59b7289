using Kanal.Centre.Storage;

namespace Kanal.Centre.Knowledge;

/// <summary>
/// Finds which other texts a question fits about as well as its own, for one who asks thousands of questions in a row. A text that has only
/// words too common to bring it to that share is never looked at (the idea is MaxScore; Turtle and Flood 1995). For one thread.
/// </summary>
public sealed class CloseTexts
{
    readonly IReadOnlyList<Findable> _texts;
    readonly Postings _postings;
    readonly Reading _reading;
    readonly Dictionary<(Id, string), int> _places;
    readonly float[] _scores;
    readonly float[] _best;
    readonly List<int> _touched = [];

    internal CloseTexts(IReadOnlyList<Findable> texts, Postings postings, Reading reading)
    {
        (_texts, _postings, _reading) = (texts, postings, reading);
        _places = texts.Index().ToDictionary(text => (text.Item.Id, text.Item.Language), text => text.Index);
        _scores = new float[texts.Count];
        _best = new float[texts.Count];
    }

    /// <param name="question">Of the text.</param>
    /// <param name="share">Of the text's own score, above 0.</param>
    /// <returns>The others with their share, in no order; null where the question does not find its own text.</returns>
    public List<(Findable Found, double Share)>? Of(string question, Findable text, double share)
    {
        var words = Word.In(question).Select(word => word.Folded).ToList();
        var meanings = words.Count == 0 ? [] : _reading.Of(words, text.Site, typing: false);
        var own = _places.TryGetValue((text.Id, text.Language), out var place) ? meanings.Sum(meaning => Worth(meaning, place)) : 0;
        return own > 0 ? Reaching((float)(own * share), meanings, place).ConvertAll(found => (_texts[found.Text], found.Score / (double)own)) : null;
    }

    List<(int Text, float Score)> Reaching(float least, List<Dictionary<int, double>> meanings, int own)
    {
        // The common words together can't bring a text there: only those that have one of the others are candidates.
        var ordered = meanings.Select(meaning => (Meaning: meaning, Most: meaning.Max(stem => (float?)(stem.Value * _postings.Rarity(stem.Key) * _postings.Most(stem.Key))) ?? 0)).OrderBy(one => one.Most).ToList();
        var (common, most) = (0, 0f);
        while (common < ordered.Count && most + ordered[common].Most < least)
        {
            most += ordered[common++].Most;
        }

        foreach (var (meaning, _) in ordered.Skip(common))
        {
            Add(meaning);
        }

        List<(int, float)> found = [];
        foreach (var text in _touched)
        {
            if (text != own && _scores[text] + most >= least && _scores[text] + ordered.Take(common).Sum(one => Worth(one.Meaning, text)) is var score && score >= least)
            {
                found.Add((text, score));
            }

            _scores[text] = 0;
        }

        _touched.Clear();
        return found;
    }

    // Of the stems that one word may mean, the one that says most of a text counts.
    void Add(Dictionary<int, double> meaning)
    {
        List<int> here = [];
        foreach (var (stem, weight) in meaning)
        {
            var worth = (float)(weight * _postings.Rarity(stem));
            foreach (var (text, says) in _postings.Of(stem))
            {
                if (_best[text] == 0)
                {
                    here.Add(text);
                }

                _best[text] = Math.Max(_best[text], worth * says);
            }
        }

        foreach (var text in here)
        {
            if (_scores[text] == 0)
            {
                _touched.Add(text);
            }

            _scores[text] += _best[text];
            _best[text] = 0;
        }
    }

    float Worth(Dictionary<int, double> meaning, int text) => meaning.Select(stem => (float)(stem.Value * _postings.Rarity(stem.Key)) * _postings.Says(stem.Key, text)).DefaultIfEmpty().Max();
}
