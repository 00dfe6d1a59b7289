using System.CommandLine;

namespace Kanal.Web.Commands;

/// <summary>What is wrong with a call, in the one sentence that is printed.</summary>
static class WrongCall
{
    public static string? In(ParseResult call) =>
        call.Errors.Count == 0 ? null
        : call.CommandResult.Command is { Subcommands.Count: > 0 } group ? WithoutCommand(group, call.UnmatchedTokens)
        : call.Errors[0].Message;

    static string WithoutCommand(Command group, IReadOnlyList<string> unknown)
    {
        var known = string.Join(", ", group.Subcommands.Select(command => command.Name));
        return unknown is [var first, ..] ? $"There is no command \"{first}\"; choose from {known}." : $"Which command? Choose from {known}.";
    }
}
