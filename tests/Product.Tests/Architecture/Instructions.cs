using System.Reflection;
using System.Reflection.Emit;

namespace Kanal.Product.Tests.Architecture;

/// <summary>What the compiler made of our methods, one instruction after the other.</summary>
static class Instructions
{
    static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>Of every method of an assembly, also of lambdas and of what waits.</summary>
    public static IEnumerable<(MethodBase Method, IReadOnlyList<Instruction> Body)> Of(Assembly assembly) =>
        from type in assembly.GetTypes()
        from method in type.GetMembers(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).OfType<MethodBase>()
        let code = method.GetMethodBody()?.GetILAsByteArray()
        where code is not null
        select (method, (IReadOnlyList<Instruction>)[.. Read(method, code)]);

    static IEnumerable<Instruction> Read(MethodBase method, byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var start = at;
            var op = code[at] == 0xFE ? Codes[(short)(0xFE00 | code[at + 1])] : Codes[code[at]];
            at += op.Size;
            yield return new Instruction(start, op, op.OperandType switch
            {
                OperandType.InlineString => method.Module.ResolveString(BitConverter.ToInt32(code, at)),
                OperandType.InlineMethod => Method(method, BitConverter.ToInt32(code, at)),
                OperandType.InlineBrTarget => at + 4 + BitConverter.ToInt32(code, at),
                OperandType.ShortInlineBrTarget => at + 1 + (sbyte)code[at],
                OperandType.InlineI => BitConverter.ToInt32(code, at),
                OperandType.ShortInlineI => (int)(sbyte)code[at],
                _ when op.Value >= OpCodes.Ldc_I4_M1.Value && op.Value <= OpCodes.Ldc_I4_8.Value => op.Value - OpCodes.Ldc_I4_0.Value,
                _ => null,
            });
            at += op.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    static MethodBase? Method(MethodBase within, int token) => within.Module.ResolveMethod(token,
        within.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null,
        within.IsGenericMethod ? within.GetGenericArguments() : null);
}

/// <param name="At">Its place in the method, in bytes.</param>
/// <param name="Operand">A text, a method, a whole number, or the place that a branch leads to.</param>
sealed record Instruction(int At, OpCode Code, object? Operand)
{
    public bool Calls(string type, string method) => Operand is MethodBase called && called.DeclaringType?.Name == type && called.Name == method;
}
