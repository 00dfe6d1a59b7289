using Kanal.Decisions.Facts;

namespace Kanal.Decisions.Menus;

/// <summary>
/// A question in as few bytes as it takes, for whoever keeps thousands of them in memory: as objects, every collection of garbage would look at them
/// and move them about. Nothing that is written down: the next version may pack them otherwise.
/// </summary>
public static class PackedQuestion
{
    /// <param name="into">Made larger where the question needs it.</param>
    /// <returns>How many bytes it took.</returns>
    public static int Pack(MenuQuestion question, ref byte[] into)
    {
        var packing = new Packing(into);
        packing.Put(question.Visitor);
        packing.Put(question.PageView);
        Pack(ref packing, question.Facts);
        packing.Put(question.Invitations.Unanswered ? 1 : 0);
        packing.Put(question.Invitations.RefusedAt);
        packing.Put(question.Before is null ? 0 : 1);
        if (question.Before is { } before)
        {
            Pack(ref packing, before);
        }

        into = packing.Bytes;
        return packing.Length;
    }

    /// <param name="catalogue">The one of the question's facts.</param>
    public static MenuQuestion Unpack(ReadOnlySpan<byte> packed, FactCatalogue catalogue)
    {
        var unpacking = new Unpacking(packed);
        var question = new MenuQuestion(unpacking.Text(), unpacking.Text(), Facts(ref unpacking, catalogue))
        {
            Invitations = new() { Unanswered = unpacking.Number() == 1, RefusedAt = unpacking.Time() },
        };
        return unpacking.Number() == 1 ? question with { Before = Memory(ref unpacking) } : question;
    }

    static void Pack(ref Packing packing, FactValues facts)
    {
        packing.Put((long)facts.Known);
        for (var fact = 0; fact < facts.Catalogue.Count; fact++)
        {
            if (facts.TryText(fact, out var text))
            {
                packing.Put(text);
            }
            else if (facts.Catalogue[fact].Kind == FactKind.Texts && facts.Knows(fact))
            {
                Pack(ref packing, facts.Texts(fact));
            }
            else if (facts.TryNumber(fact, out var number))
            {
                packing.Put(BitConverter.DoubleToInt64Bits(number));
            }
        }
    }

    static FactValues Facts(ref Unpacking unpacking, FactCatalogue catalogue)
    {
        var facts = new FactValues(catalogue);
        var known = (ulong)unpacking.Number();
        for (var fact = 0; fact < catalogue.Count; fact++)
        {
            if ((known & (1ul << fact)) == 0)
            {
                continue;
            }

            switch (catalogue[fact].Kind)
            {
                case FactKind.Text:
                    facts.Put(fact, unpacking.Text());
                    break;
                case FactKind.Texts:
                    facts.Put(fact, (object)unpacking.Texts());
                    break;
                default:
                    facts.Put(fact, BitConverter.Int64BitsToDouble(unpacking.Number()));
                    break;
            }
        }

        return facts;
    }

    static void Pack(ref Packing packing, IReadOnlyList<string> texts)
    {
        packing.Put(texts.Count);
        for (var i = 0; i < texts.Count; i++)
        {
            packing.Put(texts[i]);
        }
    }

    static void Pack(ref Packing packing, MenuMemory memory)
    {
        packing.Put(memory.PageView);
        packing.Put(memory.Shown.Count);
        for (var i = 0; i < memory.Shown.Count; i++)
        {
            packing.Put(memory.Shown[i].Channel);
            packing.Put(memory.Shown[i].Recommended ? 1 : 0);
        }

        packing.Put(memory.Withheld.Count);
        for (var i = 0; i < memory.Withheld.Count; i++)
        {
            packing.Put(memory.Withheld[i].Channel);
            packing.Put(memory.Withheld[i].Since);
            packing.Put(memory.Withheld[i].ForPrice ? 1 : 0);
        }
    }

    static MenuMemory Memory(ref Unpacking unpacking)
    {
        var view = unpacking.Text();
        var shown = new ShownChannel[unpacking.Number()];
        for (var i = 0; i < shown.Length; i++)
        {
            shown[i] = new ShownChannel(unpacking.Text(), unpacking.Number() == 1);
        }

        var withheld = new WithheldChannel[unpacking.Number()];
        for (var i = 0; i < withheld.Length; i++)
        {
            withheld[i] = new WithheldChannel(unpacking.Text(), unpacking.Time() ?? default, unpacking.Number() == 1);
        }

        return new MenuMemory(view, shown, withheld);
    }
}
