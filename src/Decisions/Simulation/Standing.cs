using Kanal.Decisions.Menus;
using Kanal.Decisions.Prices;
using Kanal.Decisions.Routing;
using Kanal.Decisions.Strategy;
using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Decisions.Simulation;

/// <summary>How the channels stand, as menus see it: waits by the same sums as live, from the router's own state.</summary>
sealed class Standing(RoutingState state, IReadOnlyList<Way> ways, int agents, IReadOnlyList<ValueClass>? known)
{
    /// <summary>The line whose slots have a price.</summary>
    const string Priced = "chat";

    const long Between = 30 * TimeSpan.TicksPerSecond;

    readonly LineNow[] _lines = [.. ways.Select(way => new LineNow(way, agents))];
    readonly ChannelState[] _channels = [.. ways.Select(way => new ChannelState(way.Spec.Channel, way.Spec.Pace) { TakesWhenClosed = way.Spec.TakesWhenClosed || way.Spec.Pace == ChannelPace.SelfService })];
    readonly RoutedChannel[] _routed = [.. ways.Select(way => state.Team.ChannelOf(way.Spec.Channel, state.Rules))];
    readonly int _priced = ways.FirstOrDefault(way => way.IsLive && way.Spec.Channel == Priced)?.Number ?? -1;
    LiveState? _live;
    Demand? _demand;

    // Of serving whoever looks at the last menu.
    double? _worth;
    SlotPrices _prices = SlotPrices.None;
    long _pricedAt = long.MinValue / 2;
    (int Agents, int Slots) _completing;
    double[] _completions = [];
    long _version = -1;

    public LineNow? Chat => _priced < 0 ? null : _lines[_priced];

    /// <param name="version">Rises with whatever may have changed it.</param>
    /// <returns>Good until it is read the next time.</returns>
    public LiveState Read(long now, long version, bool withPrices)
    {
        if (version != _version)
        {
            Count();
            _version = version;
        }

        for (var i = 0; i < _channels.Length; i++)
        {
            Look(i, now, withPrices && i == _priced ? PriceOf(_lines[i], now) : 0);
        }

        return _live ??= new LiveState(_channels);
    }

    /// <summary>A menu was decided on.</summary>
    public void Shown(long menu, MenuDraft shown, long now)
    {
        _worth = null;
        if (_priced < 0)
        {
            return;
        }

        foreach (var entry in shown.Entries)
        {
            if (entry.State.Channel == Priced)
            {
                Shown(menu, entry.Gain, true, now);
                return;
            }
        }

        foreach (var withheld in shown.Withheld)
        {
            if (withheld.Channel == Priced)
            {
                Shown(menu, withheld.Gain, false, now);
                return;
            }
        }
    }

    void Shown(long menu, Gain? worth, bool offered, long now)
    {
        if (worth is { } gain)
        {
            var at = Instant.FromUnixTimeTicks(now);
            _worth = gain.Value;
            (_demand ??= new Demand(at)).Shown(menu, gain.Value, offered, at);
        }
    }

    /// <summary>Whoever looks at the last menu takes it up.</summary>
    public void Taken(long menu, Way way, long now)
    {
        if (way.Number == _priced && _worth is { } worth)
        {
            _demand?.Taken(menu, worth, Instant.FromUnixTimeTicks(now));
        }
    }

    double PriceOf(LineNow line, long at)
    {
        if ((_demand is null && known is null) || line.Slots == 0)
        {
            return 0;
        }

        var now = Instant.FromUnixTimeTicks(at);
        if (at - _pricedAt >= Between)
        {
            _pricedAt = at;
            var classes = known ?? _demand?.Classes(now) ?? [];
            _prices = classes.Count == 0 ? SlotPrices.None : SlotPrices.Of(CompletionsOf(line), classes, _prices);
        }

        return _prices.At(line.Slots - line.Free + (known is null ? _demand?.Outstanding(now) ?? 0 : 0));
    }

    double[] CompletionsOf(LineNow line)
    {
        var team = line.Team;
        if ((team.Agents, team.Slots) != _completing)
        {
            (_completing, _completions) = ((team.Agents, team.Slots), TeamPrices.Completions(team));
        }

        return _completions;
    }

    void Look(int i, long now, double price)
    {
        var (way, before, line) = (ways[i], _channels[i], _lines[i]);
        var open = way.Open.IsOpen(now);
        if (way.Spec.Pace == ChannelPace.SelfService)
        {
            return;
        }

        if (!way.IsLive)
        {
            _channels[i] = before.Open == open ? before : before with { Open = open };
            return;
        }

        var estimate = line.Estimate(way.Open.ClosingAfter(now), now);
        if (before.Open == open && before.Staffed == line.Rate > 0 && before.Price == price && ReferenceEquals(estimate, line.Told))
        {
            return;
        }

        line.Told = estimate;
        var shown = ShownWait.Of(estimate, trusted: true);
        _channels[i] = before with
        {
            Open = open,
            Staffed = line.Rate > 0,
            Wait = shown.Kind,
            PredictedWaitSeconds = double.IsFinite(estimate.Quantile80) ? estimate.Quantile80 : null,
            MeanWaitSeconds = double.IsFinite(estimate.Mean) ? estimate.Mean : 0,
            WaitSeconds = shown.Kind == WaitKind.Now ? 0 : shown.High,
            Price = price,
        };
    }

    void Count()
    {
        var changed = state.Team.Changed;
        foreach (var number in changed.And(changed))
        {
            var agent = state.Team[number];
            for (var way = 0; way < _lines.Length; way++)
            {
                if (ways[way].IsLive)
                {
                    _lines[way].Count(agent, _routed[way]);
                }
            }
        }

        changed.Clear();
        foreach (var line in _lines)
        {
            line.Ahead = line.Waiting;
            foreach (var other in _lines)
            {
                if (other != line && other.Waiting > 0)
                {
                    line.Ahead += other.Waiting * other.ShareWith(line);
                }
            }
        }
    }
}
