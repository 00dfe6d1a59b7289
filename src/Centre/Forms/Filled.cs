using System.Text.Json;
using Kanal.Centre.Texts;

namespace Kanal.Centre.Forms;

/// <summary>What somebody has filled in: either everything is right, or <see cref="Faults"/> says what is not.</summary>
/// <param name="Values">In the order of the fields; those that were left empty are not there.</param>
/// <param name="Faults">By the key of the field, in the language of whoever filled it in.</param>
public sealed record Filled(IReadOnlyList<FilledValue> Values, IReadOnlyDictionary<string, string[]> Faults)
{
    /// <exception cref="RefusedException">Something is not right; its errors are named <c>fields.KEY</c>.</exception>
    public Filled ThrowIfAny() => Faults.Count == 0 ? this
        : throw new RefusedException(Refusal.Invalid, "form-faults", Sentence.Verbatim(Faults.First().Value[0]))
        {
            Errors = Faults.ToDictionary(fault => $"fields.{fault.Key}", fault => Array.ConvertAll(fault.Value, Sentence.Verbatim)),
        };
}

/// <param name="Value">By kind: a text, a number, true or false, keys of choices, ids of files.</param>
/// <param name="Text">For people to read.</param>
public sealed record FilledValue(string Key, string Label, FieldKind Kind, JsonElement Value, string Text);
