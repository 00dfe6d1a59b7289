using Kanal.Centre.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Live;

/// <summary>
/// Keeps this node one of several: it joins, listens, sends, gives a sign of life twice a second and looks whether the others do. A node that fell
/// silent is cut off from the database before it is taken for dead, so that nothing it had begun goes on. On SQLite it does nothing.
/// </summary>
public sealed class NodeHeart : IHostedService, IDisposable
{
    static readonly TimeSpan _beat = TimeSpan.FromMilliseconds(500);
    static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan _longestJoining = TimeSpan.FromSeconds(10);
    static readonly TimeSpan _longestGoodbye = TimeSpan.FromSeconds(3);

    readonly NodeBell _bell;
    readonly NodeLife _life;
    readonly NodeRegister _register;
    readonly INodeWire? _wire;
    readonly TimeProvider _time;
    readonly ILogger<NodeBell> _log;
    readonly NodeHearing _hearing;
    readonly NodeWatch _watch = new();
    readonly Following _stop = new(CancellationToken.None);
    readonly TaskCompletionSource _listens = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly NodeCircle _circle;
    volatile bool _isInDoubt;
    Task _sending = Task.CompletedTask;
    Task _loops = Task.CompletedTask;

    public NodeHeart(Database database, NodeBell bell, NodeLife life, NodeRegister register, TimeProvider time, ILogger<NodeBell> log)
    {
        (_bell, _life, _register, _wire, _time, _log) = (bell, life, register, database.Wire, time, log);
        _hearing = new NodeHearing(bell, log);
        _circle = new NodeCircle(bell, _hearing);
    }

    /// <summary>Returns when this node is one of them: every other one knows of it, and what they tell from now on reaches it.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_wire is null)
        {
            return;
        }

        _bell.Hear<Welcome>("welcome", _circle.Take);
        _bell.Hear<bool>("missed", _ => _bell.Miss());
        _wire.Doubted += () => _isInDoubt = true;
        _sending = Task.Run(() => new NodeSending(_bell, _life, _wire, _log).RunAsync(_stop.Token), CancellationToken.None);
        var listening = Task.Run(() => ListenAsync(_wire), CancellationToken.None);
        await _listens.Task.WaitAsync(cancellationToken);
        await JoinAsync(_wire, again: false, cancellationToken);
        _loops = Task.WhenAll(listening, Task.Run(() => BeatAsync(_wire), CancellationToken.None));
        if (await Task.WhenAny(_circle.Welcomed, Task.Delay(_longestJoining, cancellationToken)) != _circle.Welcomed)
        {
            _log.LogWarning("Not every other node has answered yet; this one starts without waiting longer");
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_wire is null)
        {
            return;
        }

        try
        {
            _bell.End();
            await _sending.WaitAsync(_longestGoodbye, cancellationToken);
        }
        catch (Exception trouble)
        {
            _log.LogWarning("The last words could not be sent, and the other nodes read what they miss: {Reason}", trouble.Message);
        }

        // Who has said goodbye gives no sign of life and looks at nobody.
        _stop.End();
        await Task.WhenAll(_loops, _sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await _register.LeaveAsync(cancellationToken).WaitAsync(_longestGoodbye, cancellationToken);
        }
        catch (Exception trouble)
        {
            _log.LogWarning("The other nodes could not be told goodbye, and will find out: {Reason}", trouble.Message);
        }
    }

    public void Dispose() => _stop.Dispose();

    async Task ListenAsync(INodeWire wire)
    {
        var first = true;
        while (!_stop.IsOver)
        {
            try
            {
                await wire.ListenAsync(async () =>
                {
                    if (!first)
                    {
                        await ListensAgainAsync();
                    }

                    first = false;
                    _listens.TrySetResult();
                }, Heard, _stop.Token);
            }
            catch (Exception trouble) when (!_stop.IsOver)
            {
                _log.LogWarning("Other nodes are not heard until the database answers again: {Reason}", trouble.Message);
                await Task.Delay(_pause, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    // Who came or went while nobody listened is known before what they say is heard.
    async Task ListensAgainAsync()
    {
        _hearing.BeginAnew();
        var before = _circle.Others;
        if (await _register.BeatAsync(_stop.Token) is { } look)
        {
            _circle.Know(look.Nodes, before);
        }

        _bell.Miss();
    }

    void Heard(string text)
    {
        if (NodePiece.Read(text) is not { } piece || piece.From == _life.Name)
        {
            return;
        }

        switch (piece.Kind)
        {
            case PieceKind.Came:
                _circle.Come(NewNode(piece.From));
                break;
            case PieceKind.Again:
                _circle.Come(NewNode(piece.From));
                _bell.Miss();
                break;
            case PieceKind.Left:
                _circle.Go(piece.From, lost: false);
                break;
            case var _ when !_hearing.Take(piece):
                _log.LogWarning("Words of node {Node} were missed", piece.From);
                _bell.Miss();
                break;
            default:
                break;
        }
    }

    // The next look at the table knows more of it.
    LivingNode NewNode(string name) => new(name, _time.GetUtcNow(), "", _time.GetUtcNow());

    async Task BeatAsync(INodeWire wire)
    {
        using var timer = new PeriodicTimer(_beat, _time);
        var wasWell = true;
        while (!_stop.IsOver)
        {
            try
            {
                await timer.WaitForNextTickAsync(_stop.Token);
                await LookAsync(wire, _stop.Token);
                wasWell = true;
            }
            catch (Exception trouble) when (!_stop.IsOver)
            {
                if (wasWell)
                {
                    _log.LogWarning("No sign of life could be given: {Reason}", trouble.Message);
                }

                wasWell = false;
                _watch.BeginAnew();
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    async Task LookAsync(INodeWire wire, CancellationToken ct)
    {
        var before = _circle.Others;
        if (await _register.BeatAsync(ct) is not { } look)
        {
            await BeginAnewAsync(wire, ct);
            return;
        }

        if (look.Anew)
        {
            _watch.BeginAnew();
        }

        _circle.Know(look.Nodes, before);
        if (_isInDoubt)
        {
            _isInDoubt = false;
            _bell.MissEverywhere();
        }

        foreach (var dead in _watch.Look([.. look.Nodes.Where(node => node.Name != _life.Name)]))
        {
            _log.LogWarning("Node {Node} gives no sign of life; it is cut off from the database", dead.Name);
            await wire.CutOffAsync(dead.Connections, ct);
            if (await _register.StrikeOffAsync(dead, ct))
            {
                _circle.Go(dead.Name, lost: true);
            }
        }
    }

    // The others took this node for dead, as when its machine slept: what it knows may be old, and what it had in hand is others' now.
    async Task BeginAnewAsync(INodeWire wire, CancellationToken ct)
    {
        _log.LogWarning("The other nodes took this one for dead; it begins anew");
        await _life.BeginAnewAsync(ct);
        _watch.BeginAnew();
        _bell.Miss();
        await JoinAsync(wire, again: true, ct);
        await _circle.Welcomed.WaitAsync(_longestJoining, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _bell.Miss();
    }

    async Task JoinAsync(INodeWire wire, bool again, CancellationToken ct)
    {
        var before = _circle.Others;
        _circle.Begin(_life.Name);
        _circle.Joined(await _register.JoinAsync(wire, again, ct), before);
    }
}
