using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Commands;

[OnOneEngine]
public sealed class WrongCallTests
{
    [Theory]
    [InlineData("", "Which command? Choose from serve, demo, check,")]
    [InlineData("sevre", "There is no command \"sevre\"; choose from serve, demo, check,")]
    [InlineData("user", "Which command? Choose from add.")]
    [InlineData("mail raed letter.eml", "There is no command \"raed\"; choose from read.")]
    [InlineData("serve now", "'now'")]
    [InlineData("user add --name Anna", "'--email'")]
    public Task What_is_wrong_is_told_in_one_line_and_nothing_is_done(string call, string sentence) => KanalCommand.RefusedAsync(call, sentence);

    [Theory]
    [InlineData("help", "simulate <SCENARIO>")]
    [InlineData("help forecast", "--backtest")]
    public async Task Help_is_given_to_whoever_asks_for_it_by_its_name(string call, string said)
    {
        var answer = await KanalCommand.RunAsync(call);
        Assert.Equal(0, answer.ExitCode);
        Assert.Contains(said, answer.Said, StringComparison.Ordinal);
    }
}
