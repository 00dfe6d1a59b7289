using Kanal.Centre.Storage;
using Kanal.Centre.Strategy;
using Kanal.Decisions.Facts;
using Kanal.Decisions.Menus;

namespace Kanal.Centre.Menus;

/// <summary>Menus by their id, packed one behind the other; what many of them have in common is there once. For one thread at a time.</summary>
sealed class MenuShelf
{
    const int Most = 20_000;
    const int ChunkLength = 256 * 1024;
    const int MostChunks = 128;

    readonly Dictionary<Id, Place> _places = [];
    readonly Dictionary<object, int> _numbers = new(ReferenceEqualityComparer.Instance);
    readonly List<object> _common = [];
    readonly List<byte[]> _chunks = [];
    int _used;
    int _end;

    public bool IsFull => _places.Count >= Most || _used > MostChunks;

    /// <param name="question">The menu's, as <see cref="PackedQuestion"/> has it.</param>
    public void Add(ShownMenu menu, ReadOnlySpan<byte> question)
    {
        var at = RoomFor(question.Length);
        question.CopyTo(_chunks[_used - 1].AsSpan(at));
        _places[menu.Id] = new Place(_used - 1, at, question.Length, NumberOf(menu.Now), NumberOf(menu.Strategy), menu.Chance, menu.At.UtcTicks, menu.Consent)
        {
            Experiment = menu.Experiment?.Experiment ?? default,
            Arm = menu.Experiment is { } experiment ? NumberOf(experiment.Arm) : null,
        };
    }

    public ShownMenu? Find(Id id)
    {
        if (!_places.TryGetValue(id, out var place))
        {
            return null;
        }

        var (now, strategy) = ((SiteNow)_common[place.Now], (PublishedStrategy)_common[place.Strategy]);
        var question = PackedQuestion.Unpack(_chunks[place.Chunk].AsSpan(place.At, place.Length), strategy.Strategy.Catalogue);
        return new ShownMenu(id, now, strategy, question, place.Chance, new DateTimeOffset(place.Ticks, TimeSpan.Zero))
        {
            Consent = place.Consent,
            Experiment = place.Arm is { } arm ? new MenuExperiment(place.Experiment, (string)_common[arm]) : null,
        };
    }

    /// <summary>Keeps the space of what was here for what comes, as far as it was needed.</summary>
    public void Clear()
    {
        _places.Clear();
        _numbers.Clear();
        _common.Clear();
        _chunks.RemoveRange(_used, _chunks.Count - _used);
        (_used, _end) = (0, 0);
    }

    int RoomFor(int length)
    {
        if (_used == 0 || _end + length > _chunks[_used - 1].Length)
        {
            (_used, _end) = (_used + 1, 0);
            if (_chunks.Count < _used)
            {
                _chunks.Add([]);
            }

            if (_chunks[_used - 1].Length < length)
            {
                _chunks[_used - 1] = GC.AllocateUninitializedArray<byte>(Math.Max(ChunkLength, length));
            }
        }

        _end += length;
        return _end - length;
    }

    int NumberOf(object its)
    {
        if (!_numbers.TryGetValue(its, out var number))
        {
            _numbers[its] = number = _common.Count;
            _common.Add(its);
        }

        return number;
    }

    /// <param name="Now">The number of what is common, as the others.</param>
    readonly record struct Place(int Chunk, int At, int Length, int Now, int Strategy, double Chance, long Ticks, Privacy Consent)
    {
        public Id Experiment { get; init; }

        public int? Arm { get; init; }
    }
}
