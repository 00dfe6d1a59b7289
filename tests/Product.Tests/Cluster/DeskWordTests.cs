using System.Reflection;
using System.Text.Json;
using Kanal.Centre.Live;
using Kanal.Web.Api;

namespace Kanal.Product.Tests.Cluster;

public sealed class DeskWordTests
{
    static readonly string[] _ownToANode = ["hello", "reset", "place", "wallboard"];

    [Fact]
    public void What_desks_are_told_is_known_on_other_nodes_by_its_name()
    {
        foreach (var member in typeof(DeskEvents).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(member.Name);
            if (!_ownToANode.Contains(name) && !typeof(IStanding).IsAssignableFrom(member.PropertyType))
            {
                Assert.True(DeskWords.Types.TryGetValue(name, out var type) && type == member.PropertyType, $"DeskWords does not know {name}.");
            }
        }
    }
}
