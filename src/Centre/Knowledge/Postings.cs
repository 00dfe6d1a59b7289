namespace Kanal.Centre.Knowledge;

/// <summary>
/// Which texts hold which stem, and how much that says of them: BM25F (Zaragoza et al., TREC 2004), where a word in the title counts for more than
/// one in the body and each field has its own length.
/// </summary>
sealed class Postings
{
    const double Saturation = 1.2;
    const int Fields = 4;
    static readonly double[] _weights = [3.0, 2.4, 2.2, 1.0];
    static readonly double[] _lengthMatters = [0.4, 0.3, 0.2, 0.6];
    readonly (int Text, float Says)[][] _postings;
    readonly float[] _most;

    /// <param name="texts">For each text and field the stems, with 1 for a word that stands there and less for a part of one.</param>
    public Postings(IReadOnlyList<List<(int Stem, float Share)>[]> texts, int stems)
    {
        Texts = texts.Count;
        var average = new double[Fields];
        for (var field = 0; field < Fields; field++)
        {
            average[field] = Math.Max(1, texts.Select(text => text[field].Count).DefaultIfEmpty(1).Average());
        }

        var lists = new List<(int Text, float Says)>?[stems];
        Dictionary<int, double> counts = [];
        for (var text = 0; text < texts.Count; text++)
        {
            counts.Clear();
            for (var field = 0; field < Fields; field++)
            {
                var length = 1 - _lengthMatters[field] + (_lengthMatters[field] * texts[text][field].Count / average[field]);
                foreach (var (stem, share) in texts[text][field])
                {
                    counts[stem] = counts.GetValueOrDefault(stem) + (_weights[field] * share / length);
                }
            }

            foreach (var (stem, count) in counts)
            {
                (lists[stem] ??= []).Add((text, (float)(count / (Saturation + count))));
            }
        }

        _postings = Array.ConvertAll(lists, list => list?.ToArray() ?? []);
        _most = Array.ConvertAll(_postings, list => list.Length == 0 ? 0 : list.Max(one => one.Says));
    }

    public int Texts { get; }

    public long Count => _postings.Sum(list => (long)list.Length);

    public ReadOnlySpan<(int Text, float Says)> Of(int stem) => _postings[stem];

    /// <summary>The most that it says of any text.</summary>
    public float Most(int stem) => _most[stem];

    /// <summary>What it says of one text; 0 where it does not stand there.</summary>
    public float Says(int stem, int text)
    {
        var list = _postings[stem];
        var (low, high) = (0, list.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = list[middle].Text < text ? (middle + 1, high) : (low, middle);
        }

        return low < list.Length && list[low].Text == text ? list[low].Says : 0;
    }

    /// <summary>How rare it is.</summary>
    public double Rarity(int stem) => RarityOf(_postings[stem].Length);

    public double RarityOf(int holders) => Math.Log(1 + ((Texts - holders + 0.5) / (holders + 0.5)));
}
