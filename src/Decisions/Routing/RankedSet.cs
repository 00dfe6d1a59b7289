using System.Collections;

namespace Kanal.Decisions.Routing;

/// <summary>
/// A sorted set that knows the rank of what it holds, all in O(log n): a treap that keeps the size of each branch.
/// Source: Seidel and Aragon, Randomized search trees, Algorithmica 16 (1996). Its chance is a fixed sequence.
/// </summary>
sealed class RankedSet<T> : IEnumerable<T>
    where T : class, IComparable<T>
{
    Node? _root;
    uint _chance = 2_463_534_242;

    public int Count => SizeOf(_root);

    public T? First { get; private set; }

    /// <summary>For a key that is not there yet.</summary>
    public void Add(T key)
    {
        First = First is null || key.CompareTo(First) < 0 ? key : First;
        var (before, after) = Split(_root, key);
        _root = Join(Join(before, new Node(key, NextChance())), after);
    }

    public void Remove(T key)
    {
        _root = Without(_root, key);
        if (First is not null && First.CompareTo(key) == 0)
        {
            var first = _root;
            while (first?.Left is { } before)
            {
                first = before;
            }

            First = first?.Key;
        }
    }

    /// <summary>How many there are before the first that does not fulfil a condition, by halving.</summary>
    public int CountWhile(Func<T, bool> condition)
    {
        var count = 0;
        var node = _root;
        while (node is not null)
        {
            var holds = condition(node.Key);
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
            yield return next.Key;
            node = next.Right;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The place of a key, from 1; null when it is not there.</summary>
    public int? RankOf(T key)
    {
        var before = 0;
        var node = _root;
        while (node is not null)
        {
            var order = key.CompareTo(node.Key);
            if (order < 0)
            {
                node = node.Left;
                continue;
            }

            before += SizeOf(node.Left) + 1;
            if (order == 0)
            {
                return before;
            }

            node = node.Right;
        }

        return null;
    }

    static Node? Without(Node? node, T key)
    {
        switch (node is null ? 0 : key.CompareTo(node.Key))
        {
            case < 0:
                return node?.With(Without(node.Left, key), node.Right);
            case > 0:
                return node?.With(node.Left, Without(node.Right, key));
            default:
                return Join(node?.Left, node?.Right);
        }
    }

    static (Node? Before, Node? After) Split(Node? node, T key)
    {
        if (node is null)
        {
            return (null, null);
        }

        if (node.Key.CompareTo(key) < 0)
        {
            var (before, after) = Split(node.Right, key);
            return (node.With(node.Left, before), after);
        }
        else
        {
            var (before, after) = Split(node.Left, key);
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

    sealed class Node(T key, uint priority)
    {
        public T Key => key;

        public uint Priority => priority;

        public Node? Left { get; private set; }

        public Node? Right { get; private set; }

        public int Size { get; private set; } = 1;

        public Node With(Node? left, Node? right)
        {
            (Left, Right) = (left, right);
            Size = SizeOf(left) + 1 + SizeOf(right);
            return this;
        }
    }
}
