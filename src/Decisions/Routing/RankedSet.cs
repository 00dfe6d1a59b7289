using System.Collections;

namespace Kanal.Decisions.Routing;

/// <summary>
/// A sorted set that knows the place of what it holds, all in O(log n): a treap that keeps the size of each branch.
/// Source: Seidel and Aragon, Randomized search trees, Algorithmica 16 (1996). Its chance is a fixed sequence.
/// </summary>
sealed class RankedSet<T> : IEnumerable<T>
    where T : class, IRanked
{
    Node? _root;
    // What was taken out last: as often as not another comes in next.
    Node? _spare;
    uint _chance = 2_463_534_242;

    public int Count => SizeOf(_root);

    public T? First { get; private set; }

    /// <summary>For one whose rank is not there yet.</summary>
    public void Add(T thing)
    {
        var rank = thing.Rank;
        First = First is null || rank < First.Rank ? thing : First;
        var node = _spare ?? new Node();
        _spare = null;
        node.Become(thing, rank, NextChance());
        _root = Insert(_root, node);
    }

    public void Remove(T thing)
    {
        _root = Without(_root, thing.Rank);
        if (First is { } was && was.Rank == thing.Rank)
        {
            var first = _root;
            while (first?.Left is { } before)
            {
                first = before;
            }

            First = first?.Thing;
        }
    }

    /// <summary>How many there are before the first that does not fulfil a condition, by halving.</summary>
    public int CountWhile(Func<T, bool> condition)
    {
        var count = 0;
        var node = _root;
        while (node?.Thing is { } thing)
        {
            var holds = condition(thing);
            count += holds ? SizeOf(node.Left) + 1 : 0;
            node = holds ? node.Right : node.Left;
        }

        return count;
    }

    public IEnumerator<T> GetEnumerator()
    {
        var above = new Stack<Node>();
        var node = _root;
        while (node is not null || above.Count > 0)
        {
            for (; node is not null; node = node.Left)
            {
                above.Push(node);
            }

            var next = above.Pop();
            if (next.Thing is { } thing)
            {
                yield return thing;
            }

            node = next.Right;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The place of one, from 1; null when it is not there.</summary>
    public int? PlaceOf(T thing)
    {
        var (before, rank) = (0, thing.Rank);
        var node = _root;
        while (node is not null)
        {
            if (rank < node.Rank)
            {
                node = node.Left;
                continue;
            }

            before += SizeOf(node.Left) + 1;
            if (rank == node.Rank)
            {
                return before;
            }

            node = node.Right;
        }

        return null;
    }

    static Node Insert(Node? node, Node added)
    {
        if (node is null)
        {
            return added;
        }

        if (added.Priority > node.Priority)
        {
            var (before, after) = Split(node, added.Rank);
            return added.With(before, after);
        }

        return added.Rank < node.Rank ? node.With(Insert(node.Left, added), node.Right) : node.With(node.Left, Insert(node.Right, added));
    }

    Node? Without(Node? node, Rank rank)
    {
        if (node is null)
        {
            return null;
        }

        if (rank == node.Rank)
        {
            var joined = Join(node.Left, node.Right);
            node.Become(null, default, 0);
            _spare = node;
            return joined;
        }

        return rank < node.Rank ? node.With(Without(node.Left, rank), node.Right) : node.With(node.Left, Without(node.Right, rank));
    }

    static (Node? Before, Node? After) Split(Node? node, Rank rank)
    {
        if (node is null)
        {
            return (null, null);
        }

        if (node.Rank < rank)
        {
            var (before, after) = Split(node.Right, rank);
            return (node.With(node.Left, before), after);
        }
        else
        {
            var (before, after) = Split(node.Left, rank);
            return (before, node.With(after, node.Right));
        }
    }

    static Node? Join(Node? before, Node? after) =>
        before is null ? after
        : after is null ? before
        : before.Priority > after.Priority ? before.With(before.Left, Join(before.Right, after))
        : after.With(Join(before, after.Left), after.Right);

    static int SizeOf(Node? node) => node?.Size ?? 0;

    // Xorshift, G. Marsaglia 2003.
    uint NextChance()
    {
        _chance ^= _chance << 13;
        _chance ^= _chance >> 17;
        _chance ^= _chance << 5;
        return _chance;
    }

    sealed class Node
    {
        /// <summary>Null only of the spare one.</summary>
        public T? Thing { get; private set; }

        /// <summary>Its own, kept here since it is looked at all the time.</summary>
        public Rank Rank { get; private set; }

        public uint Priority { get; private set; }

        public Node? Left { get; private set; }

        public Node? Right { get; private set; }

        public int Size { get; private set; }

        public void Become(T? thing, Rank rank, uint priority)
        {
            (Thing, Rank, Priority) = (thing, rank, priority);
            (Left, Right, Size) = (null, null, 1);
        }

        public Node With(Node? left, Node? right)
        {
            (Left, Right) = (left, right);
            Size = SizeOf(left) + 1 + SizeOf(right);
            return this;
        }
    }
}

/// <summary>Has a place among its like, which does not change.</summary>
interface IRanked
{
    Rank Rank { get; }
}

/// <summary>Lower comes first.</summary>
/// <param name="Id">Decides between equals.</param>
readonly record struct Rank(long Value, long Id)
{
    public static bool operator <(Rank one, Rank other) => one.Value != other.Value ? one.Value < other.Value : one.Id < other.Id;

    public static bool operator >(Rank one, Rank other) => other < one;
}
